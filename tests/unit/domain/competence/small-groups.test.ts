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
      ['withheld', 'small', 7, 22],
    ],
    [
      [12, 3, 2],
      [12, 'small', 'small', 'withheld'],
    ],
    // Beside their sum alone both could only be one, or both four.
    [
      [12, 1, 1],
      [12, 'small', 'small', 'withheld'],
    ],
    [
      [12, 4, 4, 9],
      ['withheld', 'small', 'small', 9, 29],
    ],
    // Only one could stand beside a count of five in that sum.
    [
      [5, 1, 30],
      ['withheld', 'small', 30, 'withheld'],
    ],
    [[3], ['small', 'withheld']],
    [
      [3, 0],
      ['small', 0, 'withheld'],
    ],
    [
      [5, 1],
      [5, 'small', 'withheld'],
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
    expect(total).toEqual({ whole: 93, part: 'withheld', said: 63 });
  });
});

type Row = Readonly<Record<Key | 'people', number>>;

const rowOf = (counts: Partial<Row>): Row => ({ whole: 0, part: 0, said: 0, people: 9, ...counts });

/** Every list of so many rows out of these. */
const tablesOf = (rows: readonly Row[], length: number): Row[][] =>
  length === 0 ? [[]] : tablesOf(rows, length - 1).flatMap((table) => rows.map((row) => [...table, row]));

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, count) => count);

/**
 * Hidden counts that somebody computes who knows the rule: all tables are told, and those told alike are put together.
 * Counts near the largest that was tried are left out, since larger ones would be told so too.
 */
const computed = (tables: readonly Row[][], columns: readonly CountColumn<Key, 'people'>[], most: number): string[] => {
  const groups = new Map<string, Row[][]>();
  for (const rows of tables) {
    const told = JSON.stringify(tellCounts<Key, 'people'>(rows, columns));
    groups.set(told, [...(groups.get(told) ?? []), rows]);
  }
  return [...groups].flatMap(([told, alike]) => {
    const { rows } = JSON.parse(told) as ReturnType<typeof tellCounts<Key>>;
    const isNear = alike.some((table) => table.some(({ whole, part }) => Math.max(whole, part) > most));
    if (isNear) return [];
    return rows.flatMap((row, at) =>
      columns
        .filter(({ key }) => typeof row[key] !== 'number')
        .filter(({ key }) => new Set(alike.map((table) => table[at]?.[key])).size === 1)
        .map(({ key }) => `${key} of row ${at}: ${told}`),
    );
  });
};

// The attack: the rule is public. Whoever reads a table asks which tables the rule would have told so (a choice by size
// betrays sizes), and solves for a hidden count with the sums.
describe('who knows the rule and solves for a hidden count, over every small table,', () => {
  const plain: CountColumn<Key, 'people'>[] = [{ key: 'whole' }];
  test.each([2, 3, 4])('computes none of %i units beside their sum', (length) => {
    const most = length === 4 ? 9 : 14;
    const rows = upTo(most).map((whole) => rowOf({ whole }));
    expect(computed(tablesOf(rows, length), plain, most - 4)).toEqual([]);
  });

  test('computes none where even no count at all would tell of everyone', () => {
    const rows = upTo(14).map((whole) => rowOf({ whole }));
    expect(computed(tablesOf(rows, 3), [{ key: 'whole', hidesNone: true }], 10)).toEqual([]);
  });

  test('computes none of few people, who may have done much', () => {
    const rows = [2, 9].flatMap((people) => upTo(9).map((whole) => rowOf({ whole, people })));
    expect(computed(tablesOf(rows, 3), [{ key: 'whole', by: 'people' }], 5)).toEqual([]);
  });

  const wholes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 20];
  test.each([undefined, true] as const)('computes no part and no rest of a whole (hidesNone: %s)', (hidesNone) => {
    const rows = wholes.flatMap((whole) => upTo(whole).map((part) => rowOf({ whole, part })));
    const parts = [
      { key: 'whole' as const },
      { key: 'part' as const, within: 'whole' as const, ...(hidesNone && { hidesNone }) },
    ];
    // Beyond ten not every whole was tried: there the whole is told, and only its part is asked for.
    const tables = tablesOf(rows, 2).filter((table) => table.every(({ whole }) => whole < 1 || whole > 4));
    expect(computed(tables, parts, 20)).toEqual([]);
  });
});

/** Another table that is told alike, in which a hidden count is another one; undefined where a search finds none. */
const otherwise = (table: readonly Row[], all: readonly CountColumn<Key, 'people'>[], at: number, key: Key) => {
  const told = JSON.stringify(tellCounts<Key, 'people'>(table, all));
  const moved = (rows: readonly Row[], of: Key, from: number, to: number, step: number): Row[] =>
    rows.map((row, index) => ({
      ...row,
      [of]: row[of] + (index === from ? step : 0) - (index === to ? step : 0),
    }));
  const others = [-1, ...table.keys()].filter((other) => other !== at);
  const isTable = (rows: readonly Row[]): boolean =>
    rows.every(({ whole, part, said }) => part >= 0 && said >= 0 && whole >= part);
  // One count more or less, made up for by another one; where a whole changes, so may the parts.
  const first = [1, -1, 2, -2, 3, -3].flatMap((step) => others.map((other) => moved(table, key, at, other, step)));
  const isAlike = (rows: readonly Row[]): boolean =>
    isTable(rows) && JSON.stringify(tellCounts<Key, 'people'>(rows, all)) === told;
  const found = first.find(isAlike);
  if (found !== undefined || key !== 'whole') return found;
  for (const rows of first)
    for (const from of table.keys())
      for (const to of [-1, ...table.keys()])
        for (const step of [1, 2, 3]) {
          const next = moved(rows, 'part', from, to, -step);
          if (isAlike(next)) return next;
        }
  return undefined;
};

test('every hidden count of larger tables may be another one, to whoever knows the rule', () => {
  const all: CountColumn<Key, 'people'>[] = [
    { key: 'whole' },
    { key: 'part', within: 'whole', hidesNone: true },
    { key: 'said', by: 'people', hidesNone: true },
  ];
  const row = fc
    .tuple(fc.oneof(fc.nat(6), fc.nat(40)), fc.nat(40), fc.oneof(fc.nat(6), fc.nat(30)), fc.constantFrom(0, 3, 8))
    .map(([whole, part, said, people]) => rowOf({ whole, part: Math.min(whole, part), said, people }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (table) => {
      const { rows } = tellCounts<Key, 'people'>(table, all);
      const alone = rows.flatMap((shown, at) =>
        all
          .filter(({ key }) => typeof shown[key] !== 'number')
          .filter(({ key }) => otherwise(table, all, at, key) === undefined)
          .map(({ key }) => `${key} of row ${at}`),
      );
      expect(alone, JSON.stringify([table, tellCounts<Key, 'people'>(table, all)])).toEqual([]);
    }),
    { numRuns: 150 },
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
