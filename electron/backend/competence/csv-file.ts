import { open } from 'node:fs/promises';
import { type Column, namedColumns } from '@shared/domain/competence/csv/columns.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import Papa from 'papaparse';

/** Largest CSV file (bytes) and most rows that are read. */
export const csvLimits = { bytes: 64_000_000, rows: 250_000 } as const;

export type CsvFileError = 'fileUnreadable' | 'csvTooLarge' | 'csvNotText' | 'csvEmpty';

/** A file as rows of cells; empty rows keep their number. */
export interface CsvRows {
  /** Where the header stands: some files have a title above it. */
  readonly headerRow: number;
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

/** By its mark: UTF-16 in either order (a spreadsheet's "Unicode text"), else UTF-8. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/** The text, a byte order mark taken off; undefined when the bytes are of another encoding. */
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** What may stand between the cells. */
const separators = [';', ',', '\t', '|'] as const;

/** So many rows from the top the header is looked for. */
const headerWithin = 20;

type Columns = readonly Pick<Column<string>, 'titles'>[];

/** The sign between the cells and the row of the header: those by which most columns are found. */
const layoutOf = (text: string, columns: Columns): { readonly delimiter: string; readonly headerIndex: number } => {
  const found = separators.flatMap((delimiter) =>
    Papa.parse<string[]>(text, { delimiter, preview: headerWithin, skipEmptyLines: false }).data.map(
      (cells, headerIndex) => ({ delimiter, headerIndex, named: namedColumns(columns, cells) }),
    ),
  );
  const [first = { delimiter: ';', headerIndex: 0, named: 0 }] = found;
  const best = found.reduce((one, other) => (other.named > one.named ? other : one), first);
  if (best.named > 0) return best;
  const { delimiter } = Papa.parse(text, { delimitersToGuess: [...separators], preview: headerWithin }).meta;
  return { delimiter, headerIndex: 0 };
};

/**
 * Parses text with semicolons, commas, tabs or bars between the cells (RFC 4180 and what spreadsheets make of it):
 * whichever sign makes a header of these columns of one of the first rows. What stands above the header is left out.
 */
export const parseCsv = (text: string, columns: Columns): Result<CsvRows, AppError<'csvTooLarge' | 'csvEmpty'>> => {
  const { delimiter, headerIndex } = layoutOf(text, columns);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  if (data.length > csvLimits.rows) return fail('csvTooLarge');
  const header = data[headerIndex] ?? [];
  const headerRow = headerIndex + 1;
  const rows = data.flatMap((cells, index) => (index < headerRow || isBlank(cells) ? [] : [{ row: index + 1, cells }]));
  const broken = errors.flatMap(({ type, row }) => (type === 'Quotes' ? [(row ?? 0) + 1] : []));
  return isBlank(header) && rows.length === 0 ? fail('csvEmpty') : ok({ headerRow, header, rows, broken });
};

/** Reads a CSV file of these columns that a dialog gave. */
export const readCsvFile = async (path: string, columns: Columns): Promise<Result<CsvRows, AppError<CsvFileError>>> => {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const text = textOf(bytes.value);
  return text === undefined ? fail('csvNotText') : parseCsv(text, columns);
};

/** Bytes of a CSV file as Indonesian spreadsheets open it: UTF-8 with its mark, semicolons, CRLF. */
export const writeCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${Papa.unparse(rows as string[][], { delimiter: ';', newline: '\r\n' })}\r\n`);
