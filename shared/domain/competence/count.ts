import { type ConversionRow, type ConversionVersion, jpPerUnitOf, rowFor, versionFor } from './conversion.ts';
import { type LearningRecord, yearOf } from './learning-record.ts';
import { capped } from './maximum.ts';
import { type Activity, activitiesOf, isSameActivity, keysOf } from './same-activity.ts';

/** Why a record counts as it does; texts in i18n under `competence.verdict.<code>`. */
export const verdicts = [
  'counted',
  'capped',
  'stated',
  'noConversion',
  'evidenceMissing',
  'duplicate',
  'planned',
  'withdrawn',
] as const;
export type Verdict = (typeof verdicts)[number];

/** What one record earns. */
export interface Counted {
  readonly recordId: string;
  /** The year in which it counts: that of its last day. */
  readonly year: number;
  /** JP, in hundredths. */
  readonly jp: number;
  readonly verdict: Verdict;
  /** The rule that says so; empty where none does. */
  readonly citation: string;
  /** For a duplicate: the record that counts instead. */
  readonly countsAs: string | null;
  /** Another activity of the same person on the same days: both count, somebody should look. */
  readonly overlaps: boolean;
}

/** Better evidenced first, then earlier entered: the first of one activity counts (law: counting). */
const byEvidence = (a: LearningRecord, b: LearningRecord): number =>
  b.evidence.length - a.evidence.length || a.seq - b.seq;

/** For every record of an activity that stands twice, the one that counts instead. */
const duplicatesOf = (records: readonly LearningRecord[]): ReadonlyMap<string, string> => {
  const counting = new Map<string, Activity[]>();
  const instead = new Map<string, string>();
  for (const activity of activitiesOf([...records].sort(byEvidence))) {
    const keys = keysOf(activity);
    const same = keys.flatMap((key) => counting.get(key) ?? []).find((earlier) => isSameActivity(earlier, activity));
    if (same !== undefined) instead.set(activity.recordId, same.recordId);
    for (const key of same === undefined ? keys : []) counting.set(key, [...(counting.get(key) ?? []), activity]);
  }
  return instead;
};

/** Those of the records that share a day with another one of them. */
const overlapping = (records: readonly LearningRecord[]): ReadonlySet<string> => {
  const inOrder = [...records].sort((a, b) => a.from.localeCompare(b.from));
  let latest = '';
  const found = inOrder.filter(({ from, to }, index) => {
    const earlier = latest >= from;
    const later = (inOrder[index + 1]?.from ?? '9999-99') <= to;
    latest = to > latest ? to : latest;
    return earlier || later;
  });
  return new Set(found.map(({ recordId }) => recordId));
};

interface Earned {
  readonly jp: number;
  readonly verdict: Verdict;
  readonly citation: string;
  readonly row: ConversionRow | null;
}

const nothing = (verdict: Verdict, citation = ''): Earned => ({ jp: 0, verdict, citation, row: null });

/**
 * JP by the table alone. JP that a certificate states count as stated where the table has no row for them and a file
 * proves them (law: counting): the verdict says so, there is no rule to cite. A certificate number alone is no proof.
 * Parts of a hundredth are dropped.
 */
const earnedBy = (record: LearningRecord, version: ConversionVersion): Earned => {
  const found = rowFor(version, record.kind, record.unit);
  const perUnit = found && jpPerUnitOf(found, record.abroad === true);
  const row = perUnit === undefined ? undefined : found;
  const proven = record.evidence.length > 0;
  if (row === undefined) {
    if (record.unit !== 'jp') return nothing('noConversion');
    return proven ? { jp: record.amount, verdict: 'stated', citation: '', row: null } : nothing('evidenceMissing');
  }
  if (row.evidenceRequired && !proven) return nothing('evidenceMissing', row.citation);
  const jp = Math.floor((record.amount * (perUnit ?? 0)) / 100);
  return { jp, verdict: 'counted', citation: row.citation, row };
};

/**
 * What each record of ONE employee earns. Pure: equal records and versions, equal counts. A record counts once, in the
 * year of its last day; the same activity entered twice counts once; without evidence where the table asks it, without
 * a row to convert by, before it has ended (`today`), or taken back, it counts nothing and says why.
 */
export const countRecords = (
  records: readonly LearningRecord[],
  versions: readonly ConversionVersion[],
  today: string,
): Counted[] => {
  const standing = records.filter(({ withdrawn, to }) => withdrawn === null && to <= today);
  const instead = duplicatesOf(standing);
  const counting = standing.filter(({ recordId }) => !instead.has(recordId));
  const sharing = overlapping(counting);
  const earned = new Map(
    capped(counting.map((record) => ({ ...earnedBy(record, versionFor(versions, yearOf(record))), record }))).map(
      ({ record, row: _, isCut, ...rest }) => [record.recordId, isCut ? { ...rest, verdict: 'capped' as const } : rest],
    ),
  );
  return records.map((record): Counted => {
    const { recordId } = record;
    const countsAs = instead.get(recordId) ?? null;
    const verdict = record.withdrawn !== null ? 'withdrawn' : record.to > today ? 'planned' : 'duplicate';
    const result = earned.get(recordId) ?? { jp: 0, verdict, citation: '' };
    return { recordId, year: yearOf(record), ...result, countsAs, overlaps: sharing.has(recordId) };
  });
};
