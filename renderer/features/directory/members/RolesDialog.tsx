import type { DirectoryMember } from '@shared/contract/identity.ts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { useNotice } from '../../../ui/notice.ts';
import { sameSpans, type TypedSpan } from '../role-spans.ts';
import { useSpansDraft } from '../use-spans-draft.ts';
import { SpansDialog } from './SpansDialog.tsx';

export interface RolesDialogProps {
  readonly member: DirectoryMember;
  readonly onClose: () => void;
}

/** Changes the roles of a member and their times, e.g. when somebody changes post. */
export const RolesDialog = ({ member, onClose }: RolesDialogProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const change = useCommand('directory.setRoles');
  const { entryId, roles, person } = member;
  const { name } = person;
  const typed = useSpansDraft({ kind: 'memberRoles', subjectKey: entryId, initial: roles, before: roles });
  const run = async (spans: readonly TypedSpan[]): Promise<boolean> => {
    const answer = await change.run({ entryId, roles: [...spans] });
    if (!answer.ok) return false;
    notice(t('directory.changed'));
    return true;
  };
  return (
    <SpansDialog
      title={t('directory.changeRolesOf', { name })}
      text={t('directory.changeRolesText')}
      typed={typed}
      action={t('directory.changeRoles')}
      isReady={(spans) => !sameSpans(spans, roles)}
      onDo={run}
      busy={change.busy}
      error={change.error}
      onClose={onClose}
    />
  );
};
