import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { type Reason, ReasonChoice } from '../ReasonChoice.tsx';
import { activeKey } from './member-search.ts';
import type { RolesDialogProps } from './RolesDialog.tsx';

/** Revokes the key of a member, with the reason. */
export const RevokeDialog = ({ member, onClose }: RolesDialogProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [reason, setReason] = useState<Reason | null>(null);
  const isGone = useRef(false);
  const revoke = useCommand('directory.revoke');
  const key = activeKey(member)?.key;
  const { name } = member.person;
  const run = async (): Promise<void> => {
    if (key === undefined || reason === null) return;
    const answer = await revoke.run({ entryId: member.entryId, key, reason });
    if (!answer.ok) return;
    isGone.current = true;
    notice(t('directory.changed'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('directory.revokeOf', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus isGone={isGone} />
      <Stack gap="sm">
        <Text>{t('directory.revokeText', { name })}</Text>
        <ReasonChoice label={t('directory.why')} value={reason} onChange={setReason} />
        <Text size="sm" c="dimmed">
          {t('directory.revokeNew', { name })}
        </Text>
        {revoke.error !== null && <ErrorNotice error={revoke.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={revoke.busy} disabled={reason === null} onClick={() => void run()}>
            {t('directory.revoke')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
