import { Button, Group, Modal, Stack } from '@mantine/core';
import type { WireError } from '@shared/contract/method.ts';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from './ErrorNotice.tsx';
import { ReturnFocus } from './ReturnFocus.tsx';

export interface FormDialogProps {
  readonly title: string;
  readonly size?: 'lg' | 'xl';
  readonly busy: boolean;
  /** Of the last try to save; what was typed stays. */
  readonly error: WireError | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over the page, with Cancel and Save; focus returns to where it was. */
export const FormDialog = ({ title, size = 'lg', busy, error, onSubmit, onClose, children }: FormDialogProps) => {
  const { t } = useTranslation();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal opened onClose={onClose} size={size} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ReturnFocus />
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {children}
          {error !== null && <ErrorNotice error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
