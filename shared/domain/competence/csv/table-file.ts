import { type ConversionInput, type ConversionRow, conversionInput } from '../conversion.ts';
import { learningKindTitles, learningUnitTitles } from '../kind-titles.ts';
import { writeCell } from './cells.ts';
import { type Column, type CsvProblem, cellProblem, cellsOf, type Places } from './columns.ts';
import { readKindCells, saysSiasn, siasnColumn, writeSiasn } from './kinds.ts';
import { readUnit } from './units.ts';
import { readCode, readHundredths, writeHundredths, yesNo } from './values.ts';

type Key = keyof ConversionRow | 'siasnCode';

/** Columns of a file of the conversion table, in the order in which they are written. */
export const tableColumns: readonly Column<Key>[] = [
  { key: 'kind', titles: ['Jenis', 'Kind'], required: true, saidBy: saysSiasn },
  { key: 'unit', titles: ['Satuan', 'Unit'], required: true },
  { key: 'jpPerUnit', titles: ['JP per satuan', 'JP per unit'], required: true },
  { key: 'jpPerUnitAbroad', titles: ['JP per satuan luar negeri', 'JP per unit abroad'], required: false },
  { key: 'dailyMaximum', titles: ['Maksimum per hari', 'Daily maximum'], required: false },
  { key: 'dailyMaximumAbroad', titles: ['Maksimum per hari luar negeri', 'Daily maximum abroad'], required: false },
  { key: 'monthlyMaximum', titles: ['Maksimum per bulan', 'Monthly maximum'], required: false },
  { key: 'yearlyMaximum', titles: ['Maksimum per tahun', 'Yearly maximum'], required: false },
  { key: 'evidenceRequired', titles: ['Bukti wajib', 'Evidence required'], required: true },
  { key: 'citation', titles: ['Dasar', 'Citation'], required: true, shortened: 'csvNumberShortened' },
  siasnColumn,
];

export interface TableLayout {
  readonly columns: typeof tableColumns;
  readonly places: Places<Key>;
  readonly header: readonly string[];
}

const rowSchema = conversionInput.shape.rows.element;

/** Amounts that a row may leave open; the keys that older tables do not have stay absent then. */
const optional = ['jpPerUnitAbroad', 'dailyMaximum', 'dailyMaximumAbroad', 'monthlyMaximum'] as const;

const unreadable: Readonly<Partial<Record<Key, string>>> = {
  ...Object.fromEntries(optional.map((key) => [key, 'csvNumberInvalid'])),
  unit: 'csvUnitUnknown',
  jpPerUnit: 'csvNumberInvalid',
  yearlyMaximum: 'csvNumberInvalid',
  evidenceRequired: 'csvYesNoInvalid',
};

/** Reads one row of a conversion table; what is wrong is named, each column at most once. */
export const readTableRow = (
  layout: TableLayout,
  cells: readonly string[],
  row: number,
): { readonly value: ConversionRow } | { readonly problems: readonly CsvProblem[] } => {
  const { values, problems } = cellsOf(layout, cells, row);
  if (problems.length > 0) return { problems };
  const answer = readCode(yesNo, values.evidenceRequired);
  const kind = readKindCells(values.kind, values.siasnCode);
  const parsed = rowSchema.safeParse({
    kind: 'kind' in kind ? kind.kind : undefined,
    unit: readUnit(values.unit),
    jpPerUnit: readHundredths(values.jpPerUnit),
    ...Object.fromEntries(
      optional.flatMap((key) => (values[key] === '' ? [] : [[key, readHundredths(values[key]) ?? 'unreadable']])),
    ),
    yearlyMaximum: values.yearlyMaximum === '' ? null : readHundredths(values.yearlyMaximum),
    evidenceRequired: answer === undefined ? undefined : answer === 'yes',
    citation: values.citation,
  });
  if (parsed.success) return { value: parsed.data };
  const keys = [...new Set(parsed.error.issues.map(({ path }) => String(path[0]) as Key))];
  return {
    problems: keys.map((key) => {
      if (key === 'kind' && 'cell' in kind) return cellProblem(layout, kind.cell, row, kind.code, values[kind.cell]);
      const code = values[key] === '' ? 'csvEmptyCell' : (unreadable[key] ?? 'csvTooLong');
      return cellProblem(layout, key, row, code, values[key]);
    }),
  };
};

const writeMaximum = (value: number | null | undefined): string => (value == null ? '' : writeHundredths(value));

/** The cells of one row, in the order of `tableColumns`. */
export const writeTableRow = (row: ConversionInput['rows'][number]): string[] => [
  learningKindTitles[row.kind],
  learningUnitTitles[row.unit],
  writeHundredths(row.jpPerUnit),
  ...[...optional, 'yearlyMaximum' as const].map((key) => writeMaximum(row[key])),
  row.evidenceRequired ? yesNo.yes : yesNo.no,
  writeCell(row.citation),
  writeSiasn(row.kind),
];
