import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { DirectoryMember } from '@shared/contract/identity.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { useGuardedCommand } from '../../../ui/use-guarded-command.ts';
import { RoleSpansInput } from '../RoleSpansInput.tsx';
import { sameSpans, spansFit, type TypedSpan } from '../role-spans.ts';

export interface RolesDialogProps {
  readonly member: DirectoryMember;
  readonly onClose: () => void;
}

/** Changes the roles of a member and their times, e.g. when somebody changes post. */
export const RolesDialog = ({ member, onClose }: RolesDialogProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [spans, setSpans] = useState<readonly TypedSpan[]>(member.roles);
  const change = useGuardedCommand('directory.setRoles');
  const run = async (): Promise<void> => {
    const input = { entryId: member.entryId, roles: [...spans] };
    const answer = await change.run(input, t('directory.changeRolesReason', { name: member.person.name }));
    if (!answer?.ok) return;
    notice(t('directory.changed'));
    onClose();
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
        <RoleSpansInput value={spans} onChange={setSpans} />
        {change.error !== null && <ErrorNotice error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            loading={change.busy}
            disabled={!spansFit(spans) || sameSpans(spans, member.roles)}
            onClick={() => void run()}
          >
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
