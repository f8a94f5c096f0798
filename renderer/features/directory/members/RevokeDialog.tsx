import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { RevocationReason } from '@shared/domain/identity/directory.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { ReasonChoice } from '../ReasonChoice.tsx';
import type { MemberKey } from './member-search.ts';
import type { RolesDialogProps } from './RolesDialog.tsx';

export interface RevokeDialogProps extends RolesDialogProps {
  readonly memberKey: MemberKey;
}

/** Revokes the key of a member, with the reason; or says of a former key that others may have it. */
export const RevokeDialog = ({ member, memberKey, onClose }: RevokeDialogProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const isFormer = memberKey.revoked !== null;
  const [reason, setReason] = useState<RevocationReason | null>(isFormer ? 'compromised' : null);
  const isGone = useRef(false);
  const revoke = useCommand('directory.revoke');
  const of = { name: member.person.name, fingerprint: memberKey.keyFingerprint };
  const run = async (): Promise<void> => {
    if (reason === null) return;
    const answer = await revoke.run({ entryId: member.entryId, key: memberKey.key, reason });
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
      title={t(isFormer ? 'directory.compromisedOf' : 'directory.revokeOf', of)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus isGone={isGone} />
      <Stack gap="sm">
        <Text>{t(isFormer ? 'directory.compromisedText' : 'directory.revokeText', of)}</Text>
        {!isFormer && (
          <>
            <ReasonChoice label={t('directory.why')} value={reason} onChange={setReason} />
            <Text size="sm" c="dimmed">
              {t('directory.revokeNew', of)}
            </Text>
          </>
        )}
        {revoke.error !== null && <ErrorNotice error={revoke.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={revoke.busy} disabled={reason === null} onClick={() => void run()}>
            {t(isFormer ? 'directory.compromised' : 'directory.revoke')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
