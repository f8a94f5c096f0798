import { maxCsvShown, type PersonAnswer, type RecordsOutcome } from '@shared/contract/competence-file.ts';
import { withoutDash } from '@shared/domain/competence/csv/cells.ts';
import { type CsvProblem, cellProblem } from '@shared/domain/competence/csv/columns.ts';
import type { DayOrder } from '@shared/domain/competence/csv/days.ts';
import type { LearningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import { recordsErasedAt } from '../db/erased-files.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { nothingOf } from './csv-file.ts';
import { type Entry, orderOf, type RecordTable, readEntries, sampleOf } from './record-entries.ts';
import { peopleOfFile } from './record-people.ts';
import { insertFromFile, recordsOfPerson } from './record-rows.ts';
import { countingNow, recountPerson } from './recount.ts';

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
    ...(record.abroad === true ? ['abroad'] : []),
  ]);

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

/** What a person said of a file. */
export interface RecordsAsked {
  /** Which comes first in its days; null: not asked yet. */
  readonly dayOrder: DayOrder | null;
  /** Who those are that are nearly somebody known. */
  readonly people?: readonly PersonAnswer[] | undefined;
  /** Null: only look. `seen`: the file that was looked at; `leaveOut`: what nobody knows may stay behind. */
  readonly store: { readonly seen: string; readonly leaveOut: boolean } | null;
}

type Refusal = 'csvFileChanged' | 'csvLeftOutUnsaid' | 'csvOrderUnsaid' | 'csvPeopleUnsaid';

/** What a file would bring. */
interface Look {
  readonly outcome: RecordsOutcome;
  readonly fresh: ReadonlyMap<string, readonly LearningRecordInput[]>;
}

const isUnsaid = ({ people }: Pick<RecordsOutcome, 'people'>): boolean =>
  people.some(({ answer }) => answer === undefined);

/** Rows of years that were erased here: nothing of them is taken in again. */
const ofErasedYears = (
  tx: RecordsReader,
  { columns, places, header }: RecordTable,
  entries: readonly Entry[],
): CsvProblem[] => {
  const years = new Set(entries.map(({ record }) => record.to.slice(0, 4)));
  const erased = new Set([...years].filter((year) => recordsErasedAt(tx, 'learning', year) !== null));
  if (erased.size === 0) return [];
  return entries
    .filter(({ record }) => erased.has(record.to.slice(0, 4)))
    .map(({ row, written }) => cellProblem({ columns, places, header }, 'to', row, 'csvYearErased', written.to));
};

const lookAt = (tx: RecordsReader, file: RecordTable, { dayOrder, people: answers = [] }: RecordsAsked): Look => {
  const { order, ask } = orderOf(file, dayOrder);
  const asked = { dayOrder: order, askOrder: ask, sample: [], people: [] };
  const nothing = (problems = file.problems): Look => ({
    outcome: { ...nothingOf(file, problems), ...asked },
    fresh: new Map(),
  });
  if (file.problems.length > 0 || (ask !== null && order === null)) return nothing();
  const inFile = peopleOfFile(tx, answers);
  const { entries, problems: misread } = readEntries(inFile, file, order ?? 'dayFirst');
  const problems = [...misread, ...ofErasedYears(tx, file, entries)].sort((one, other) => one.row - other.row);
  const people = [...inFile.asked()];
  if (problems.length > 0 || isUnsaid({ people })) {
    return { outcome: { ...nothingOf(file, problems), ...asked, people }, fresh: new Map() };
  }
  const fresh = newEntries(tx, entries);
  const accepted = [...fresh.values()].reduce((sum, records) => sum + records.length, 0);
  const sample = sampleOf(entries, maxCsvShown.sample).map(({ row, name, record: { title, from, to }, written }) => ({
    ...{ row, name, title, from, to },
    written: [...new Set([written.from, written.to])].join(' – '),
  }));
  return {
    outcome: { ...nothingOf(file), accepted, known: entries.length - accepted, ...asked, sample, people },
    fresh,
  };
};

/** Why a file that is fine is not stored yet; null when it may be. */
const missing = (
  { seen, leftOut, askOrder, dayOrder, people }: RecordsOutcome,
  said: RecordsAsked['store'],
): Refusal | null => {
  if (seen !== said?.seen) return 'csvFileChanged';
  if (leftOut.columnCount + leftOut.rowCount > 0 && !said.leaveOut) return 'csvLeftOutUnsaid';
  if (askOrder !== null && dayOrder === null) return 'csvOrderUnsaid';
  return isUnsaid({ people }) ? 'csvPeopleUnsaid' : null;
};

/**
 * Takes in learning records of a CSV file: all rows or, when anything is wrong with one, none; every problem is named
 * by row and column (the first 50) and counted. Rows that are here already are left out. Without `store` it only tells.
 */
export const importLearningRecords = (
  work: Workspace,
  file: RecordTable,
  asked: RecordsAsked,
): Result<RecordsOutcome, AppError<StorageErrorCode | Refusal>> => {
  const { store } = asked;
  const { outcome, fresh } = lookAt(work.records, file, asked);
  if (store === null || outcome.problemCount > 0) return ok(outcome);
  const refusal = missing(outcome, store);
  if (refusal !== null) return fail(refusal);
  if (outcome.accepted === 0) return ok(outcome);
  return transactRecords(work.records, (tx) => {
    keepAll(work, tx, fresh);
    return ok({ ...outcome, stored: true });
  });
};
