import {
  type LearningRecord,
  type LearningRecordInput,
  learningRecordInput,
} from '@shared/domain/competence/learning-record.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { learningEvidence, learningRecords } from '../db/competence-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';

/** A learning record as it lies in the database. */
export interface LearningRow extends LearningRecord {
  readonly personId: string;
  readonly origin: 'typed' | 'csv' | 'guidance';
  readonly revision: number;
}

type Row = typeof learningRecords.$inferSelect;

const toRow = ({ id, seq, personId, json, origin, withdrawn, revision }: Row): LearningRow => ({
  ...learningRecordInput.parse(json),
  recordId: id,
  seq,
  personId,
  origin,
  withdrawn,
  revision,
});

/** One record. */
export const findLearningRecord = (tx: RecordsReader, id: string): LearningRow | undefined => {
  const row = tx.select().from(learningRecords).where(eq(learningRecords.id, id)).get();
  return row && toRow(row);
};

/** All records of a person, in the order in which they were entered. */
export const recordsOfPerson = (tx: RecordsReader, personId: string): LearningRow[] =>
  tx
    .select()
    .from(learningRecords)
    .where(eq(learningRecords.personId, personId))
    .orderBy(asc(learningRecords.seq))
    .all()
    .map(toRow);

/** Whose standing learning records were made of a record of guidance. */
export const peopleOfGuidance = (tx: RecordsReader, hash: string): string[] =>
  tx
    .select({ personId: learningRecords.personId })
    .from(learningRecords)
    .where(and(eq(learningRecords.guidanceHash, Buffer.from(fromHex(hash))), isNull(learningRecords.withdrawn)))
    .orderBy(asc(learningRecords.seq))
    .all()
    .map(({ personId }) => personId);

const setEvidence = (tx: RecordsWriter, recordId: string, evidence: readonly string[]): void => {
  tx.delete(learningEvidence).where(eq(learningEvidence.recordId, recordId)).run();
  for (const attachmentId of evidence) {
    tx.insert(learningEvidence).values({ recordId, attachmentId }).onConflictDoNothing().run();
  }
};

/** Adds a record with its evidence. */
export const insertLearningRecord = (
  tx: RecordsWriter,
  row: {
    readonly id: string;
    readonly personId: string;
    readonly record: LearningRecordInput;
    readonly origin: LearningRow['origin'];
    readonly guidanceHash: string | null;
    readonly at: string;
  },
): void => {
  const { id, personId, record, origin, guidanceHash, at } = row;
  tx.insert(learningRecords)
    .values({
      id,
      personId,
      json: record,
      toDay: record.to,
      origin,
      guidanceHash: guidanceHash === null ? null : Buffer.from(fromHex(guidanceHash)),
      revision: 1,
      createdAt: at,
      updatedAt: at,
    })
    .run();
  if (record.evidence.length > 0) setEvidence(tx, id, record.evidence);
};

/** Adds what a file brought for one person, in its order and in one statement; such records have no evidence yet. */
export const insertFromFile = (
  tx: RecordsWriter,
  personId: string,
  records: readonly { readonly id: string; readonly record: LearningRecordInput }[],
  at: string,
): void => {
  tx.run(sql`INSERT INTO learning_records (id, person_id, json, to_day, origin, revision, created_at, updated_at)
    SELECT value ->> 'id', ${personId}, value -> 'record', value ->> '$.record.to', 'csv', 1, ${at}, ${at}
    FROM json_each(${JSON.stringify(records)}) ORDER BY key`);
};

/** Changes what a record says, under its next revision. */
export const updateLearningRecord = (
  tx: RecordsWriter,
  id: string,
  record: LearningRecordInput,
  revision: number,
  at: string,
): void => {
  tx.update(learningRecords)
    .set({ json: record, toDay: record.to, revision, updatedAt: at })
    .where(eq(learningRecords.id, id))
    .run();
  setEvidence(tx, id, record.evidence);
};

/** Takes a record back. */
export const withdrawLearningRecord = (tx: RecordsWriter, id: string, reason: string, at: string): void => {
  tx.update(learningRecords).set({ withdrawn: reason, updatedAt: at }).where(eq(learningRecords.id, id)).run();
};

/** True when all of these are records of the person. */
export const allOfPerson = (tx: RecordsReader, personId: string, ids: readonly string[]): boolean =>
  ids.every(
    (id) =>
      tx
        .select({ id: learningRecords.id })
        .from(learningRecords)
        .where(and(eq(learningRecords.id, id), eq(learningRecords.personId, personId)))
        .get() !== undefined,
  );
