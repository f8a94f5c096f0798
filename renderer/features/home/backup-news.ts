import type { Output } from '../../lib/query.ts';

/** Days after which the last backup is called old. */
const oldAfter = 3;

/** What the vault says of its backups. */
export type BackupStatus = Output<'backup.status'>;

/** Age of a backup: whole days, and whether that is called old. None yet counts as no days. */
export interface BackupAge {
  readonly days: number;
  readonly isOld: boolean;
}

/** The age of what was made at `at` (null: none was) by the moment `now`, milliseconds. */
export const backupAge = (at: string | null, now: number): BackupAge => {
  const days = at === null ? 0 : Math.floor((now - Date.parse(at)) / 86_400_000);
  return { days, isOld: days > oldAfter };
};

/** True where something is to be done about private notes: they are missing, or their own backup is. */
const notesPress = ({ place, notes }: BackupStatus, now: number): boolean => {
  if (notes.missingSince !== null) return true;
  if (place === null || notes.choice !== 'apart') return false;
  return notes.failed !== null || backupAge(notes.lastAt, now).isOld || notes.place?.isThere === false;
};

/** What is said of the backup of a vault at home. */
export interface BackupNews {
  /** True where something is to be done about backups. */
  readonly presses: boolean;
  /** Key of the text; those with an age are given `when` and `days`. */
  readonly text: 'backup.declined' | 'backup.home.none' | 'backup.never' | 'backup.home.old' | 'backup.home.last';
  readonly days: number;
}

const textOf = ({ place, declined, lastAt }: BackupStatus, isOld: boolean): BackupNews['text'] => {
  if (place === null) return declined ? 'backup.declined' : 'backup.home.none';
  if (lastAt === null) return 'backup.never';
  return isOld ? 'backup.home.old' : 'backup.home.last';
};

/** The last verified backup and its age at the moment `now`; that there is no place for any, or that none is wanted. */
export const backupNews = (status: BackupStatus, now: number): BackupNews => {
  const { place, declined, failed, lastAt } = status;
  const { days, isOld } = backupAge(lastAt, now);
  const isHomeless = place === null ? !declined : !place.isThere;
  return {
    presses: failed !== null || isOld || isHomeless || notesPress(status, now),
    text: textOf(status, isOld),
    days,
  };
};
