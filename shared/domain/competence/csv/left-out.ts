import { type Column, type Places, textIn } from './columns.ts';

/** A row of a file, by its number. */
export interface NumberedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const total =
  /^((grand|sub)[\s-]*)?(jumlah|jml|total|rata[\s-]*rata|rerata|average|sum)\.?([\s(]+(total|keseluruhan|seluruhnya|seluruh|semua|akhir|jp|jam|hari|kegiatan|pegawai|peserta|hours|records))*\)?\s*[:=]?(\s*[\d.,]+\s*(jp|jam)?)?$/i;
/** A number with what it counts, that alone, or a formula that would give one. */
const figure =
  /^(=.*|(rp)?\.?\s*[-+]?[\d.,\s]*\d[\d.,\s]*(%|jp|jam|hari|sesi|kegiatan|orang|pegawai|peserta)?|jp|jam|hari|sesi|kegiatan|orang|pegawai|peserta)$/is;

/** No cell of a row of sums is longer. */
const longestCell = 60;

const filled = (cells: readonly string[]): string[] => cells.map(textIn).filter((cell) => cell !== '');

/** Every word for a sum has one of these: most rows are told by that alone. */
const sumWord = /jumlah|jml|total|rata|average|sum/i;

/** True for a row of sums: a word for it, and figures. */
const isTotal = (cells: readonly string[]): boolean => {
  if (!cells.some((cell) => sumWord.test(cell))) return false;
  const said = filled(cells);
  if (said.some((cell) => cell.length > longestCell)) return false;
  const words = said.filter((cell) => !figure.test(cell));
  return words.length > 0 && words.every((word) => total.test(word));
};

/** True for the row below a header that numbers its columns: `1 2 3`, `(1) (2) (3)`. */
const isNumbering = (cells: readonly string[]): boolean => {
  const numbers = filled(cells);
  return numbers.length > 1 && numbers.every((cell, index) => cell.replace(/[()]/g, '') === String(index + 1));
};

/**
 * Rows that belong to the sheet and not to its records: sums, the numbers of the columns, and what stands below the
 * last record with nothing in any column that a record needs (notes, a signature). A person is shown them and agrees.
 */
export const rowsLeftOut = <Key extends string>(
  columns: readonly Column<Key>[],
  places: Places<Key>,
  rows: readonly NumberedRow[],
): NumberedRow[] => {
  const needed = columns.flatMap(({ key, required }) => {
    const place = places[key];
    return required && place !== undefined ? [place] : [];
  });
  const isBeside = ({ cells }: NumberedRow): boolean => filled(needed.map((place) => cells[place] ?? '')).length === 0;
  const last = rows.findLastIndex((row) => !isTotal(row.cells) && !isBeside(row));
  return rows.filter((row, index) => index > last || isTotal(row.cells) || (index === 0 && isNumbering(row.cells)));
};
