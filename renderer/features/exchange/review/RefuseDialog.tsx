import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';

export interface RefuseDialogProps {
  readonly busy: boolean;
  readonly onRefuse: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for a reason, if any, before a held package is refused. */
export const RefuseDialog = ({ busy, onRefuse, onClose }: RefuseDialogProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('review.refuseTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Text mb="sm">{t('review.follows.refuse')}</Text>
      <TextInput
        data-autofocus
        label={t('review.reasonLabel')}
        description={t('review.reasonHint')}
        maxLength={maxLine}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button loading={busy} onClick={() => onRefuse(reason.trim())}>
          {t('review.choice.refuse')}
        </Button>
      </Group>
    </Modal>
  );
};
