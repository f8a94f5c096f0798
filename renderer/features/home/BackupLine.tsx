import { Anchor, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { useKeepPlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';
import { Section } from '../../ui/Section.tsx';
import { type BackupStatus, backupAge, backupNews } from './backup-news.ts';

/** What is said of private notes apart: that they are in no backup, or when the last of their own was made. */
const NotesLine = ({ notes }: Pick<BackupStatus, 'notes'>) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const { choice, lastAt, place, failed } = notes;
  const { days, isOld } = backupAge(lastAt, Date.now());
  if (choice === 'together') return null;
  if (choice === 'declined') return <Text>{t('backup.notes.declined')}</Text>;
  const last = (at: string): string =>
    t(isOld ? 'backup.notes.old' : 'backup.notes.last', { when: dateTime(at), days });
  return (
    <>
      <Text>{lastAt === null ? t('backup.notes.never') : last(lastAt)}</Text>
      {place?.isThere === false && <Text>{t('backup.notes.placeGone')}</Text>}
      {failed !== null && place?.isThere !== false && (
        <Text>{t('backup.notes.failed', { when: dateTime(failed.at) })}</Text>
      )}
    </>
  );
};

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
  const { lastAt, place, failed, notes } = status;
  const { presses, text, days } = backupNews(status, Date.now());
  if (presses !== pressing) return null;
  const settings = (): void => {
    keepPlace(placeOf('settings'), 'backups');
    go(placeOf('settings'));
  };
  return (
    <Section title={t('backup.home.title')}>
      <Text>{t(text, { when: lastAt === null ? '' : dateTime(lastAt), days })}</Text>
      {place?.isThere === false && <Text>{t('backup.placeGone')}</Text>}
      {failed !== null && place?.isThere !== false && <Text>{t('backup.failed', { when: dateTime(failed.at) })}</Text>}
      {notes.missingSince !== null && <Text>{t('backup.notes.missing', { when: dateTime(notes.missingSince) })}</Text>}
      {place !== null && <NotesLine notes={notes} />}
      <Anchor component="button" type="button" onClick={settings}>
        {t('backup.home.settings')}
      </Anchor>
    </Section>
  );
};
