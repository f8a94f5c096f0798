import { addDays } from '../../kernel/date.ts';
import type { ConversionRow } from './conversion.ts';
import { type LearningRecord, yearOf } from './learning-record.ts';

/** What a record earns before any maximum, and by which row; null: by none, so that none cuts it. */
export interface Uncut {
  readonly record: LearningRecord;
  readonly jp: number;
  readonly row: ConversionRow | null;
}

const noLimit = Number.POSITIVE_INFINITY;

const limitOfDay = ({ dailyMaximum, dailyMaximumAbroad }: ConversionRow, { abroad }: LearningRecord): number =>
  (abroad === true ? (dailyMaximumAbroad ?? dailyMaximum) : dailyMaximum) ?? noLimit;

/** The first day of the month after that of a day. */
const nextMonth = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const [ofYear, ofMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${ofYear}-${String(ofMonth).padStart(2, '0')}-01`;
};

/** JP that are used up already, by kind, unit and span (`2026-03-02`, `2026-03`, `2026`). */
type Used = Map<string, number>;

/** Puts up to `jp` into the spans of a record, from its first day on; gives what found room. */
const fill = (used: Used, row: ConversionRow, record: LearningRecord, jp: number): number => {
  const key = (span: string): string => `${span} ${row.kind} ${row.unit}`;
  const room = (span: string, limit: number): number => Math.max(0, limit - (used.get(key(span)) ?? 0));
  const perDay = limitOfDay(row, record);
  const perMonth = row.monthlyMaximum ?? noLimit;
  const year = String(yearOf(record));
  const most = Math.min(jp, room(year, row.yearlyMaximum ?? noLimit));
  let left = most;
  let day = record.from;
  while (left > 0 && day <= record.to) {
    const month = day.slice(0, 7);
    const ofMonth = room(month, perMonth);
    const part = Math.min(left, ofMonth, room(day, perDay));
    for (const span of [day, month, year]) used.set(key(span), (used.get(key(span)) ?? 0) + part);
    left -= part;
    // Without a limit for days, or with nothing left of a month, its other days have no more room than this one.
    day = perDay < noLimit && part < ofMonth ? addDays(day, 1) : nextMonth(day);
  }
  return most - left;
};

/**
 * Cuts what a kind and unit earn at the row's maximum of a day, a month and a year, by last day, then by entry. What a
 * record earns fills the days and months that it lasts from the first on, and the year of its last day (law: counting).
 * Gives the records in that order with what is left of their JP, and whether that is less than they earned.
 */
export const capped = <Given extends Uncut>(given: readonly Given[]): (Given & { readonly isCut: boolean })[] => {
  const used: Used = new Map();
  return [...given]
    .sort((a, b) => a.record.to.localeCompare(b.record.to) || a.record.seq - b.record.seq)
    .map((earned) => {
      const jp = earned.row === null ? earned.jp : fill(used, earned.row, earned.record, earned.jp);
      return { ...earned, jp, isCut: jp < earned.jp };
    });
};
