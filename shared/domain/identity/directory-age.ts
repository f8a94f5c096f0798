import { daysBetween } from '@shared/kernel/date.ts';

/** A directory that is older than so many days is called old (law: directoryAge). */
export const oldDirectoryDays = 90;

/** From so many whole months on it is told in months. */
const monthsTold = 2;

/** How old a directory is: a number of days or of whole months. */
export interface DirectoryAge {
  readonly unit: 'days' | 'months';
  readonly count: number;
  /** True when it is to be said that people, posts and keys may have changed since. */
  readonly isOld: boolean;
}

const partsOf = (day: string): readonly [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

const monthsBetween = (from: string, to: string): number => {
  const [[year, month, day], [toYear, toMonth, toDay]] = [partsOf(from), partsOf(to)];
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
};

/**
 * The age on `today` of a directory that was issued on a day (both `YYYY-MM-DD`). One of a later day is none yet: the
 * clock of its publisher, or this one, is wrong.
 */
export const directoryAge = (issuedOn: string, today: string): DirectoryAge => {
  const days = Math.max(0, daysBetween(issuedOn, today));
  const months = monthsBetween(issuedOn, today);
  const isOld = days > oldDirectoryDays;
  return months < monthsTold ? { unit: 'days', count: days, isOld } : { unit: 'months', count: months, isOld };
};
