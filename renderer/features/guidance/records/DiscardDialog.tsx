import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';

/** Asks before a record that nobody signed is removed. */
export const DiscardDialog = ({ hash, onClose }: { readonly hash: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const discard = useCommand('guidance.discardRecord');
  const go = async (): Promise<void> => {
    const answer = await discard.run({ hash });
    if (answer.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('guidance.records.discardTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Text>{t('guidance.records.discardText')}</Text>
      {discard.error !== null && <ErrorNotice error={discard.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={discard.busy} onClick={() => void go()}>
          {t('guidance.records.discard')}
        </Button>
      </Group>
    </Modal>
  );
};
