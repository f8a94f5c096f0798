import { type Column, headerAgain, type Places, textIn } from './columns.ts';

/** A row of a file, by its number. */
export interface NumberedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const total =
  /^((grand|sub)[\s-]*)?(jumlah|jml|total|rata[\s-]*rata|rerata|average|sum)\.?([\s(]+(total|keseluruhan|seluruhnya|seluruh|semua|akhir|dibulatkan|tahun|\d+|jp|jam|hari|kegiatan|pegawai|peserta|hours|records))*\)?\s*[:=]?(\s*[\d.,]+\s*(jp|jam)?)?$/i;
/** Such a word before what is summed up, where figures are all that stands beside it. */
const totalOf = /^((grand|sub)[\s-]*)?(jumlah|jml|total|rata[\s-]*rata|rerata|average|sum)(?!\p{L})/iu;
/** A number with what it counts, that alone, or a formula that would give one. */
const figure =
  /^(=.*|(rp)?\.?\s*[-+]?[\d.,\s]*\d[\d.,\s]*(%|jp|jam|hari|sesi|kegiatan|orang|pegawai|peserta)?|jp|jam|hari|sesi|kegiatan|orang|pegawai|peserta)$/is;

/** No cell of a row of sums is longer. */
const longestCell = 60;

/** A cell with as many digits or more is a number of somebody, and no name of what follows. */
const fewDigits = 9;

/** So many people sign beside one another below a sheet, or less. */
const mostSigners = 3;

const filled = (cells: readonly string[]): string[] => cells.map(textIn).filter((cell) => cell !== '');

/** Every word for a sum has one of these: most rows are told by that alone. */
const sumWord = /jumlah|jml|total|rata|average|sum/i;

/** True for a cell that says something other than a figure. */
const isWord = (cell: string): boolean => {
  const text = textIn(cell);
  return text !== '' && !figure.test(text);
};

/** True for a row of sums: a word for it, and figures. */
const isTotal = (cells: readonly string[]): boolean => {
  if (!cells.some((cell) => sumWord.test(cell))) return false;
  const said = filled(cells);
  if (said.some((cell) => cell.length > longestCell)) return false;
  const words = said.filter((cell) => !figure.test(cell));
  return words.length > 0 && words.every((word) => total.test(word));
};

/** True for the row below a header that numbers its columns: `1 2 3`, `(1) (2) (3)`, `a b c`. */
const isNumbering = (cells: readonly string[]): boolean => {
  const numbers = filled(cells).map((cell) => cell.replace(/[().]/g, '').toLowerCase());
  const isRun = (nameOf: (index: number) => string): boolean =>
    numbers.length > 1 && numbers.every((cell, index) => cell === nameOf(index));
  return isRun((index) => String(index + 1)) || isRun((index) => String.fromCharCode(97 + index));
};

/**
 * Rows that belong to the sheet and not to its records: sums, a line that names what follows, the numbers of the
 * columns, the header said again, and what stands below the last record with nothing in any column that a record needs,
 * or a few words that it cannot say (notes, a signature). A person is shown them and agrees.
 */
export const rowsLeftOut = <Key extends string>(
  columns: readonly Column<Key>[],
  places: Places<Key>,
  header: readonly string[],
  rows: readonly NumberedRow[],
): NumberedRow[] => {
  const needed = columns.flatMap(({ key, required, reads }) => {
    const place = places[key];
    return required && place !== undefined ? [{ place, reads }] : [];
  });
  const isBeside = ({ cells }: NumberedRow): boolean =>
    needed.every(({ place, reads }) => {
      const text = textIn(cells[place] ?? '');
      return text === '' || (filled(cells).length <= mostSigners && reads?.(text) === false);
    });
  /** A sum of something that is named, or the name of what follows: no record has nothing but that. */
  const isBetween = (cells: readonly string[]): boolean => {
    if (needed.some(({ place }) => isWord(cells[place] ?? ''))) return false;
    const said = filled(cells);
    const words = said.filter((cell) => !figure.test(cell));
    const [word = ''] = words;
    if (words.length !== 1 || word.length > longestCell) return false;
    return said.length === 1 ? word.replace(/\D/g, '').length < fewDigits : totalOf.test(word);
  };
  const isHeaderAgain = headerAgain(columns, header);
  const isNone = (cells: readonly string[]): boolean => isTotal(cells) || isBetween(cells) || isHeaderAgain(cells);
  const last = rows.findLastIndex((row) => !isNone(row.cells) && !isBeside(row));
  return rows.filter(({ cells }, index) => index > last || isNone(cells) || (index === 0 && isNumbering(cells)));
};
