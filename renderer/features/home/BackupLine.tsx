import { Anchor, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { useKeepPlace } from '../../lib/place.ts';
import { type Output, useQueryCall } from '../../lib/query.ts';
import { Section } from '../../ui/Section.tsx';

/** Days after which the last backup is called old. */
const oldAfter = 3;

const daysSince = (at: string): number => Math.floor((Date.now() - Date.parse(at)) / 86_400_000);

type Status = Output<'backup.status'>;

const notesDays = ({ lastAt }: Status['notes']): number => (lastAt === null ? 0 : daysSince(lastAt));

/** True where something is to be done about private notes: they are missing, or their own backup is. */
const notePressing = ({ place, notes }: Status): boolean => {
  if (notes.missingSince !== null) return true;
  if (place === null || notes.choice !== 'apart') return false;
  return notes.failed !== null || notesDays(notes) > oldAfter || notes.place?.isThere === false;
};

/** What is said of private notes apart: that they are in no backup, or when the last of their own was made. */
const NotesLine = ({ notes }: Pick<Status, 'notes'>) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const { choice, lastAt, place, failed } = notes;
  const days = notesDays(notes);
  if (choice === 'together') return null;
  if (choice === 'declined') return <Text>{t('backup.notes.declined')}</Text>;
  const last = (at: string): string =>
    t(days > oldAfter ? 'backup.notes.old' : 'backup.notes.last', { when: dateTime(at), days });
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
  const { lastAt, place, declined, failed, notes } = status;
  const days = lastAt === null ? 0 : daysSince(lastAt);
  const presses =
    failed !== null ||
    days > oldAfter ||
    (place === null && !declined) ||
    place?.isThere === false ||
    notePressing(status);
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
      {notes.missingSince !== null && <Text>{t('backup.notes.missing', { when: dateTime(notes.missingSince) })}</Text>}
      {place !== null && <NotesLine notes={notes} />}
      <Anchor component="button" type="button" onClick={settings}>
        {t('backup.home.settings')}
      </Anchor>
    </Section>
  );
};
