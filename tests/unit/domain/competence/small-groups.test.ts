import { type CountColumn, smallGroup, type Told, tellCounts } from '@shared/domain/competence/small-groups.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

// law: smallGroups. What is told of counts by unit must point at nobody.

type Key = 'whole' | 'part' | 'said';
const columns: readonly CountColumn<Key>[] = [
  { key: 'whole' },
  { key: 'part', within: 'whole' },
  { key: 'said', of: 'whole' },
];
const alone: readonly CountColumn<'whole'>[] = [{ key: 'whole' }];

const toldOf = (...counts: number[]): Told[] => {
  const { rows, total } = tellCounts(
    counts.map((whole) => ({ whole })),
    alone,
  );
  return [...rows.map(({ whole }) => whole), total.whole];
};

describe('counts by unit', () => {
  test.each<[readonly number[], readonly Told[]]>([
    [
      [12, 0, 7],
      [12, 0, 7, 19],
    ],
    [
      [12, 3, 7],
      [12, 'small', 'withheld', 22],
    ],
    [
      [12, 3, 2],
      [12, 'small', 'small', 17],
    ],
    // The sum would say that both are one, or both four.
    [
      [12, 1, 1],
      ['withheld', 'small', 'small', 14],
    ],
    [
      [12, 4, 4, 9],
      [12, 'small', 'small', 'withheld', 29],
    ],
    // Only one could stand beside a count of five in that sum.
    [
      [5, 1, 30],
      ['withheld', 'small', 'withheld', 36],
    ],
    [[3], ['small', 'withheld']],
    [
      [3, 0],
      ['small', 0, 'withheld'],
    ],
    [
      [5, 1],
      ['withheld', 'small', 'withheld'],
    ],
    [[], [0]],
  ])('%j are told as %j', (counts, told) => {
    expect(toldOf(...counts)).toEqual(told);
  });

  test('tell no part whose rest is small, and nothing of a small group', () => {
    const { rows, total } = tellCounts(
      [
        { whole: 20, part: 19, said: 40 },
        { whole: 3, part: 0, said: 12 },
        { whole: 30, part: 12, said: 2 },
        { whole: 40, part: 20, said: 9 },
      ],
      columns,
    );
    expect(rows).toEqual([
      { whole: 'withheld', part: 'withheld', said: 'withheld' },
      { whole: 'small', part: 'withheld', said: 'withheld' },
      { whole: 30, part: 12, said: 'small' },
      { whole: 40, part: 20, said: 9 },
    ]);
    expect(total).toEqual({ whole: 93, part: 51, said: 63 });
  });
});

/** Every number that a told count may be, for somebody who knows the rule. */
const valuesOf = (told: Told, most: number, isFree: boolean): readonly number[] => {
  if (typeof told === 'number') return [told];
  if (told === 'small') return [1, 2, 3, 4];
  return Array.from({ length: most + 1 }, (_, count) => count).filter((count) => isFree || count > smallGroup);
};

type Sums = readonly [wholes: number, parts: number];

/** True for sums that the told ones allow: `all`, these very ones, or no more than these. */
const allows = ({ whole, part }: Record<Key, Told>, [wholes, parts]: Sums, all: boolean): boolean =>
  [
    [whole, wholes],
    [part, parts],
  ].every(([told, sum]) => typeof told !== 'number' || (all ? sum === told : Number(sum) <= told));

/** Pairs of whole and part that a told row may stand for. */
const pairsOf = ({ whole, part }: Record<Key, Told>, most: number): Sums[] =>
  valuesOf(whole, most, false).flatMap((one) =>
    valuesOf(part, most, true)
      .filter((two) => two <= one)
      .map((two): Sums => [one, two]),
  );

/**
 * Hidden counts of which every table that is told so has the same number: sums agree where they are told, and no part
 * exceeds its whole. Looks at all such tables, or until each has been seen with two.
 */
const computable = ({ rows, total }: ReturnType<typeof tellCounts<Key>>, most: number): readonly number[] => {
  const cells = rows.flatMap(({ whole, part }) => [whole, part]);
  const seen = cells.map(() => new Set<number>());
  const left = (): number[] => [...cells.keys()].filter((at) => typeof cells[at] !== 'number' && seen[at]?.size === 1);
  const note = (counts: readonly number[]): void => {
    for (const [at, count] of counts.entries()) seen[at]?.add(count);
  };
  const go = (at: number, flat: readonly number[], [wholes, parts]: Sums): void => {
    const row = rows[at];
    if (!allows(total, [wholes, parts], row === undefined) || (seen[0]?.size && left().length === 0)) return;
    if (row === undefined) note(flat);
    else for (const [one, two] of pairsOf(row, most)) go(at + 1, [...flat, one, two], [wholes + one, parts + two]);
  };
  go(0, [], [0, 0]);
  return left();
};

test('no hidden count can be computed from what is told, whatever the table', () => {
  const count = fc.integer({ min: 0, max: 9 });
  const row = fc.tuple(count, count).map(([a, b]) => ({ whole: Math.max(a, b), part: Math.min(a, b), said: 0 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
      const told = tellCounts(rows, columns);
      expect(computable(told, 13), JSON.stringify(told)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('nothing is hidden where no count is small, and no small count is ever told', () => {
  const big = fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 60 }));
  fc.assert(
    fc.property(fc.array(big, { maxLength: 6 }), (counts) => {
      expect(toldOf(...counts)).toEqual([...counts, counts.reduce((a, b) => a + b, 0)]);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (counts) => {
      for (const told of toldOf(...counts))
        if (typeof told === 'number') expect(told === 0 || told > smallGroup).toBe(true);
    }),
  );
});
