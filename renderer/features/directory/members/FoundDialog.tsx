import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { useGuardedCommand } from '../../../ui/use-guarded-command.ts';
import { RoleSpansInput } from '../RoleSpansInput.tsx';
import { spansFit, spansFrom, type TypedSpan } from '../role-spans.ts';
import { useSpansDraft } from '../use-spans-draft.ts';

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
  const kind = takeOver ? 'takeOver' : 'found';
  const roles = useQueryCall('session.get', {}).data?.unlocked?.roles ?? [];
  const { draft, spans, setSpans } = useSpansDraft({
    kind: 'foundDirectory',
    subjectKey: kind,
    initial: spansFrom(roles, today()),
    before: noRoles,
  });
  const isGone = useRef(false);
  const found = useGuardedCommand('directory.found');
  const giveUp = async (): Promise<void> => {
    await draft.discard();
    onClose();
  };
  const run = async (): Promise<void> => {
    const answer = await found.run({ roles: [...spans], takeOver }, t(`directory.${kind}Reason`));
    if (!answer?.ok) return;
    isGone.current = true;
    notice(t(`directory.${kind}Done`));
    await giveUp();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(`directory.${kind}Title`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus isGone={isGone} />
      <Stack gap="sm">
        <Text>{t(`directory.${kind}Text`)}</Text>
        {draft.ready ? (
          <RoleSpansInput value={spans} onChange={setSpans} />
        ) : (
          <Loader aria-label={t('common.loading')} />
        )}
        {found.error !== null && <ErrorNotice error={found.error} />}
        <Group justify="flex-end">
          <SaveState draft={draft} />
          <Button variant="default" onClick={() => void giveUp()}>
            {t('common.cancel')}
          </Button>
          <Button
            loading={found.busy}
            disabled={!draft.ready || spans.length === 0 || !spansFit(spans)}
            onClick={() => void run()}
          >
            {t(`directory.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
