import { Alert, Button, Group, PasswordInput, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface PdfPasswordProps {
  /** One was tried, and does not open it. */
  readonly wrong: boolean;
  readonly onPassword: (password: string) => void;
}

/** Asks for the password of a PDF, to show it: it goes to the reader of the file in this window, and nowhere else. */
export const PdfPassword = ({ wrong, onPassword }: PdfPasswordProps) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const open = (): void => {
    const field = input.current;
    if (field === null || field.value === '') return;
    const password = field.value;
    field.value = '';
    onPassword(password);
  };
  return (
    <Alert color="amber" variant="light" title={t('viewer.password.title')} my="sm">
      <Text size="md" mb="sm">
        {t('viewer.password.why')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <Group align="flex-end" wrap="wrap">
          <PasswordInput
            ref={input}
            label={t('viewer.password.label')}
            error={wrong ? t('viewer.password.wrong') : null}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('viewer.password.show') }}
            miw={280}
          />
          <Button type="submit">{t('viewer.password.open')}</Button>
        </Group>
      </form>
    </Alert>
  );
};
