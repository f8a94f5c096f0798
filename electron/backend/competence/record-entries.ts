import { type CsvProblem, cellProblem, textIn } from '@shared/domain/competence/csv/columns.ts';
import { bothWays, type DayOrder, orderOfDays, orderTold } from '@shared/domain/competence/csv/days.ts';
import { isChangedNip } from '@shared/domain/competence/csv/nip-cell.ts';
import {
  type ReadRow,
  type RecordLayout,
  type RecordRow,
  readRecordRow,
} from '@shared/domain/competence/csv/record-file.ts';
import type { LearningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { plainName } from '@shared/domain/identity/name-words.ts';
import { plainUnit } from '@shared/domain/identity/same-person.ts';
import type { RecordsReader } from '../db/handles.ts';
import { listPersons } from '../persons/person-rows.ts';
import type { CsvTable } from './csv-file.ts';

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

interface Known {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

/** People of the register by number, and by name and unit. */
interface Register {
  readonly byNip: ReadonlyMap<string, Known>;
  readonly byName: ReadonlyMap<string, readonly Known[]>;
}

const registerOf = (tx: RecordsReader): Register => {
  const byNip = new Map<string, Known>();
  const byName = new Map<string, Known[]>();
  for (const { id, nip, name, unit } of listPersons(tx, true)) {
    const known = { id, name, unit: plainUnit(unit) };
    if (nip !== '') byNip.set(nip, known);
    const key = plainName(name);
    byName.set(key, [...(byName.get(key) ?? []), known]);
  }
  return { byNip, byName };
};

/** By number where there is one, else by name and unit; a code when nobody or more than one fits. */
const personOf = ({ byNip, byName }: Register, { nip, name, unitOfWork }: RecordRow): Known | { code: string } => {
  if (nip !== '') return byNip.get(nip) ?? { code: isChangedNip(nip) ? 'csvNipChanged' : 'csvPersonUnknown' };
  const unit = plainUnit(unitOfWork);
  const found = (byName.get(plainName(name)) ?? []).filter((person) => unit === '' || person.unit === unit);
  const [first, second] = found;
  if (name === '' || first === undefined) return { code: 'csvPersonUnknown' };
  return second === undefined ? first : { code: 'csvPersonAmbiguous' };
};

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

/** Reads every row; all of it, or what is wrong by row and column. */
export const readEntries = (
  tx: RecordsReader,
  { columns, places, header, rows }: RecordTable,
  order: DayOrder,
): { readonly entries: readonly Entry[]; readonly problems: readonly CsvProblem[] } => {
  const layout: RecordLayout = { columns, places, header, order };
  const register = registerOf(tx);
  const entries: Entry[] = [];
  const problems: CsvProblem[] = [];
  for (const { row, cells } of rows) {
    const read = readRecordRow(layout, cells, row);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const { nip, name, record, written } = read.value;
    const person = personOf(register, read.value);
    if ('id' in person) entries.push({ row, personId: person.id, name: person.name, record, written });
    else problems.push(cellProblem(layout, nip === '' ? 'name' : 'nip', row, person.code, nip === '' ? name : nip));
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
