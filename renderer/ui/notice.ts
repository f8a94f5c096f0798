import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Gives `notice(message)`: a short message in the corner that goes by itself and can be closed. */
export const useNotice = (): ((message: string) => void) => {
  const { t } = useTranslation();
  return useCallback(
    (message) => {
      notifications.show({ message, closeButtonProps: { 'aria-label': t('common.close') } });
    },
    [t],
  );
};
