/** What stands for a hidden count: `small` for 1 to 4, `withheld` where a small one could be computed with it. */
export const hiddenCounts = ['small', 'withheld'] as const;

/** A count as it is told: itself, or what stands for it. */
export type Told = number | (typeof hiddenCounts)[number];

/** A column of counts by unit. */
export interface CountColumn<K extends string, B extends string = never> {
  readonly key: K;
  /** An earlier column of which this one counts a part: the rest must not be small either. */
  readonly within?: K;
  /** An earlier column that counts those whom this one speaks of: it is told of no small group. */
  readonly of?: K;
  /** A count, itself never told, of those whom this one speaks of: it is told of no small group. */
  readonly by?: B;
  /** That there is none, or that a part is all, would tell something of everyone: it is hidden like a small count. */
  readonly hidesNone?: true;
}

/** What is told of a table: its rows, and their sum. */
export interface ToldTable<K extends string> {
  readonly rows: readonly Readonly<Record<K, Told>>[];
  readonly total: Readonly<Record<K, Told>>;
}

/** Largest count that may point at a person (law: smallGroups). */
export const smallGroup = 4;

const isSmall = (count: number): boolean => count > 0 && count <= smallGroup;

/** What a count may be for whoever reads what is told and knows the rule. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** A count of a column with what is told of it. */
interface Cell {
  readonly count: number;
  readonly told: Told;
  readonly range: Range;
  /** A part of a whole that is hidden itself. */
  readonly isOpen?: true;
}

const unbounded = Number.POSITIVE_INFINITY;

/** Ranges at least so wide leave every small count beside them open. */
const wide = 2 * smallGroup;

const isWide = ({ least, most }: Range): boolean => most - least >= wide;

const told = (count: number): Cell => ({ count, told: count, range: { least: count, most: count } });
const small = (count: number, least: number): Cell => ({ count, told: 'small', range: { least, most: smallGroup } });
const withheld = (count: number, least: number, most: number): Cell => ({
  count,
  told: 'withheld',
  range: { least, most },
});

type Counts<K extends string> = Readonly<Record<K, number>>;
type ToldRow<K extends string> = Readonly<Partial<Record<K, Told>>>;

/** A part of a whole that is told: small, or with a small rest, it is hidden. */
const partCell = (count: number, whole: number, none: number): Cell => {
  const isHidden = (one: number): boolean => one <= smallGroup && one >= none;
  if (whole === 0 || !(isHidden(count) || isHidden(whole - count))) return told(count);
  // Of a whole so small a mark of its own for either end would leave one number.
  if (whole <= 2 * smallGroup + 1) return withheld(count, none, whole - none);
  return count <= smallGroup ? small(count, none) : withheld(count, whole - smallGroup, whole - none);
};

/** A count by itself, before its neighbours are looked at. */
const cellOf = <K extends string, B extends string>(
  { within, of, by, hidesNone }: CountColumn<K, B>,
  count: number,
  counts: Counts<K | B>,
  row: ToldRow<K>,
): Cell => {
  const none = hidesNone ? 0 : 1;
  if (of !== undefined && typeof row[of] !== 'number') return withheld(count, 0, unbounded);
  if (within !== undefined) {
    const whole = row[within];
    return typeof whole === 'number'
      ? partCell(count, whole, none)
      : { ...withheld(count, 0, whole === 'small' ? smallGroup : unbounded), isOpen: true };
  }
  if (count >= none && count <= smallGroup) return small(count, none);
  if (by !== undefined && isSmall(counts[by])) return withheld(count, smallGroup + 1, unbounded);
  return told(count);
};

/** The cell as one that is hidden to cover others; null where it is hidden already or would cover nothing. */
const asCover = <K extends string, B extends string>(
  { within }: CountColumn<K, B>,
  { count, told: shown }: Cell,
  row: ToldRow<K>,
): Cell | null => {
  const whole = within === undefined ? unbounded : Number(row[within]);
  const range = { least: smallGroup + 1, most: whole - smallGroup - 1 };
  if (typeof shown !== 'number' || !isWide(range) || count < range.least || count > range.most) return null;
  return withheld(count, range.least, range.most);
};

const sumOf = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);

/**
 * The hidden cells of a column with one more where they do not cover each other: the first in order that can, whatever
 * its count is, since who knows the rule would learn from a choice by size. None where no other count would be left to
 * tell: then the sum is hidden instead.
 */
const covered = <K extends string, B extends string>(
  column: CountColumn<K, B>,
  cells: readonly Cell[],
  rows: readonly ToldRow<K>[],
): readonly Cell[] => {
  const hidden = cells.filter(({ told: shown }) => typeof shown !== 'number');
  if (hidden.length === 0 || (hidden.length > 1 && hidden.some(({ range }) => isWide(range)))) return cells;
  const covers = cells.map((cell, at) => asCover(column, cell, rows[at] as ToldRow<K>));
  if (covers.filter((cover) => cover !== null).length < 2) return cells;
  const first = covers.findIndex((cover) => cover !== null);
  return cells.map((cell, at) => (at === first ? (covers[at] ?? cell) : cell));
};

/**
 * True when the sum may stand beside what is told: each hidden count can then still be all that its mark says, whether
 * the sum is told or not. It looks at nothing but what whoever reads the sum knows. `wholes`: what the parts of hidden
 * wholes have together at most.
 */
const maySum = (cells: readonly Cell[], wholes: number): boolean => {
  const hidden = cells.filter(({ told: shown }) => typeof shown !== 'number');
  if (hidden.length === 0) return true;
  const sum = sumOf(hidden, ({ count }) => count);
  const least = sumOf(hidden, ({ range }) => range.least);
  const [closed, open] = [hidden.filter(({ isOpen }) => !isOpen), hidden.filter(({ isOpen }) => isOpen)];
  const most = sumOf(closed, ({ range }) => range.most) + (open.length > 0 ? wholes : 0);
  const hasWide = closed.some(({ range }) => isWide(range)) || (open.length > 0 && wholes >= wide);
  return sum - least > smallGroup && most - sum > smallGroup && hidden.length > 1 && hasWide;
};

const tellSum = <K extends string, B extends string>(
  { key, within, of, by, hidesNone }: CountColumn<K, B>,
  cells: readonly Cell[],
  rows: readonly Counts<K | B>[],
  totals: ToldRow<K>,
): Told => {
  const hiddenWholes = rows.filter((_, at) => cells[at]?.isOpen);
  const wholes = within === undefined ? unbounded : sumOf(hiddenWholes, (row) => row[within]);
  const sum = sumOf(rows, (row) => row[key]);
  if ([within, of].some((other) => other !== undefined && typeof totals[other] !== 'number')) return 'withheld';
  if (by !== undefined && isSmall(sumOf(rows, (row) => row[by]))) return 'withheld';
  const rest = within === undefined ? 0 : Number(totals[within]) - sum;
  const isRestSmall = within !== undefined && sum > 0 && (isSmall(rest) || (hidesNone === true && rest === 0));
  return maySum(cells, wholes) && !isRestSmall ? sum : 'withheld';
};

/**
 * Counts by unit as they may be told beside their sum: 1 to 4 are hidden, and so is what tells them: the part whose
 * rest is small, what is said of a small group, and a further count, or the sum, where a hidden one would be the
 * only one that the sum leaves. The sum is hidden too where it would leave one of them less than its mark says (law:
 * smallGroups). Also whoever knows this rule, and asks which tables it would have told so, learns no hidden count. The
 * order of the rows must not hang on their counts.
 */
export const tellCounts = <K extends string, B extends string = never>(
  rows: readonly Counts<K | B>[],
  columns: readonly CountColumn<K, B>[],
): ToldTable<K> => {
  const shown = rows.map(() => ({}) as Record<K, Told>);
  const total = {} as Record<K, Told>;
  for (const column of columns) {
    const own = rows.map((counts, at) => cellOf(column, counts[column.key], counts, shown[at] as ToldRow<K>));
    const cells = covered(column, own, shown);
    total[column.key] = tellSum(column, cells, rows, total);
    for (const [at, cell] of cells.entries()) (shown[at] as Record<K, Told>)[column.key] = cell.told;
  }
  return { rows: shown, total };
};
