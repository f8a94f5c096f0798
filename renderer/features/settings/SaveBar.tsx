import { Button, Group, Text } from '@mantine/core';
import type { WireError } from '@shared/contract/method.ts';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

export interface SaveBarProps {
  readonly busy: boolean;
  readonly saved: boolean;
  readonly error: WireError | null;
  /** Text instead of "Pengaturan tersimpan.". */
  readonly savedText?: string;
  readonly label?: string;
}

/** The form's submit button, and what came of it. */
export const SaveBar = ({ busy, saved, error, savedText, label }: SaveBarProps) => {
  const { t } = useTranslation();
  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      <Group mt="md">
        <Button type="submit" loading={busy}>
          {label ?? t('settings.save')}
        </Button>
        <Text role="status" size="sm" c="dimmed">
          {saved ? (savedText ?? t('settings.saved')) : ''}
        </Text>
      </Group>
    </>
  );
};
