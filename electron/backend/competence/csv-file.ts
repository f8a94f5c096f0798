import { open } from 'node:fs/promises';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import Papa from 'papaparse';

/** Largest CSV file (bytes) and most rows that are read. */
export const csvLimits = { bytes: 64_000_000, rows: 250_000 } as const;

export type CsvFileError = 'fileUnreadable' | 'csvTooLarge' | 'csvNotText' | 'csvEmpty';

/** A file as rows of cells; the header is row 1, and empty rows keep their number. */
export interface CsvRows {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Rows whose quotes do not close. */
  readonly broken: readonly number[];
}

const readBytes = async (path: string): Promise<Result<Uint8Array, AppError<CsvFileError>>> => {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      return size > csvLimits.bytes ? fail('csvTooLarge') : ok(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch {
    return fail('fileUnreadable');
  }
};

/** UTF-8 text, a byte order mark taken off; undefined when the bytes are another encoding. */
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Parses text with commas, semicolons or tabs between the cells (RFC 4180 and what spreadsheets make of it). */
export const parseCsv = (text: string): Result<CsvRows, AppError<'csvTooLarge' | 'csvEmpty'>> => {
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t'], skipEmptyLines: false });
  if (data.length > csvLimits.rows) return fail('csvTooLarge');
  const [header = [], ...others] = data;
  const rows = others.flatMap((cells, index) => (isBlank(cells) ? [] : [{ row: index + 2, cells }]));
  const broken = errors.flatMap(({ type, row }) => (type === 'Quotes' ? [(row ?? 0) + 1] : []));
  return isBlank(header) && rows.length === 0 ? fail('csvEmpty') : ok({ header, rows, broken });
};

/** Reads a CSV file that a dialog gave. */
export const readCsvFile = async (path: string): Promise<Result<CsvRows, AppError<CsvFileError>>> => {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const text = textOf(bytes.value);
  return text === undefined ? fail('csvNotText') : parseCsv(text);
};

/** Bytes of a CSV file as Indonesian spreadsheets open it: UTF-8 with its mark, semicolons, CRLF. */
export const writeCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${Papa.unparse(rows as string[][], { delimiter: ';', newline: '\r\n' })}\r\n`);
