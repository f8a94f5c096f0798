import type { CsvOutcome } from '@shared/contract/competence.ts';
import { type CsvProblem, cellProblem, placeColumns, withoutDash } from '@shared/domain/competence/csv/columns.ts';
import {
  type RecordLayout,
  type RecordRow,
  readRecordRow,
  recordColumns,
} from '@shared/domain/competence/csv/record-file.ts';
import type { LearningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { plainName } from '@shared/domain/identity/name-words.ts';
import { plainUnit } from '@shared/domain/identity/same-person.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { listPersons } from '../persons/person-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CsvRows } from './csv-file.ts';
import { insertFromFile, recordsOfPerson } from './record-rows.ts';
import { countingNow, recountPerson } from './recount.ts';

/** So many problems are named; the others are counted. */
const namedProblems = 50;

/** A row whose person is known. */
interface Entry {
  readonly personId: string;
  readonly record: LearningRecordInput;
}

/** People of the register by number, and by name and unit. */
interface Register {
  readonly byNip: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, readonly { readonly id: string; readonly unit: string }[]>;
}

const registerOf = (tx: RecordsReader): Register => {
  const people = listPersons(tx, true);
  const byName = new Map<string, { id: string; unit: string }[]>();
  for (const { id, name, unit } of people) {
    const key = plainName(name);
    byName.set(key, [...(byName.get(key) ?? []), { id, unit: plainUnit(unit) }]);
  }
  return { byNip: new Map(people.flatMap(({ nip, id }) => (nip === '' ? [] : [[nip, id]]))), byName };
};

/** By number where there is one, else by name and unit; a code when nobody or more than one fits. */
const personOf = (
  { byNip, byName }: Register,
  { nip, name, unitOfWork }: RecordRow,
): { id: string } | { code: string } => {
  if (nip !== '') {
    const id = byNip.get(nip);
    return id === undefined ? { code: 'csvPersonUnknown' } : { id };
  }
  const unit = plainUnit(unitOfWork);
  const found = (byName.get(plainName(name)) ?? []).filter((person) => unit === '' || person.unit === unit);
  const [first, second] = found;
  if (name === '' || first === undefined) return { code: 'csvPersonUnknown' };
  return second === undefined ? { id: first.id } : { code: 'csvPersonAmbiguous' };
};

/** What makes two rows the same row. */
const contentKey = (record: LearningRecordInput): string =>
  JSON.stringify([
    record.kind,
    record.title,
    withoutDash(record.organiser),
    record.from,
    record.to,
    record.unit,
    record.amount,
    withoutDash(record.certificateNumber),
  ]);

interface Reading {
  readonly entries: Entry[];
  readonly problems: CsvProblem[];
}

const readRows = (tx: RecordsReader, { headerRow, header, rows, broken }: CsvRows): Reading => {
  const { places, problems } = placeColumns(recordColumns, header, headerRow);
  const layout: RecordLayout = { columns: recordColumns, places, header };
  const unclosed = broken.map((row) => ({ row, column: '', code: 'csvQuotes', value: '' }));
  if (problems.length + unclosed.length > 0) return { entries: [], problems: [...problems, ...unclosed] };
  const register = registerOf(tx);
  const entries: Entry[] = [];
  for (const { row, cells } of rows) {
    const read = readRecordRow(layout, cells, row);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const person = personOf(register, read.value);
    if ('id' in person) entries.push({ personId: person.id, record: read.value.record });
    else problems.push(cellProblem(layout, read.value.nip === '' ? 'name' : 'nip', row, person.code, ''));
  }
  return { entries, problems };
};

/** Entries by person, without those that stand here already or in the file twice, word for word. */
const newEntries = (tx: RecordsReader, entries: readonly Entry[]): Map<string, LearningRecordInput[]> => {
  const byPerson = new Map<string, LearningRecordInput[]>();
  for (const { personId, record } of entries) {
    const list = byPerson.get(personId);
    if (list === undefined) byPerson.set(personId, [record]);
    else list.push(record);
  }
  for (const [personId, records] of byPerson) {
    const standing = recordsOfPerson(tx, personId).filter(({ withdrawn }) => withdrawn === null);
    const seen = new Set(standing.map(contentKey));
    const fresh = records.filter((record) => {
      const key = contentKey(record);
      return seen.has(key) ? false : seen.add(key);
    });
    byPerson.set(personId, fresh);
  }
  return byPerson;
};

const keepAll = (
  work: Workspace,
  tx: RecordsWriter,
  fresh: ReadonlyMap<string, readonly LearningRecordInput[]>,
): void => {
  const at = toIsoInstant(work.clock.now());
  const counting = countingNow(work, tx);
  for (const [personId, records] of fresh) {
    if (records.length === 0) continue;
    insertFromFile(
      tx,
      personId,
      records.map((record) => ({ id: randomId(work.random), record })),
      at,
    );
    recountPerson(tx, personId, counting);
  }
  appendAudit(work, tx, { kind: 'learningImported', subject: '' });
};

/**
 * Takes in learning records of a CSV file: all rows or, when anything is wrong with one, none; every problem is named
 * by row and column (the first 50) and counted. Rows that are here already are left out. `store` false only tells.
 */
export const importLearningRecords = (
  work: Workspace,
  file: CsvRows,
  store: boolean,
): Result<CsvOutcome, AppError<StorageErrorCode>> => {
  const { entries, problems } = readRows(work.records, file);
  if (problems.length > 0) {
    const outcome = { accepted: 0, known: 0, problemCount: problems.length, stored: false };
    return ok({ ...outcome, problems: problems.slice(0, namedProblems) });
  }
  const fresh = newEntries(work.records, entries);
  const accepted = [...fresh.values()].reduce((sum, records) => sum + records.length, 0);
  const outcome = { accepted, known: entries.length - accepted, problemCount: 0, problems: [] };
  if (!store || accepted === 0) return ok({ ...outcome, stored: false });
  return transactRecords(work.records, (tx) => {
    keepAll(work, tx, fresh);
    return ok({ ...outcome, stored: true });
  });
};
