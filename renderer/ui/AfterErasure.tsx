import { Alert, Button, Group, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../lib/navigation.ts';
import { useCommand, useQueryCall } from '../lib/query.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

/** Backups from before the latest erasure, which still hold what was erased; nothing where there is none. */
export const AfterErasure = () => {
  const { t } = useTranslation();
  const go = useGo();
  const status = useQueryCall('backup.status', {}).data;
  const renew = useCommand('retention.renewBackups');
  const [gone, setGone] = useState<number | null>(null);
  const older = status?.beforeErasure;
  if (older === undefined) return null;
  const isLeft = older.here > 0 || older.away > 0;
  if (!isLeft && gone === null) return null;
  const run = async (): Promise<void> => {
    const done = await renew.run({});
    if (done.ok) setGone(done.value.deleted);
  };
  return (
    <Alert variant="light" color={isLeft ? 'amber' : 'green'} mb="md" title={t('retention.backupsTitle')}>
      {isLeft && <Text>{t('retention.backups', older)}</Text>}
      {gone !== null && <Text role="status">{t('retention.backupsGone', { count: gone })}</Text>}
      {renew.error !== null && <ErrorNotice error={renew.error} />}
      {isLeft && (
        <Group mt="xs" gap="sm">
          {older.here > 0 && (
            <Button loading={renew.busy} onClick={() => void run()}>
              {t('retention.renewBackups')}
            </Button>
          )}
          <Button variant="default" onClick={() => go(placeOf('settings'))}>
            {t('settings.nav')}
          </Button>
        </Group>
      )}
    </Alert>
  );
};
