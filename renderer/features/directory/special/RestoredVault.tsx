import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useFocusHere } from '../../../ui/use-focus-here.ts';

/** Says that this vault was restored from a copy: others are asked for what it may lack. */
export const RestoredVault = () => {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  const box = useFocusHere<HTMLDivElement>(done);
  const renew = useCommand('exchange.renewEpoch');
  const run = async (): Promise<void> => {
    const answer = await renew.run({});
    if (answer.ok) setDone(true);
  };
  return (
    <Section title={t('directory.restored')}>
      <Stack gap="sm">
        <Text>{t('directory.restoredText')}</Text>
        <Text size="sm" c="dimmed">
          {t('directory.restoredWhen')}
        </Text>
        {renew.error !== null && <ErrorNotice error={renew.error} />}
        {done ? (
          <Alert
            ref={box}
            tabIndex={-1}
            role="status"
            color="green"
            variant="light"
            title={t('directory.restoredDone')}
          >
            {t('directory.restoredNext')}
          </Alert>
        ) : (
          <Group>
            <Button variant="default" loading={renew.busy} onClick={() => void run()}>
              {t('directory.restoredSay')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
};
