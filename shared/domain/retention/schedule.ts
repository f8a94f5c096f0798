import { addDays } from '@shared/kernel/date.ts';
import { z } from 'zod';
import type { CaseState } from '../case/state.ts';
import { line } from '../fields.ts';

/**
 * How a file ended, which is what its retention hangs on. `counselled`: counselling was decided on. `notCounselled`: it
 * ended before (changed, not determined, left). `wrongEmployee`: it named the wrong person.
 */
export const endKinds = ['counselled', 'notCounselled', 'wrongEmployee'] as const;
export type EndKind = (typeof endKinds)[number];

/**
 * Kinds of files that can be erased. `unopened`: single acts whose file has no opening here, so that nobody can tell
 * whether it ended; its years count from the latest of them.
 */
export const fileKinds = [...endKinds, 'unopened'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What else is kept for years of its own: guidance, and learning records, year by year. */
export const recordsKinds = ['guidance', 'learning'] as const;
export type RecordsKind = (typeof recordsKinds)[number];

/** Kinds of a schedule, in its order. */
export const retentionKinds = [...fileKinds, ...recordsKinds] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** What becomes of a record once its years are over: Musnah, Permanen, Dinilai Kembali, Masuk Berkas Perseorangan. */
export const dispositions = ['destroy', 'permanent', 'review', 'personalFile'] as const;
export type Disposition = (typeof dispositions)[number];

/** Most years that a schedule can name for one stage. */
export const maxRetentionYears = 100;

const stage = z.number().int().min(0).max(maxRetentionYears);

/** Years of one kind of record, first active, then inactive; what becomes of it; the rule that says so. */
export const retentionRule = z.strictObject({
  active: stage,
  inactive: stage,
  disposition: z.enum(dispositions),
  citation: line(),
});
export type RetentionRule = Readonly<z.infer<typeof retentionRule>>;

/** The schedule (jadwal retensi arsip) of a vault; null: nothing is set for that kind, so nothing of it is ever due. */
export const retentionSchedule = z.strictObject({
  counselled: retentionRule.nullable(),
  notCounselled: retentionRule.nullable(),
  wrongEmployee: retentionRule.nullable(),
  // Schedules of before name none of these.
  unopened: retentionRule.nullable().default(null),
  guidance: retentionRule.nullable().default(null),
  learning: retentionRule.nullable().default(null),
} satisfies Record<RetentionKind, z.ZodType>);
export type RetentionSchedule = Readonly<z.infer<typeof retentionSchedule>>;

/**
 * Our own terms (law: retention), which a vault can set otherwise: twelve months for what came to no counselling,
 * none for what should never have been written.
 */
const own = (active: number): RetentionRule => ({ active, inactive: 0, disposition: 'destroy', citation: '' });

/** What holds before anything is set. Years of all else are known from no source, so there are none. */
export const firstSchedule: RetentionSchedule = {
  counselled: null,
  notCounselled: own(1),
  wrongEmployee: own(0),
  unopened: own(1),
  guidance: null,
  learning: null,
};

/** True for an end after which no list names the employee any more (law: retention). */
export const endsUnnamed = (kind: EndKind | null | undefined): boolean => kind === 'notCounselled';

/** How a file has ended; null while it goes on. */
export const endKindOf = (
  state: Pick<CaseState, 'mistaken' | 'closed' | 'decision' | 'startsFrom'>,
): EndKind | null => {
  if (state.mistaken !== null) return 'wrongEmployee';
  if (!state.closed) return null;
  const isCounselled = state.decision?.decision === 'yes' || state.startsFrom === 'assignment';
  return isCounselled ? 'counselled' : 'notCounselled';
};

const isLeapDay = (day: string): boolean => day.endsWith('-02-29');

/** The same day `years` later; of 29 February in a year without one, 1 March. `day`: `YYYY-MM-DD`. */
export const addYears = (day: string, years: number): string => {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  if (!isLeapDay(day)) return later;
  const year = Number(later.slice(0, 4));
  const hasLeapDay = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return hasLeapDay ? later : addDays(`${later.slice(0, 4)}-02-28`, 1);
};

/** The first day after the years of a record that ended on `endedOn`; null where no rule is set. */
export const dueDay = (endedOn: string, rule: RetentionRule | null): string | null =>
  rule === null ? null : addYears(endedOn, rule.active + rule.inactive);

/** The first day on which a record that ended on `endedOn` is inactive; null where no rule is set. */
export const inactiveDay = (endedOn: string, rule: RetentionRule | null): string | null =>
  rule === null ? null : addYears(endedOn, rule.active);
