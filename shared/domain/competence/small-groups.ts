/** What stands for a hidden count: `small` for 1 to 4, `withheld` where a small one could be computed with it. */
export const hiddenCounts = ['small', 'withheld'] as const;

/** A count as it is told: itself, or what stands for it. */
export type Told = number | (typeof hiddenCounts)[number];

/** A column of counts by unit. */
export interface CountColumn<K extends string> {
  readonly key: K;
  /** An earlier column of which this one counts a part: the rest must not be small either. */
  readonly within?: K;
  /** An earlier column that counts those whom this one speaks of: it is told of no small group. */
  readonly of?: K;
}

/** What is told of a table: its rows, and their sum. */
export interface ToldTable<K extends string> {
  readonly rows: readonly Readonly<Record<K, Told>>[];
  readonly total: Readonly<Record<K, Told>>;
}

/** Largest count that may point at a person (law: smallGroups). */
export const smallGroup = 4;

const isSmall = (count: number): boolean => count > 0 && count <= smallGroup;

/** More than any institution counts. */
const beyondAnyCount = 1_000_000_000;

/** What a count may be for whoever reads what is told. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** True when each hidden count of a column may still be one of several, although all of them have that sum. */
const isOpen = (ranges: readonly Range[], sum: number): boolean => {
  const least = ranges.reduce((all, range) => all + range.least, 0);
  const most = ranges.reduce((all, range) => all + range.most, 0);
  return ranges.every((range) => {
    const from = Math.max(range.least, sum - (most - range.most));
    const to = Math.min(range.most, sum - (least - range.least));
    return from < to;
  });
};

type Counts<K extends string> = Readonly<Record<K, number>>;

/**
 * Counts by unit as they may be told beside their sum: 1 to 4 are hidden, and so is what tells them: the part whose
 * rest is small, what is said of a small group, and a further count, the smallest, for as long as a hidden one is the
 * only one that the sum leaves. The sum itself is hidden where no further count would do (law: smallGroups).
 */
export const tellCounts = <K extends string>(
  rows: readonly Counts<K>[],
  columns: readonly CountColumn<K>[],
): ToldTable<K> => {
  const told = rows.map(() => ({}) as Record<K, Told>);
  const total = {} as Record<K, Told>;
  for (const column of columns) {
    const { cells, sum } = tellColumn(column, rows, told, total);
    for (const [at, cell] of cells.entries()) (told[at] as Record<K, Told>)[column.key] = cell;
    total[column.key] = sum;
  }
  return { rows: told, total };
};

/** A count by itself, before its neighbours are looked at. */
const tellOne = <K extends string>(
  { key, within, of }: CountColumn<K>,
  counts: Counts<K>,
  row: Record<K, Told>,
): Told => {
  const count = counts[key];
  const depends = within ?? of;
  if (depends !== undefined && typeof row[depends] !== 'number') return 'withheld';
  if (isSmall(count)) return 'small';
  return within !== undefined && isSmall(counts[within] - count) ? 'withheld' : count;
};

const tellColumn = <K extends string>(
  column: CountColumn<K>,
  rows: readonly Counts<K>[],
  told: readonly Record<K, Told>[],
  totals: Record<K, Told>,
): { readonly cells: readonly Told[]; readonly sum: Told } => {
  const { key, within, of } = column;
  const cells = rows.map((counts, at) => tellOne(column, counts, told[at] as Record<K, Told>));
  const sums = {} as Record<K, number>;
  for (const name of [key, within, of]) {
    if (name !== undefined) sums[name] = rows.reduce<number>((sum, counts) => sum + counts[name], 0);
  }
  if (typeof tellOne(column, sums, totals) !== 'number') return { cells, sum: 'withheld' };
  const rangeAt = (at: number): Range => {
    if (cells[at] === 'small') return { least: 1, most: smallGroup };
    const whole = within === undefined ? undefined : (told[at] as Record<K, Told>)[within];
    const most = typeof whole === 'number' ? whole : beyondAnyCount;
    return { least: within === undefined && of === undefined ? smallGroup + 1 : 0, most };
  };
  for (;;) {
    const hidden = [...cells.keys()].filter((at) => typeof cells[at] !== 'number');
    const rest = hidden.reduce((sum, at) => sum + (rows[at] as Counts<K>)[key], 0);
    if (isOpen(hidden.map(rangeAt), rest)) return { cells, sum: sums[key] };
    const [next] = [...cells.keys()]
      .filter((at) => typeof cells[at] === 'number' && (cells[at] as number) > smallGroup)
      .sort((a, b) => (cells[a] as number) - (cells[b] as number));
    if (next === undefined) return { cells, sum: 'withheld' };
    cells[next] = 'withheld';
  }
};
