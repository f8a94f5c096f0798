import type { RecordsKind } from '@shared/domain/retention/schedule.ts';
import { countingNow, recountPerson } from '../competence/recount.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { erasedRecords } from '../db/retention-schema.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { bound, type Erasing, noteDraftsLeft } from './erase-file.ts';
import { noteHeldLeft } from './held-guidance.ts';
import {
  attachmentsOfGuidance,
  attachmentsOfYear,
  documentsOfGuidance,
  documentsOfYear,
  guidanceStatements,
  learningStatements,
  peopleOfYear,
} from './registered-tables.ts';

const idsBy = (tx: RecordsWriter, statement: string, values: Readonly<Record<string, string>>): string[] =>
  tx.all<{ id: string }>(bound(statement, values)).map(({ id }) => id);

/** Says first that it is erased: the database lets go of what is never deleted else for that alone. */
const noteErasedRecords = (tx: RecordsWriter, kind: RecordsKind, id: string, { erasureId, at }: Erasing): void => {
  tx.insert(erasedRecords).values({ kind, id, erasureId, at }).onConflictDoNothing().run();
  noteDraftsLeft(tx);
};

/**
 * Erases one file of guidance from records.db: working papers, records with their signatures, scans and signed
 * papers, and what calendars elsewhere were told. What stays is its id. In the caller's transaction, after which
 * `eraseDraftsLeft` and `eraseHeldLeft` end it.
 */
export const eraseGuidance = (work: Workspace, tx: RecordsWriter, guidanceId: string, erasing: Erasing): void => {
  noteErasedRecords(tx, 'guidance', guidanceId, erasing);
  noteHeldLeft(tx);
  const attachments = JSON.stringify(idsBy(tx, attachmentsOfGuidance, { guidanceId }));
  const documents = JSON.stringify(idsBy(tx, documentsOfGuidance, { guidanceId }));
  for (const { sql } of guidanceStatements) tx.run(bound(sql, { guidanceId, attachments, documents }));
  appendAudit(work, tx, { kind: 'guidanceErased', subject: guidanceId });
};

/**
 * Erases a year of learning records from records.db, with its annual plans and what proves it, and counts its people
 * anew. The register of employees stays. What stays besides is the year. In the caller's transaction, likewise.
 */
export const eraseYear = (work: Workspace, tx: RecordsWriter, year: string, erasing: Erasing): void => {
  noteErasedRecords(tx, 'learning', year, erasing);
  const people = idsBy(tx, peopleOfYear, { year });
  const attachments = JSON.stringify(idsBy(tx, attachmentsOfYear, { year }));
  const documents = JSON.stringify(idsBy(tx, documentsOfYear, { year }));
  for (const { sql } of learningStatements) tx.run(bound(sql, { year, attachments, documents }));
  const counting = countingNow(work, tx);
  for (const personId of people) recountPerson(tx, personId, counting);
  appendAudit(work, tx, { kind: 'learningErased', subject: year });
};
