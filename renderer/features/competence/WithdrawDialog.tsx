import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { maxRemark } from '@shared/contract/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../lib/failure-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../ui/ReturnFocus.tsx';

export interface WithdrawDialogProps {
  readonly title: string;
  /** What stays and what changes by it. */
  readonly text: string;
  readonly busy: boolean;
  readonly error: Failure | null;
  readonly onWithdraw: (reason: string) => void;
  readonly onClose: () => void;
}

/** Takes something back, with its reason: it stays readable and counts no more. */
export const WithdrawDialog = ({ title, text, busy, error, onWithdraw, onClose }: WithdrawDialogProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ReturnFocus />
      <Stack gap="sm">
        <Text>{text}</Text>
        <Textarea
          label={t('competence.reason')}
          required
          autosize
          maxLength={maxRemark}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" disabled={reason.trim() === ''} loading={busy} onClick={() => onWithdraw(reason.trim())}>
            {t('competence.withdraw')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
