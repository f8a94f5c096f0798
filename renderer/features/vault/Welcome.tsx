import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Card } from './Card.tsx';
import { useAddVault } from './use-add-vault.ts';

/** First start: no vault is known yet. */
export const Welcome = ({
  onCreate,
  onAdded,
}: {
  readonly onCreate: () => void;
  readonly onAdded: () => Promise<void>;
}) => {
  const { t } = useTranslation();
  const { add, busy, error } = useAddVault(onAdded);
  return (
    <Card title={t('vault.welcome')} intro={t('vault.welcomeText')}>
      <Stack gap="sm">
        <Button onClick={onCreate}>{t('vault.create')}</Button>
        <Button variant="default" loading={busy} onClick={() => void add()}>
          {t('vault.addExisting')}
        </Button>
        {error !== null && <ErrorNotice error={error} />}
      </Stack>
    </Card>
  );
};
