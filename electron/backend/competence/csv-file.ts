import { type CsvOutcome, maxCsvProblems, maxCsvShown } from '@shared/contract/competence-file.ts';
import {
  type Column,
  type CsvProblem,
  joinedHeader,
  namedColumns,
  type Places,
  placeColumns,
  textIn,
  untitledColumns,
} from '@shared/domain/competence/csv/columns.ts';
import { type NumberedRow, rowsLeftOut } from '@shared/domain/competence/csv/left-out.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import Papa from 'papaparse';
import { sniffLength, sniffMediaType } from '../attachments/sniff-media-type.ts';
import { sha256 } from '../crypto/hash.ts';
import { type CsvText, csvLimits, isWorkbook, plainCsv, readBytes, textOf } from './csv-text.ts';

export type CsvFileError = 'fileUnreadable' | 'csvTooLarge' | 'csvNotText' | 'csvWorkbook' | 'csvEmpty';

/** A file of these columns as rows of cells; every row keeps its number. */
export interface CsvTable<Key extends string> {
  readonly columns: readonly Column<Key>[];
  readonly places: Places<Key>;
  readonly header: readonly string[];
  /** Rows of the file that may be records. */
  readonly rows: readonly NumberedRow[];
  /** What is wrong with the file before any row of it is read. */
  readonly problems: readonly CsvProblem[];
  /** What a person is told of the file, whatever its rows say. */
  readonly told: Pick<CsvOutcome, 'seen' | 'taken' | 'leftOut'>;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => textIn(cell) === '');

/** What may stand between the cells. */
const separators = [';', ',', '\t', '|'] as const;
/** Another one that the first line of a file names, as spreadsheets understand it. */
const namedSeparator = /^"?sep=([^\r\n"])"?\s*[\r\n]/i;

/** So many rows from the top the header is looked for. */
const headerWithin = 40;
/** So many columns a guessed encoding has to show before it is believed. */
const believedBy = 2;

type Titles = readonly Pick<Column<string>, 'titles'>[];

interface Layout {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  readonly headerIndex: number;
  /** How many rows the header takes. */
  readonly headerRows: 1 | 2;
  readonly header: readonly string[];
  /** How many columns the header names. */
  readonly named: number;
}

type Signs = Pick<Layout, 'delimiter' | 'newline'>;

/**
 * The rows of a text. With a line feed between them a carriage return before it is none of their cells. A row that is
 * one cell of quotes with the separator in it is such a row once more, as a spreadsheet writes it that had read it as
 * one cell: it is as long as the header then.
 */
const rowsOf = (text: string, { delimiter, newline }: Signs, preview = 0, width = 2) => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline, preview, skipEmptyLines: false });
  const rows = data.map((cells): readonly string[] => {
    const [first = '', ...others] = cells;
    if (others.length === 0 && first.includes(delimiter)) {
      const [inner = [], ...more] = Papa.parse<string[]>(first, { delimiter, newline }).data;
      if (more.length === 0 && inner.length >= width) return inner;
    }
    const last = cells.at(-1) ?? '';
    return last.endsWith('\r') ? [...cells.slice(0, -1), last.replace(/\r+$/, '')] : cells;
  });
  return { rows, errors };
};

/** What may be the header: each of the first rows, alone or with the one below it. */
const headersIn = (text: string, signs: Signs, columns: Titles): Layout[] => {
  const { rows } = rowsOf(text, signs, headerWithin);
  return rows.flatMap((cells, headerIndex) => {
    const joined = joinedHeader(columns, cells, rows[headerIndex + 1] ?? []);
    const of = (header: readonly string[], headerRows: 1 | 2): Layout => {
      const named = namedColumns(columns, header);
      return { ...signs, headerIndex, headerRows, header, named };
    };
    return joined === undefined ? [of(cells, 1)] : [of(cells, 1), of(joined, 2)];
  });
};

/** The signs between cells and rows, and the rows of the header: those by which most columns are found. */
const layoutOf = (text: string, columns: Titles): Layout => {
  const [, told] = namedSeparator.exec(text) ?? [];
  const known = told === undefined ? separators : [told, ...separators];
  const newlines = (['\n', '\r'] as const).filter((sign) => text.includes(sign));
  const signs = (newlines.length === 0 ? ['\n' as const] : newlines).flatMap((newline) =>
    known.map((delimiter): Signs => ({ delimiter, newline })),
  );
  const found = signs.flatMap((sign) => headersIn(text, sign, columns));
  const none: Layout = { delimiter: ';', newline: '\n', headerIndex: 0, headerRows: 1, header: [], named: 0 };
  const best = found.reduce((one, other) => (other.named > one.named ? other : one), none);
  if (best.named > 0) return best;
  const { delimiter } = Papa.parse(text, { delimitersToGuess: [...separators], preview: headerWithin }).meta;
  return { ...none, delimiter, header: rowsOf(text, { ...none, delimiter }, 1).rows[0] ?? [] };
};

const isForeign = (cell: string): boolean => /[^\t\r\n -~]/.test(cell);
const shown = (cells: readonly string[]): string =>
  cells
    .filter((cell) => cell.trim() !== '')
    .join(' · ')
    .slice(0, 80);

/**
 * Parses text with semicolons, commas, tabs or bars between the cells (RFC 4180 and what spreadsheets make of it):
 * whichever sign makes a header of these columns of one of the first rows. What stands above the header is left out.
 */
export const parseCsv = <Key extends string>(
  { text: written, encoding, guessed }: CsvText,
  columns: readonly Column<Key>[],
  seen: string,
): Result<CsvTable<Key>, AppError<CsvFileError>> => {
  const text = plainCsv(written);
  const layout = layoutOf(text, columns);
  const { delimiter, header, named } = layout;
  if (guessed && named < believedBy) return fail('csvNotText');
  const { rows, errors } = rowsOf(text, layout, 0, Math.max(2, header.length));
  if (rows.length > csvLimits.rows) return fail('csvTooLarge');
  const headerRow = layout.headerIndex + layout.headerRows;
  const all = rows.flatMap((cells, index) => (index < headerRow || isBlank(cells) ? [] : [{ row: index + 1, cells }]));
  if (isBlank(header) && all.length === 0) return fail('csvEmpty');
  const { places, unknown: titled, problems } = placeColumns(columns, header, headerRow);
  const beside = rowsLeftOut(columns, places, header, all);
  const besides = new Set(beside);
  const kept = all.filter((row) => !besides.has(row));
  const unknown = [
    ...titled,
    ...untitledColumns(
      header,
      kept.map(({ cells }) => cells),
    ),
  ];
  const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' ? [(row ?? 0) + 1] : [])));
  return ok({
    columns,
    places,
    header,
    rows: kept,
    problems: [...problems, ...[...broken].map((row) => ({ row, column: '', code: 'csvQuotes', value: '' }))],
    told: {
      seen,
      taken: {
        encoding,
        guessed,
        separator: delimiter,
        headerRow,
        sample: guessed ? shown([all.flatMap(({ cells }) => cells).find(isForeign) ?? '']) : '',
      },
      leftOut: {
        columns: unknown.slice(0, maxCsvShown.leftOut),
        rows: beside.slice(0, maxCsvShown.leftOut).map(({ row, cells }) => ({ row, value: shown(cells) })),
        columnCount: unknown.length,
        rowCount: beside.length,
      },
    },
  });
};

/** What a person is told of a file that is refused, or of which nothing is known to come yet. */
export const nothingOf = ({ told }: CsvTable<string>, problems: readonly CsvProblem[] = []): CsvOutcome => ({
  ...told,
  accepted: 0,
  known: 0,
  problemCount: problems.length,
  problems: problems.slice(0, maxCsvProblems),
  stored: false,
});

/** Reads a CSV file of these columns that a dialog gave. */
export const readCsvFile = async <Key extends string>(
  path: string,
  columns: readonly Column<Key>[],
): Promise<Result<CsvTable<Key>, AppError<CsvFileError>>> => {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  if (isWorkbook(bytes.value)) return fail('csvWorkbook');
  // It holds no table, whatever its text is.
  if (sniffMediaType(bytes.value.subarray(0, sniffLength), '') === 'application/pdf') return fail('csvNotText');
  const text = textOf(bytes.value);
  return text === undefined ? fail('csvNotText') : parseCsv(text, columns, sha256(bytes.value).toString('hex'));
};

/** Bytes of a CSV file as Indonesian spreadsheets open it: UTF-8 with its mark, semicolons, CRLF. */
export const writeCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${Papa.unparse(rows as string[][], { delimiter: ';', newline: '\r\n' })}\r\n`);
