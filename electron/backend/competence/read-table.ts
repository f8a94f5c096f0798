import type { CsvOutcome } from '@shared/contract/competence.ts';
import type { ConversionRow } from '@shared/domain/competence/conversion.ts';
import { type CsvProblem, placeColumns } from '@shared/domain/competence/csv/columns.ts';
import { readTableRow, tableColumns } from '@shared/domain/competence/csv/table-file.ts';
import type { CsvRows } from './csv-file.ts';

const maxRows = 200;

/**
 * Reads the rows of a conversion table; all of them, or the problems by row and column (the first 50) and their number.
 */
export const readTableFile = ({
  headerRow,
  header,
  rows,
  broken,
}: CsvRows): { outcome: CsvOutcome; rows: ConversionRow[] } => {
  const { places, problems } = placeColumns(tableColumns, header, headerRow);
  const layout = { columns: tableColumns, places, header };
  const found: CsvProblem[] = [
    ...problems,
    ...broken.map((row) => ({ row, column: '', code: 'csvQuotes', value: '' })),
    ...(rows.length > maxRows ? [{ row: headerRow + maxRows + 1, column: '', code: 'csvTooManyRows', value: '' }] : []),
  ];
  const table = new Map<string, ConversionRow>();
  for (const { row, cells } of found.length > 0 ? [] : rows) {
    const read = readTableRow(layout, cells, row);
    if ('problems' in read) found.push(...read.problems);
    else {
      const key = `${read.value.kind} ${read.value.unit}`;
      if (table.has(key)) found.push({ row, column: header[places.kind ?? 0] ?? '', code: 'csvRowTwice', value: '' });
      table.set(key, read.value);
    }
  }
  const good = found.length === 0;
  return {
    outcome: {
      accepted: good ? table.size : 0,
      known: 0,
      problemCount: found.length,
      problems: found.slice(0, 50),
      stored: false,
    },
    rows: good ? [...table.values()] : [],
  };
};
