import { Alert, Anchor } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { useKeepPlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';

/** That private notes are missing, in a vault that was restored from a backup without them. */
export const MissingNotes = () => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const go = useGo();
  const keepPlace = useKeepPlace();
  const since = useQueryCall('backup.status', {}).data?.notes.missingSince ?? null;
  if (since === null) return null;
  const settings = (): void => {
    keepPlace(placeOf('settings'), 'backups');
    go(placeOf('settings'));
  };
  return (
    <Alert variant="light" color="amber" mb="md" title={t('backup.notes.missingTitle')}>
      {t('backup.notes.missing', { when: dateTime(since) })}{' '}
      <Anchor component="button" type="button" onClick={settings}>
        {t('backup.notes.take')}
      </Anchor>
    </Alert>
  );
};
