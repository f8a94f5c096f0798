import { type CsvProblem, cellProblem, textIn } from '@shared/domain/competence/csv/columns.ts';
import { bothWays, type DayOrder, orderOfDays, orderTold } from '@shared/domain/competence/csv/days.ts';
import { type ReadRow, type RecordLayout, readRecordRow } from '@shared/domain/competence/csv/record-file.ts';
import type { LearningRecordInput } from '@shared/domain/competence/learning-record.ts';
import type { CsvTable } from './csv-file.ts';
import type { FilePeople } from './record-people.ts';

/** A file of learning records as rows of cells. */
export type RecordTable = CsvTable<RecordLayout['columns'][number]['key']>;

/** A row whose person is known. */
export interface Entry {
  readonly row: number;
  readonly personId: string;
  readonly name: string;
  readonly record: LearningRecordInput;
  readonly written: ReadRow['written'];
}

/** How the days of a file are to be read, and a day that could be either while its file does not tell. */
export interface FileOrder {
  readonly order: DayOrder | null;
  readonly ask: { readonly written: string; readonly dayFirst: string; readonly monthFirst: string } | null;
}

/** The order that a file's days tell; where they tell none and it matters, a person does. */
export const orderOf = ({ places, rows }: RecordTable, chosen: DayOrder | null): FileOrder => {
  const days = [places.from, places.to].filter((place) => place !== undefined);
  const { order, unclear } = orderOfDays(rows.flatMap(({ cells }) => days.map((place) => textIn(cells[place] ?? ''))));
  if (unclear === null) return { order, ask: null };
  return { order: chosen, ask: { written: unclear, ...bothWays(unclear) } };
};

/** Reads every row; all of it, or what is wrong by row and column. Rows whose person is asked about are neither. */
export const readEntries = (
  people: FilePeople,
  { columns, places, header, rows }: RecordTable,
  order: DayOrder,
): { readonly entries: readonly Entry[]; readonly problems: readonly CsvProblem[] } => {
  const layout: RecordLayout = { columns, places, header, order };
  const entries: Entry[] = [];
  const problems: CsvProblem[] = [];
  for (const { row, cells } of rows) {
    const read = readRecordRow(layout, cells, row);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const { nip, name, record, written } = read.value;
    const person = people.find(read.value, row);
    if ('code' in person)
      problems.push(cellProblem(layout, nip === '' ? 'name' : 'nip', row, person.code, nip === '' ? name : nip));
    else if ('personId' in person) entries.push({ row, ...person, record, written });
  }
  return { entries, problems };
};

/** How much a row's days may be misread: those of figures alone come first to be looked at. */
const doubt = ({ written: { from, to } }: Entry): number => {
  const told = [orderTold(from), orderTold(to)];
  if (told.includes('either')) return 2;
  return told.every((order) => order === null) ? 0 : 1;
};

/** Some rows to be looked at before they are stored: those with doubtful days first, in the order of the file. */
export const sampleOf = (entries: readonly Entry[], most: number): Entry[] => {
  const found: Entry[] = [];
  for (const wanted of [2, 1, 0]) {
    for (const entry of entries) {
      if (found.length >= most) break;
      if (doubt(entry) === wanted) found.push(entry);
    }
  }
  return found.sort((one, other) => one.row - other.row);
};
