import type { AppError, Result } from '@shared/kernel/result.ts';
import { ok } from '@shared/kernel/result.ts';
import type { SQL } from 'drizzle-orm';
import { eq, sql } from 'drizzle-orm';
import { noteErased } from '../backup/backup-state.ts';
import { findCase } from '../case/case-rows.ts';
import { forgetCase } from '../case/load-case.ts';
import { erasedCopyRows } from '../db/erased-copies.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { erasedFiles } from '../db/retention-schema.ts';
import { meta } from '../db/shared-columns.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes, transactRecords } from '../db/transact.ts';
import { eraseDraftsOfRecords } from '../drafts/of-erased.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { erasePerson } from './erase-person.ts';
import { copyNoteStatements, fileStatements, noteStatements } from './registered-tables.ts';

/** A statement with its named values (`:caseId`). Throws on a name that has none. */
export const bound = (statement: string, values: Readonly<Record<string, string>>): SQL => {
  const parts = statement.split(/:(\w+)/).map((part, index) => {
    if (index % 2 === 0) return sql.raw(part);
    const value = values[part];
    if (value === undefined) throw new Error(`no value for ${part}`);
    return sql`${value}`;
  });
  return sql.join(parts, sql``);
};

/** Row of `meta` while notes.db may still have drafts of what was erased. */
const draftsLeft = 'draftsOfErased';

/** Notes in `meta` that something is left to erase once the transaction has ended. */
export const noteLeft = (tx: RecordsWriter, key: string): void => {
  tx.insert(meta).values({ key, value: '' }).onConflictDoNothing().run();
};

/** Notes that notes.db may still have drafts of what is being erased. */
export const noteDraftsLeft = (tx: RecordsWriter): void => noteLeft(tx, draftsLeft);

/** Cases that drafts and private notes name and that are no more, erased whole or with their last copy. */
const casesGone = ({ notes, records }: Workspace): string[] =>
  notes
    .all<{ caseId: string }>(sql`SELECT case_id AS caseId FROM notes UNION SELECT case_id FROM drafts`)
    .map(({ caseId }) => caseId)
    .filter((caseId) => caseId !== null && findCase(records, caseId) === undefined);

/**
 * Ends every erasure: drafts of what was erased go from notes.db, and private notes are freed from erased cases.
 * What was erased itself went before, in one transaction that says so: were drafts erased first, an erasure that is
 * cut off or refused would cost the drafts of what stays. To be called after an erasure, and at each opening, which
 * ends what was cut off between the two databases. Done twice it is the same.
 */
export const eraseDraftsLeft = (work: Workspace): Result<null, AppError<StorageErrorCode>> => {
  const left = eq(meta.key, draftsLeft);
  if (work.records.select().from(meta).where(left).get() === undefined) return ok(null);
  const caseIds = casesGone(work);
  const copies = erasedCopyRows(work.records).filter(({ at }) => at !== null);
  const freed = transactNotes(work.notes, (tx) => {
    for (const caseId of caseIds) for (const { sql: text } of noteStatements) tx.run(bound(text, { caseId }));
    for (const { hash } of copies) for (const { sql: text } of copyNoteStatements) tx.run(bound(text, { copy: hash }));
    eraseDraftsOfRecords(work.records, tx);
    return ok(null);
  });
  if (!freed.ok) return freed;
  return transactRecords(work.records, (tx) => {
    // One that was made of notes.db before they went has them still.
    noteErased(work, tx, ['notes']);
    tx.delete(meta).where(left).run();
    return ok(null);
  });
};

/** An erasure that something goes with; null: a backup had what was erased before. */
export interface Erasing {
  readonly erasureId: string | null;
  readonly at: string;
}

/**
 * Erases what is left of a file (case) that is no more, and its employee where nothing else names that person. In the
 * caller's transaction.
 */
export const eraseRest = (work: Workspace, tx: RecordsWriter, caseId: string): void => {
  const row = findCase(tx, caseId);
  for (const { sql: text } of fileStatements) tx.run(bound(text, { caseId }));
  if (row !== undefined) erasePerson(tx, row.employeeId);
  forgetCase(work.records, caseId);
};

/**
 * Erases one file (case) from records.db: acts, papers, files, what was received and decided, and its employee where
 * nothing else names that person. What stays is its id. In the caller's transaction, after which `eraseDraftsLeft` ends
 * it.
 */
export const eraseFile = (work: Workspace, tx: RecordsWriter, caseId: string, { erasureId, at }: Erasing): void => {
  tx.insert(erasedFiles).values({ caseId, erasureId, at }).onConflictDoNothing().run();
  noteDraftsLeft(tx);
  eraseRest(work, tx, caseId);
  appendAudit(work, tx, { kind: 'fileErased', subject: caseId });
};
