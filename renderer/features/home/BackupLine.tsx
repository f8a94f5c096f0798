import { Anchor, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { useKeepPlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';
import { Section } from '../../ui/Section.tsx';

/** Days after which the last backup is called old. */
const oldAfter = 3;

const daysSince = (at: string): number => Math.floor((Date.now() - Date.parse(at)) / 86_400_000);

export interface BackupLineProps {
  /** True: shown where something is to be done about backups alone; false: where nothing is. */
  readonly pressing: boolean;
}

/** The last verified backup and its age; what is missing where there is none. It stands higher when it presses. */
export const BackupLine = ({ pressing }: BackupLineProps) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const go = useGo();
  const keepPlace = useKeepPlace();
  const status = useQueryCall('backup.status', {}).data;
  if (status === undefined) return null;
  const { lastAt, place, declined, failed } = status;
  const days = lastAt === null ? 0 : daysSince(lastAt);
  const presses = failed !== null || days > oldAfter || (place === null && !declined) || place?.isThere === false;
  if (presses !== pressing) return null;
  const text = (): string => {
    if (place === null) return t(declined ? 'backup.declined' : 'backup.home.none');
    if (lastAt === null) return t('backup.never');
    return t(days > oldAfter ? 'backup.home.old' : 'backup.home.last', { when: dateTime(lastAt), days });
  };
  const settings = (): void => {
    keepPlace(placeOf('settings'), 'backups');
    go(placeOf('settings'));
  };
  return (
    <Section title={t('backup.home.title')}>
      <Text>{text()}</Text>
      {place?.isThere === false && <Text>{t('backup.placeGone')}</Text>}
      {failed !== null && place?.isThere !== false && <Text>{t('backup.failed', { when: dateTime(failed.at) })}</Text>}
      <Anchor component="button" type="button" onClick={settings}>
        {t('backup.home.settings')}
      </Anchor>
    </Section>
  );
};
