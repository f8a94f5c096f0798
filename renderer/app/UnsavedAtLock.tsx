import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Leave } from '@shared/contract/control.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text.ts';
import { saveUnsaved, whyUnsaved } from '../lib/saving/savers.ts';

export interface UnsavedAtLockProps {
  readonly leave: Leave;
  /** Everything has been saved meanwhile, or the person leaves without. */
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

const words = {
  lock: { lost: 'app.unsavedText', kept: 'app.unsavedKept', go: 'app.unsavedLock' },
  quit: { lost: 'app.unsavedQuitText', kept: 'app.unsavedQuitKept', go: 'app.unsavedQuit' },
} as const;

/** True where the words of what could not be saved are kept beside, on Beranda. */
const areWordsKept = (error: ReturnType<typeof whyUnsaved>): boolean =>
  error?.code === 'textTooLong' || error?.code === 'textTooFormatted';

/** Asks before the person leaves what could not be saved; leaves by itself once it is saved. */
export const UnsavedAtLock = ({ leave, onLeave, onStay }: UnsavedAtLockProps) => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [error, setError] = useState(whyUnsaved);
  useEffect(() => {
    let wanted = true;
    const save = async (): Promise<void> => {
      while (wanted) {
        const saved = await saveUnsaved();
        if (!wanted) return;
        if (saved) return onLeave();
        setError(whyUnsaved());
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    };
    void save();
    return () => {
      wanted = false;
    };
  }, [onLeave]);
  return (
    <Modal
      opened
      onClose={onStay}
      size="lg"
      title={t('app.unsavedTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Text>{t(words[leave][areWordsKept(error) ? 'kept' : 'lost'])}</Text>
        <Text role="status">{error === null ? t('common.saving') : errorText(error)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {t(words[leave].go)}
          </Button>
          <Button data-autofocus onClick={onStay}>
            {t('app.unsavedStay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
