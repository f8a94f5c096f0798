import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { CountedRecord } from '@shared/contract/competence.ts';
import { maxRemark } from '@shared/contract/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';

/** Takes a record back, with its reason: it stays readable and counts no more. */
export const WithdrawDialog = ({
  record,
  onClose,
}: {
  readonly record: CountedRecord;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const withdraw = useCommand('competence.withdrawRecord');
  const run = async (): Promise<void> => {
    const answer = await withdraw.run({ recordId: record.recordId, reason: reason.trim() });
    if (answer.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('competence.withdrawNamed', { title: record.title })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Stack gap="sm">
        <Text>{t('competence.withdrawText')}</Text>
        <Textarea
          label={t('competence.reason')}
          required
          autosize
          maxLength={maxRemark}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {withdraw.error !== null && <ErrorNotice error={withdraw.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" disabled={reason.trim() === ''} loading={withdraw.busy} onClick={() => void run()}>
            {t('competence.withdraw')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
