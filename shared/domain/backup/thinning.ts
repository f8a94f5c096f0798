import { mondayOf, toLocalDay } from '@shared/kernel/date.ts';

/** A verified backup, as thinning sees it. */
export interface KeptBackup {
  readonly name: string;
  /** When its files were copied, milliseconds. */
  readonly at: number;
  readonly bytes: number;
}

/** Of how many days, weeks and months the last backup stays, and how many stay whatever their age. */
export const thinning = { days: 7, weeks: 4, months: 12, always: 2 } as const;

/** The Monday of the calendar week, as this computer's calendar has it. */
const weekOf = (at: number): string => mondayOf(toLocalDay(at));

const monthOf = (at: number): string => toLocalDay(at).slice(0, 7);

/** The newest backup of each of the last `most` spans that have one. */
const newestOf = (
  backups: readonly KeptBackup[],
  spanOf: (at: number) => string,
  most: number,
): readonly KeptBackup[] => {
  const bySpan = new Map<string, KeptBackup>();
  for (const backup of backups) if (!bySpan.has(spanOf(backup.at))) bySpan.set(spanOf(backup.at), backup);
  return [...bySpan.values()].slice(0, most);
};

/** Drops the oldest until the rest fits into `bytes`; the newest two stay. */
const withinSpace = (backups: readonly KeptBackup[], bytes: number | null): readonly KeptBackup[] => {
  let used = 0;
  return backups.filter((backup, index) => {
    used += backup.bytes;
    return index < thinning.always || bytes === null || used <= bytes;
  });
};

/**
 * Backups that may go: all but the newest of each of the last 7 days, 4 weeks and 12 months that have one, and of these
 * the oldest that do not fit into `bytes` (null: no limit). The two newest always stay. `backups`: in the order in
 * which they were made, which alone says what is newest: the clock may have been wrong.
 */
export const superfluousBackups = (backups: readonly KeptBackup[], bytes: number | null): readonly KeptBackup[] => {
  const newestFirst = [...backups].reverse();
  const wanted = new Set([
    ...newestFirst.slice(0, thinning.always),
    ...newestOf(newestFirst, toLocalDay, thinning.days),
    ...newestOf(newestFirst, weekOf, thinning.weeks),
    ...newestOf(newestFirst, monthOf, thinning.months),
  ]);
  const kept = new Set(
    withinSpace(
      newestFirst.filter((backup) => wanted.has(backup)),
      bytes,
    ),
  );
  return newestFirst.filter((backup) => !kept.has(backup));
};

/** True when none was made on this calendar day yet: a backup is due once on each day on which a vault is used. */
export const isBackupDue = (last: number | null, now: number): boolean =>
  last === null || toLocalDay(last) !== toLocalDay(now);
