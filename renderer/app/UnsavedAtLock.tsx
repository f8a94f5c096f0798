import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text.ts';
import { saveUnsaved, whyUnsaved } from '../lib/saving/savers.ts';

export interface UnsavedAtLockProps {
  /** Everything has been saved meanwhile, or the person locks without. */
  readonly onLock: () => void;
  readonly onStay: () => void;
}

/** Asks before a lock that would lose what could not be saved; locks by itself once it is saved. */
export const UnsavedAtLock = ({ onLock, onStay }: UnsavedAtLockProps) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [error, setError] = useState(whyUnsaved);
  useEffect(() => {
    let wanted = true;
    const save = async (): Promise<void> => {
      while (wanted) {
        const saved = await saveUnsaved();
        if (!wanted) return;
        if (saved) return onLock();
        setError(whyUnsaved());
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    };
    void save();
    return () => {
      wanted = false;
    };
  }, [onLock]);
  return (
    <Modal
      opened
      onClose={onStay}
      size="lg"
      title={t('app.unsavedTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Text>{t(error?.code === 'textTooLong' ? 'app.unsavedKept' : 'app.unsavedText')}</Text>
        <Text role="status">{error === null ? t('common.saving') : errorText(error)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onLock}>
            {t('app.unsavedLock')}
          </Button>
          <Button data-autofocus onClick={onStay}>
            {t('app.unsavedStay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
