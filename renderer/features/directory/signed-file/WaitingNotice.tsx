import { Button, Group, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../lib/navigation.ts';
import { useWaitingFiles } from '../../../lib/waiting-files.ts';
import { Section } from '../../../ui/Section.tsx';

/** Files that were dropped together with this one and are still to be looked at; nothing while there is none. */
export const WaitingNotice = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { count } = useWaitingFiles();
  if (count === 0) return null;
  return (
    <Section title={t('exchange.receive')}>
      <Group justify="space-between" gap="sm">
        <Text>{t('exchange.waiting', { number: count })}</Text>
        <Button variant="default" onClick={() => go(placeOf('exchange'))}>
          {t('directory.toWaiting')}
        </Button>
      </Group>
    </Section>
  );
};

/** Gives where to go once a file is done with: to the next one that waits, else to the directory. */
export const useLeaveFile = (): (() => void) => {
  const go = useGo();
  const { all } = useWaitingFiles();
  return () => go(all().length > 0 ? placeOf('exchange') : placeOf('directory'));
};
