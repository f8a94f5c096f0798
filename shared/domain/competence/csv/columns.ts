import { withoutHiddenSigns, withoutTurningSigns } from '@shared/kernel/hidden-signs.ts';
import { foldWords } from '../../../kernel/fold-text.ts';
import { isBroken, isFormula, isNothing, isShortened, readCell } from './cells.ts';

/** Something wrong in a file: row as a spreadsheet counts (the header is row 1), column as the file names it. */
export interface CsvProblem {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  /** What stands there, cut short. */
  readonly value: string;
}

/** A column: its name in files that are written (the first), and what else is read as it. */
export interface Column<Key extends string> {
  readonly key: Key;
  readonly titles: readonly [string, ...string[]];
  /** What offices write over it too: read as it where no other column of the file has one of `titles`. */
  readonly also?: readonly string[];
  readonly required: boolean;
  /** True where the header says in another column what this one would. */
  readonly saidBy?: (header: readonly string[]) => boolean;
  /** True for a text that a cell of this column can say; a column that takes any text has none. */
  readonly reads?: (text: string) => boolean;
  /** Code of what is told where a spreadsheet cut a number in it short; a column of texts has one. */
  readonly shortened?: string;
  /** Running text: signs that shape letters and pictures stay in it, as they do where it is typed. */
  readonly running?: true;
}

/** Where each column stands in a file. */
export type Places<Key extends string> = Partial<Record<Key, number>>;

/** A title without case, spaces and signs: `N.I.P.`, `NIP :` and `Judul *` are titles as well. */
const plain = (text: string): string => foldWords(text).replaceAll(' ', '');
const shown = (text: string): string => text.slice(0, 60);

/** The same without a number before it and what is said in brackets: `5. Mulai`, `Jumlah (JP)`. */
const bare = (text: string): string =>
  plain(text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').replace(/^[^\p{L}]*\d+[.)]\s*/u, ''));

type Named = Pick<Column<string>, 'titles' | 'also'>;

const known = new WeakMap<Named, readonly (readonly string[])[]>();
/** The names of a column as they are compared, the nearest first; made once. */
const namesOf = (column: Named): readonly (readonly string[])[] => {
  const names = known.get(column) ?? [column.titles, column.also ?? []].map((all) => all.map(plain));
  known.set(column, names);
  return names;
};

/** What a cell of a header names: how near it comes to a name of which column (0: its title), each that is nearest. */
const namedBy = (
  columns: readonly Named[],
  cell: string,
): readonly { readonly column: number; readonly near: number }[] => {
  const spellings = [plain(cell), bare(cell)];
  if (spellings[0] === '') return [];
  const found = columns.flatMap((one, column) => {
    const near = namesOf(one)
      .flatMap((names) => spellings.map((name) => names.includes(name)))
      .indexOf(true);
    return near < 0 ? [] : [{ column, near }];
  });
  const nearest = Math.min(...found.map(({ near }) => near));
  return found.filter(({ near }) => near === nearest);
};

type Titles = readonly Named[];

/** How many columns the cells of a row name: by that a header is told, and the sign that separates its cells. */
export const namedColumns = (columns: Titles, cells: readonly string[]): number =>
  new Set(cells.flatMap((cell) => namedBy(columns, cell).map(({ column }) => column))).size;

/**
 * A header of two rows as one: titles below a joint one (`Tanggal` over `Mulai` and `Selesai`) take its place.
 * Undefined where the second row says anything that is no title, or something below a title that is one already.
 */
export const joinedHeader = (columns: Titles, first: readonly string[], second: readonly string[]) => {
  const isTitle = (cell: string | undefined): boolean => namedBy(columns, cell ?? '').length > 0;
  const below = [...second.entries()].filter(([, cell]) => cell.trim() !== '');
  if (below.length === 0 || below.some(([index, cell]) => !isTitle(cell) || isTitle(first[index]))) return undefined;
  const joined = new Map(below);
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) => joined.get(at) ?? first[at] ?? '');
};

/** Tells a row that says what the header says again, as on the next printed page of a sheet. */
export const headerAgain = (columns: Titles, header: readonly string[]): ((cells: readonly string[]) => boolean) => {
  const titles = header.map(plain);
  return (cells) =>
    cells.every((cell, index) => plain(cell) === (titles[index] ?? '')) && namedColumns(columns, cells) > 1;
};

/**
 * Finds the columns by their names, each by the one that comes nearest; missing, unknown and doubled ones are told.
 * Empty names are let be.
 */
export const placeColumns = <Key extends string>(
  columns: readonly Column<Key>[],
  header: readonly string[],
  headerRow = 1,
): { readonly places: Places<Key>; readonly unknown: string[]; readonly problems: CsvProblem[] } => {
  const places: Places<Key> = {};
  const problems: CsvProblem[] = [];
  const taken = new Set<number>();
  const named = header.map((cell) => namedBy(columns, cell));
  for (const [column, { key }] of columns.entries()) {
    const found = named.flatMap((all, index) =>
      all.flatMap((one) => (one.column === column ? [{ index, near: one.near }] : [])),
    );
    const nearest = Math.min(...found.map(({ near }) => near));
    for (const { index, near } of found) {
      if (near > nearest) continue;
      taken.add(index);
      if (places[key] === undefined) places[key] = index;
      else problems.push({ row: headerRow, column: shown(header[index] ?? ''), code: 'csvColumnTwice', value: '' });
    }
  }
  const unknown = header.flatMap((name, index) => (taken.has(index) || name.trim() === '' ? [] : [shown(name.trim())]));
  for (const { key, titles, required, saidBy } of columns) {
    if (required && places[key] === undefined && saidBy?.(header) !== true) {
      problems.push({ row: headerRow, column: titles[0], code: 'csvColumnMissing', value: '' });
    }
  }
  return { places, unknown, problems };
};

const isTitled = (name: string): boolean => name.trim() !== '';

/** The letters of a column, as spreadsheets count them. */
const lettersOf = (index: number): string =>
  (index < 26 ? '' : lettersOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/**
 * Columns between titled ones that have none and say something in a row, by the letters that spreadsheets show: `(A)`.
 * Behind the last title nothing is one: what stands there is a cell that another one pushed aside.
 */
export const untitledColumns = (header: readonly string[], rows: Iterable<readonly string[]>): string[] => {
  const inner = header.flatMap((name, at) => (!isTitled(name) && at < header.findLastIndex(isTitled) ? [at] : []));
  const told = new Set<number>();
  for (const cells of rows) for (const at of inner) if (textIn(cells[at] ?? '') !== '') told.add(at);
  return inner.filter((at) => told.has(at)).map((at) => `(${lettersOf(at)})`);
};

/** What a cell says: without signs that nobody sees and the mark that keeps it, empty for a lone dash. */
export const textIn = (cell: string): string => {
  const seen = withoutHiddenSigns(cell);
  return isNothing(seen) ? '' : readCell(seen).trim();
};

/** The same for running text. */
const runningTextIn = (cell: string): string => (textIn(cell) === '' ? '' : readCell(withoutTurningSigns(cell)).trim());

/** Why a cell is not read as it is; null when it is. */
const unfit = (cell: string, shortened: string | undefined): string | null => {
  if (isFormula(cell)) return 'csvFormula';
  if (isBroken(cell)) return 'csvCellBroken';
  return isShortened(cell) ? (shortened ?? null) : null;
};

/**
 * Reads the cells of one row by column; what cannot be read as it is is named, and what stands under no column. The
 * cells of unknown columns are left out.
 */
export const cellsOf = <Key extends string>(
  {
    columns,
    places,
    header,
  }: { readonly columns: readonly Column<Key>[]; readonly places: Places<Key>; readonly header: readonly string[] },
  cells: readonly string[],
  row: number,
): { readonly values: Record<Key, string>; readonly problems: CsvProblem[] } => {
  const problems: CsvProblem[] = [];
  const values = {} as Record<Key, string>;
  for (const { key, titles, shortened, running } of columns) {
    const place = places[key];
    const raw = place === undefined ? '' : (cells[place] ?? '');
    const cell = withoutHiddenSigns(raw);
    const column = place === undefined ? titles[0] : (header[place] ?? titles[0]);
    const code = unfit(cell, shortened);
    if (code !== null) problems.push({ row, column, code, value: shown(cell) });
    values[key] = running ? runningTextIn(raw) : textIn(cell);
  }
  const last = header.findLastIndex(isTitled);
  const astray = cells.findIndex((cell, index) => cell.trim() !== '' && index > last);
  if (astray >= 0) {
    problems.push({ row, column: '', code: 'csvCellWithoutColumn', value: shown(cells[astray] ?? '') });
  }
  return { values, problems };
};

/** A problem with one cell, by its column. */
export const cellProblem = <Key extends string>(
  {
    columns,
    places,
    header,
  }: { readonly columns: readonly Column<Key>[]; readonly places: Places<Key>; readonly header: readonly string[] },
  key: Key,
  row: number,
  code: string,
  value: string,
): CsvProblem => {
  const place = places[key];
  const title = columns.find((column) => column.key === key)?.titles[0] ?? key;
  return { row, column: place === undefined ? title : (header[place] ?? title), code, value: shown(value) };
};
