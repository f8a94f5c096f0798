import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Card } from './Card.tsx';
import { useAddVault } from './use-add-vault.ts';
import { type ReadInvitation, useInvitation } from './use-invitation.ts';

export interface WelcomeProps {
  readonly onCreate: () => void;
  readonly onInvited: (invitation: ReadInvitation) => void;
  readonly onAdded: () => Promise<void>;
}

/** First start: no vault is known yet. */
export const Welcome = ({ onCreate, onInvited, onAdded }: WelcomeProps) => {
  const { t } = useTranslation();
  const { add, busy, error } = useAddVault(onAdded);
  const invitation = useInvitation(onInvited);
  const failure = invitation.error ?? error;
  return (
    <Card title={t('vault.welcome')} intro={t('vault.welcomeText')}>
      <Stack gap="sm">
        <Button onClick={onCreate}>{t('vault.create')}</Button>
        <Button variant="default" loading={invitation.busy} onClick={() => void invitation.open()}>
          {t('vault.openInvitation')}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void add()}>
          {t('vault.addExisting')}
        </Button>
        {failure !== null && <ErrorNotice error={failure} />}
      </Stack>
    </Card>
  );
};
