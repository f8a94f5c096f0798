import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { useNotice } from '../../../ui/notice.ts';
import { spansFrom, type TypedSpan } from '../role-spans.ts';
import { useSpansDraft } from '../use-spans-draft.ts';
import { SpansDialog } from './SpansDialog.tsx';

export interface FoundDialogProps {
  /** Continues the directory of another publisher, with all its members. */
  readonly takeOver: boolean;
  readonly onClose: () => void;
}

/** One's own roles stand in no directory of one's own yet. */
const noRoles: readonly TypedSpan[] = [];

/** Begins a directory of which this vault is the root, or continues that of another root. */
export const FoundDialog = ({ takeOver, onClose }: FoundDialogProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const found = useCommand('directory.found');
  const kind = takeOver ? 'takeOver' : 'found';
  const roles = useQueryCall('session.get', {}).data?.unlocked?.roles ?? [];
  const initial = spansFrom(roles, today());
  const typed = useSpansDraft({ kind: 'foundDirectory', subjectKey: kind, initial, before: noRoles });
  const run = async (spans: readonly TypedSpan[]): Promise<boolean> => {
    const answer = await found.run({ roles: [...spans], takeOver });
    if (!answer.ok) return false;
    notice(t(`directory.${kind}Done`));
    return true;
  };
  return (
    <SpansDialog
      title={t(`directory.${kind}Title`)}
      text={t(`directory.${kind}Text`)}
      typed={typed}
      action={t(`directory.${kind}`)}
      isReady={(spans) => spans.length > 0}
      onDo={run}
      busy={found.busy}
      error={found.error}
      goesWithIt
      onClose={onClose}
    />
  );
};
