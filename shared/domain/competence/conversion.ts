import { isEarlier, toLocalDay } from '@shared/kernel/date.ts';
import { z } from 'zod';
import { optionalText, requiredLine, year, years } from '../fields.ts';
import type { employmentStatuses } from '../identity/person.ts';
import { learningKindNames } from './kinds.ts';
import { hundredths, type LearningUnit, learningUnits } from './learning-record.ts';

/** JP that an employee should reach in a year where nothing else is set (law: learningTarget), in hundredths. */
export const defaultTarget = 2000;

const row = z.strictObject({
  kind: z.enum(learningKindNames),
  unit: z.enum(learningUnits),
  /** JP for one unit, in hundredths. */
  jpPerUnit: hundredths,
  /** The same abroad; null or absent: as at home. */
  jpPerUnitAbroad: hundredths.nullable().optional(),
  /** Most JP that the kind earns a person on a day, in hundredths; null or absent: no such limit. */
  dailyMaximum: hundredths.nullable().optional(),
  /** The same of what takes place abroad; null or absent: as at home. */
  dailyMaximumAbroad: hundredths.nullable().optional(),
  /** The same in a month; null or absent: no such limit. */
  monthlyMaximum: hundredths.nullable().optional(),
  /** Most JP that the kind earns a person in a year, in hundredths; null: no such limit. */
  yearlyMaximum: hundredths.nullable(),
  evidenceRequired: z.boolean(),
  /** The rule that says so: the annexes are not known to this program, so every row names its own. */
  citation: requiredLine,
});
export type ConversionRow = z.output<typeof row>;

/** Most rows of one conversion table. */
export const maxConversionRows = 200;

/**
 * How learning is turned into JP from a year on. Empty by default: the table of the regulation is not known to this
 * program, the institution enters its own (law: conversion). `targets` null: no target for that status.
 */
export const conversionInput = z
  .strictObject({
    fromYear: year,
    targets: z.strictObject({
      pns: hundredths.nullable(),
      pppk: hundredths.nullable(),
      other: hundredths.nullable(),
    } satisfies Record<(typeof employmentStatuses)[number], z.ZodType>),
    targetCitation: requiredLine,
    rows: z.array(row).max(maxConversionRows),
    remark: optionalText,
  })
  .refine(({ rows }) => new Set(rows.map(({ kind, unit }) => `${kind} ${unit}`)).size === rows.length, {
    error: 'rowTwice',
    path: ['rows'],
  });
export type ConversionInput = z.output<typeof conversionInput>;

/** A published version; versions are never changed. */
export interface ConversionVersion extends ConversionInput {
  /** 1, 2, 3 … in the order of publication. */
  readonly versionNo: number;
}

/** What counts where nothing was published: no conversion, 20 JP for every civil servant. */
export const noConversion: ConversionVersion = {
  versionNo: 0,
  fromYear: years.first,
  targets: { pns: defaultTarget, pppk: defaultTarget, other: null },
  targetCitation: 'PP 11/2017, sebagaimana dikutip sumber terbuka: paling sedikit 20 JP per tahun (dapat diubah)',
  rows: [],
  remark: '',
};

/** The version that counts for a year: of those that have begun, the one that begins last; of those, the newest. */
export const versionFor = (versions: readonly ConversionVersion[], year: number): ConversionVersion =>
  versions
    .filter(({ fromYear }) => fromYear <= year)
    .reduce<ConversionVersion>(
      (best, version) =>
        version.fromYear > best.fromYear || (version.fromYear === best.fromYear && version.versionNo > best.versionNo)
          ? version
          : best,
      noConversion,
    );

export type PublishFault = 'versionInPast' | 'versionBeforeLast' | 'versionTooFar';

/**
 * Why a version may not be published; null: it may. Past years stay as they were: a later version begins in the present
 * year or after it, and not before the newest one. The very first may begin in any year, since before it nothing
 * counted. None begins later than next year (law: conversion): a slip of the keyboard would otherwise keep every
 * version before it out.
 */
export const publishFault = (
  versions: readonly ConversionVersion[],
  next: Pick<ConversionInput, 'fromYear'>,
  thisYear: number,
): PublishFault | null => {
  const last = versions.reduce<number | null>((newest, { fromYear }) => Math.max(newest ?? fromYear, fromYear), null);
  if (next.fromYear > thisYear + 1) return 'versionTooFar';
  if (last === null) return null;
  if (next.fromYear < thisYear) return 'versionInPast';
  return next.fromYear < last ? 'versionBeforeLast' : null;
};

/**
 * True for a version that a wrong clock published: in the future, or from a year on in which none could be published
 * now. It alone can be taken back, since it counted for nobody yet and keeps all others out.
 */
export const isFromWrongClock = (
  { fromYear, publishedAt }: Pick<ConversionVersion, 'fromYear'> & { readonly publishedAt: string },
  now: string,
): boolean => isEarlier(now, publishedAt) || fromYear > Number(toLocalDay(now).slice(0, 4)) + 1;

/** The row for a kind counted in a unit. */
export const rowFor = (
  { rows }: Pick<ConversionVersion, 'rows'>,
  kind: ConversionRow['kind'],
  unit: LearningUnit,
): ConversionRow | undefined => rows.find((row) => row.kind === kind && row.unit === unit);

/**
 * JP for one unit of a row, at home or abroad. Undefined where the row is for abroad alone: it has a value for there,
 * and none (0) for home.
 */
export const jpPerUnitOf = ({ jpPerUnit, jpPerUnitAbroad }: ConversionRow, abroad: boolean): number | undefined => {
  if (abroad) return jpPerUnitAbroad ?? jpPerUnit;
  return jpPerUnit === 0 && (jpPerUnitAbroad ?? 0) > 0 ? undefined : jpPerUnit;
};
