import type { CsvOutcome } from '@shared/contract/competence-file.ts';
import type { ConversionRow } from '@shared/domain/competence/conversion.ts';
import type { CsvProblem } from '@shared/domain/competence/csv/columns.ts';
import { readTableRow, type TableLayout } from '@shared/domain/competence/csv/table-file.ts';
import { type CsvTable, nothingOf } from './csv-file.ts';

const maxRows = 200;

/** Reads the rows of a conversion table; all of them, or the problems by row and column (the first 50). */
export const readTableFile = (
  file: CsvTable<TableLayout['columns'][number]['key']>,
): { outcome: CsvOutcome; rows: ConversionRow[] } => {
  const { columns, places, header, rows } = file;
  const found: CsvProblem[] = [...file.problems];
  const [, tooMany] = rows.slice(maxRows - 1);
  if (tooMany !== undefined) found.push({ row: tooMany.row, column: '', code: 'csvTooManyRows', value: '' });
  const table = new Map<string, ConversionRow>();
  for (const { row, cells } of found.length > 0 ? [] : rows) {
    const read = readTableRow({ columns, places, header }, cells, row);
    if ('problems' in read) found.push(...read.problems);
    else {
      const key = `${read.value.kind} ${read.value.unit}`;
      if (table.has(key)) found.push({ row, column: header[places.kind ?? 0] ?? '', code: 'csvRowTwice', value: '' });
      table.set(key, read.value);
    }
  }
  const good = found.length === 0;
  return {
    outcome: { ...nothingOf(file, found), accepted: good ? table.size : 0 },
    rows: good ? [...table.values()] : [],
  };
};
