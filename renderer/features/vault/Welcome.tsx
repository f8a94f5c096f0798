import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Card } from './Card.tsx';
import { chooseBackup, chooseInvitation, chooseVault, type ReadBackup, type ReadInvitation } from './choose-file.ts';
import { useChoice } from './use-choice.ts';

export interface WelcomeProps {
  readonly onCreate: () => void;
  readonly onInvited: (invitation: ReadInvitation) => void;
  readonly onRestored: (backup: ReadBackup) => void;
  readonly onAdded: () => void;
}

/** First start: no vault is known yet. */
export const Welcome = ({ onCreate, onInvited, onRestored, onAdded }: WelcomeProps) => {
  const { t } = useTranslation();
  const added = useChoice(chooseVault, onAdded);
  const invitation = useChoice(chooseInvitation, onInvited);
  const backup = useChoice(chooseBackup, onRestored);
  const failure = invitation.error ?? added.error ?? backup.error;
  return (
    <Card title={t('vault.welcome')} intro={t('vault.welcomeText')}>
      <Stack gap="sm">
        <Button onClick={onCreate}>{t('vault.create')}</Button>
        <Button variant="default" loading={invitation.busy} onClick={() => void invitation.run()}>
          {t('vault.openInvitation')}
        </Button>
        <Button variant="default" loading={added.busy} onClick={() => void added.run()}>
          {t('vault.addExisting')}
        </Button>
        <Button variant="default" loading={backup.busy} onClick={() => void backup.run()}>
          {t('vault.restore')}
        </Button>
        {failure !== null && <ErrorNotice error={failure} />}
      </Stack>
    </Card>
  );
};
