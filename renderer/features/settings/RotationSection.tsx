import { Alert, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askAnew, useCommand, useQueryCall } from '../../lib/query.ts';
import { useLook } from '../../lib/use-look.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { KeysProgress } from './KeysProgress.tsx';

/** Gives the vault other keys, since somebody may know the old ones; shows how far that is. */
export const RotationSection = () => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const rotate = useCommand('keys.rotate');
  const rotation = useQueryCall('keys.status', {}).data?.rotation ?? null;
  const [done, setDone] = useState(false);
  // While the window of confirmation is open nothing runs yet.
  useLook('keys', rotate.busy || rotation !== null);
  const run = async (): Promise<void> => {
    setDone(false);
    setDone((await rotate.run({})).ok);
    askAnew(queries, ['keys']);
  };
  const failure = rotate.error?.code === 'rotationCancelled' ? null : rotate.error;
  return (
    <Section title={t('keys.rotation')} intro={t('keys.rotationIntro')}>
      <Alert variant="light" mb="sm">
        {t('keys.rotationOld')}
      </Alert>
      {failure !== null && <ErrorNotice error={failure} />}
      {rotation?.of === 'databases' ? (
        <KeysProgress {...rotation} />
      ) : (
        <Group>
          <Button variant="default" loading={rotate.busy} onClick={() => void run()}>
            {t('keys.rotate')}
          </Button>
          <Text role="status" size="sm" c="dimmed">
            {done ? t('keys.rotated') : ''}
          </Text>
        </Group>
      )}
    </Section>
  );
};
