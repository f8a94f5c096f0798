import type { AppError, Result } from '@shared/kernel/result.ts';
import { ok } from '@shared/kernel/result.ts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { findCase } from '../case/case-rows.ts';
import { forgetCase } from '../case/load-case.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { erasedFiles } from '../db/retention-schema.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { erasePerson } from './erase-person.ts';
import { fileStatements, noteStatements } from './registered-tables.ts';

const bound = (statement: string, caseId: string): SQL =>
  sql.join(
    statement.split(':caseId').map((part) => sql.raw(part)),
    sql`${caseId}`,
  );

/**
 * Erases drafts of files (cases) from notes.db, and frees private notes from them. Comes first and by itself: done
 * twice it is the same, and what is not confirmed to be erased never comes here.
 */
export const eraseBesideNotes = (
  work: Workspace,
  caseIds: readonly string[],
): Result<null, AppError<StorageErrorCode>> =>
  transactNotes(work.notes, (tx) => {
    for (const caseId of caseIds) for (const { sql: text } of noteStatements) tx.run(bound(text, caseId));
    return ok(null);
  });

/** An erasure that a file goes with; null: a backup had the file that was erased before. */
export interface Erasing {
  readonly erasureId: string | null;
  readonly at: string;
}

/**
 * Erases one file (case) from records.db: acts, papers, files, what was received and decided, and its employee where
 * nothing else names that person. What stays is its id. In the caller's transaction.
 */
export const eraseFile = (work: Workspace, tx: RecordsWriter, caseId: string, { erasureId, at }: Erasing): void => {
  const row = findCase(tx, caseId);
  tx.insert(erasedFiles).values({ caseId, erasureId, at }).onConflictDoNothing().run();
  for (const { sql: text } of fileStatements) tx.run(bound(text, caseId));
  if (row !== undefined) erasePerson(tx, row.employeeId);
  appendAudit(work, tx, { kind: 'fileErased', subject: caseId });
  forgetCase(work.records, caseId);
};
