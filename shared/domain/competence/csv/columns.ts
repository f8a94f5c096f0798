import { withoutHiddenSigns } from '../../../kernel/hidden-signs.ts';

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
  readonly required: boolean;
}

/** Where each column stands in a file. */
export type Places<Key extends string> = Partial<Record<Key, number>>;

const plain = (text: string): string =>
  withoutHiddenSigns(text)
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
const shown = (text: string): string => text.slice(0, 60);

const isNamed = ({ titles }: Pick<Column<string>, 'titles'>, name: string): boolean =>
  titles.some((title) => plain(title) === plain(name));

/** How many cells of a row name a column: by that a header is told, and the sign that separates its cells. */
export const namedColumns = (columns: readonly Pick<Column<string>, 'titles'>[], cells: readonly string[]): number =>
  columns.filter((column) => cells.some((cell) => isNamed(column, cell))).length;

/** Finds the columns by their names; missing, unknown and doubled ones are named. Empty names are let be. */
export const placeColumns = <Key extends string>(
  columns: readonly Column<Key>[],
  header: readonly string[],
  headerRow = 1,
): { readonly places: Places<Key>; readonly problems: CsvProblem[] } => {
  const places: Places<Key> = {};
  const problems: CsvProblem[] = [];
  for (const [index, name] of header.entries()) {
    if (name.trim() === '') continue;
    const column = columns.find((known) => isNamed(known, name));
    const code = column === undefined ? 'csvColumnUnknown' : places[column.key] !== undefined ? 'csvColumnTwice' : null;
    if (code !== null) problems.push({ row: headerRow, column: shown(name), code, value: '' });
    else if (column !== undefined) places[column.key] = index;
  }
  for (const { key, titles, required } of columns) {
    if (required && places[key] === undefined) {
      problems.push({ row: headerRow, column: titles[0], code: 'csvColumnMissing', value: '' });
    }
  }
  return { places, problems };
};

/** How a formula begins in a spreadsheet, spaces before it or not; the wide signs are run by some of them too. */
const startsFormula = /^\s*[=+\-@\t\r＝＋－＠]/;
/** The same behind apostrophes, however many. */
const startsMarked = /^'+\s*[=+\-@\t\r＝＋－＠]/;
const isNumber = (text: string): boolean => /^\s*[-+]?\d+([.,]\d+)?\s*$/.test(text);

/** What people write where there is nothing: a dash or two of any kind. */
const isNothing = (text: string): boolean => /^\s*[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]{1,3}\s*$/.test(text);
/** The same behind apostrophes: a dash that was typed in the app and is kept. */
const isMarkedNothing = (text: string): boolean => text.startsWith("'") && isNothing(text.replace(/^'+/, ''));

/** A text, and nothing for a lone dash: by that a row of a file and what stands here are the same. */
export const withoutDash = (text: string): string => (isNothing(text) ? '' : text);

/** True for a cell that a spreadsheet would run: it is never read. A plain number or a lone dash is none. */
export const isFormula = (cell: string): boolean =>
  (startsFormula.test(cell) || /^[\t\r]/.test(cell)) && !isNumber(cell) && !isNothing(cell);

/**
 * Where a cell would begin for a spreadsheet that takes another sign for the separator, or lets quotes be, and that
 * cell would be a formula or is marked as one. A sign of plus or minus that nothing follows, as in `Rp500.000,-`, is
 * none.
 */
const innerFormula = /([,;\t\r\n])(?=['"\s]*(?:[=@＝＠]|[+\-＋－](?!\s*(?:$|[,;\t\r\n]))))/g;
/** The same as `writeCell` leaves it. */
const innerMarked = /([,;\t\r\n])'(?=['"\s]*(?:[=@＝＠]|[+\-＋－](?!\s*(?:$|[,;\t\r\n]))))/g;

const isMarked = (cell: string): boolean => startsMarked.test(cell) || isMarkedNothing(cell);

/**
 * A cell as it is written: an apostrophe stands before what would begin a formula, at its beginning and behind each
 * sign that some spreadsheet separates cells by, and before a lone dash, which would be read as nothing.
 */
export const writeCell = (text: string): string => {
  const safe = text.replace(innerFormula, "$1'");
  return isFormula(safe) || isNothing(safe) || isMarked(safe) ? `'${safe}` : safe;
};

/** A cell as it was before `writeCell`. */
export const readCell = (cell: string): string => (isMarked(cell) ? cell.slice(1) : cell).replace(innerMarked, '$1');

/** Reads the cells of one row by column; formulas are named, and what stands under no column. */
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
  for (const { key, titles } of columns) {
    const place = places[key];
    const cell = place === undefined ? '' : withoutHiddenSigns(cells[place] ?? '');
    const column = place === undefined ? titles[0] : (header[place] ?? titles[0]);
    if (isFormula(cell)) problems.push({ row, column, code: 'csvFormula', value: shown(cell) });
    values[key] = isNothing(cell) ? '' : readCell(cell).trim();
  }
  const astray = cells.findIndex((cell, index) => cell.trim() !== '' && (header[index] ?? '').trim() === '');
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
