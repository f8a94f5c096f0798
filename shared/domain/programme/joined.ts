import type { Told } from '../competence/small-groups.ts';
import { plainUnit } from '../identity/same-person.ts';
import { unitGroups } from '../identity/unit-groups.ts';
import type { UnitTable } from './figures.ts';

/**
 * A count of several vaults together: their sum, what stands for a hidden one, or the sum of those that are told where
 * some are hidden.
 */
export type JoinedCount = Told | { readonly atLeast: number };

/** A table of several vaults, by unit. */
export interface JoinedTable<K extends string> {
  readonly units: { readonly unit: string; readonly counts: Record<K, JoinedCount> }[];
  readonly total: Record<K, JoinedCount>;
}

/** Joins what vaults tell of one count. It goes by what they told alone, so it tells nothing more. */
export const joinCounts = (all: readonly Told[]): JoinedCount => {
  const known = all.filter((count) => typeof count === 'number');
  const hidden = all.filter((count) => typeof count !== 'number');
  const sum = known.reduce((total, count) => total + count, 0);
  if (hidden.length === 0) return sum;
  if (sum > 0) return { atLeast: sum };
  return hidden.length === 1 ? (hidden[0] ?? 'withheld') : 'withheld';
};

/** What a count is at least. */
const leastOf = (count: JoinedCount): number =>
  typeof count === 'number' ? count : typeof count === 'string' ? 0 : count.atLeast;

/** A sum that is hidden is at least what its units are together. */
const atLeast = (sum: JoinedCount, units: readonly JoinedCount[]): JoinedCount => {
  const least = Math.max(
    leastOf(sum),
    units.reduce<number>((all, count) => all + leastOf(count), 0),
  );
  return typeof sum === 'number' || least === 0 ? sum : { atLeast: least };
};

/** Joins tables by unit, however the vaults write it, in the order of their names. */
export const joinTables = <K extends string>(tables: readonly UnitTable<K>[], keys: readonly K[]): JoinedTable<K> => {
  const rows = tables.flatMap(({ units }) => units);
  const groups = unitGroups(rows.map(({ unit }) => ({ unit, people: 1 })));
  const joined = (counts: readonly Readonly<Record<K, Told>>[]) =>
    Object.fromEntries(keys.map((key) => [key, joinCounts(counts.map((count) => count[key]))])) as Record<
      K,
      JoinedCount
    >;
  const units = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { unit }]) => ({
      unit,
      counts: joined(rows.filter((row) => plainUnit(row.unit) === key).map(({ counts }) => counts)),
    }));
  const sums = joined(tables.map(({ total }) => total));
  const total = Object.fromEntries(
    keys.map((key) => [
      key,
      atLeast(
        sums[key],
        units.map(({ counts }) => counts[key]),
      ),
    ]),
  ) as Record<K, JoinedCount>;
  return { units, total };
};
