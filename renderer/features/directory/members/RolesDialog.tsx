import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import type { DirectoryMember } from '@shared/contract/identity.ts';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { useGuardedCommand } from '../../../ui/use-guarded-command.ts';
import { RoleSpansInput } from '../RoleSpansInput.tsx';
import { sameSpans, spansFit } from '../role-spans.ts';
import { useSpansDraft } from '../use-spans-draft.ts';

export interface RolesDialogProps {
  readonly member: DirectoryMember;
  readonly onClose: () => void;
}

/** Changes the roles of a member and their times, e.g. when somebody changes post. */
export const RolesDialog = ({ member, onClose }: RolesDialogProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { draft, spans, setSpans } = useSpansDraft({
    kind: 'memberRoles',
    subjectKey: member.entryId,
    initial: member.roles,
    before: member.roles,
  });
  const change = useGuardedCommand('directory.setRoles');
  const giveUp = async (): Promise<void> => {
    await draft.discard();
    onClose();
  };
  const run = async (): Promise<void> => {
    const input = { entryId: member.entryId, roles: [...spans] };
    const answer = await change.run(input, t('directory.changeRolesReason', { name: member.person.name }));
    if (!answer?.ok) return;
    notice(t('directory.changed'));
    await giveUp();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('directory.changeRolesOf', { name: member.person.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Stack gap="sm">
        <Text>{t('directory.changeRolesText')}</Text>
        {draft.ready ? (
          <RoleSpansInput value={spans} onChange={setSpans} />
        ) : (
          <Loader aria-label={t('common.loading')} />
        )}
        {change.error !== null && <ErrorNotice error={change.error} />}
        <Group justify="flex-end">
          <SaveState draft={draft} />
          <Button variant="default" onClick={() => void giveUp()}>
            {t('common.cancel')}
          </Button>
          <Button
            loading={change.busy}
            disabled={!spansFit(spans) || sameSpans(spans, member.roles)}
            onClick={() => void run()}
          >
            {t('directory.changeRoles')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
