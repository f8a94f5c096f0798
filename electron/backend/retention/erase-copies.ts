import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { count, eq } from 'drizzle-orm';
import { noteErased } from '../backup/backup-state.ts';
import { touchCase } from '../case/case-revision.ts';
import { forgetCase } from '../case/load-case.ts';
import { type OwnCopy, ownCopies } from '../case/own-copies.ts';
import { noteCopyErased } from '../db/erased-copies.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { acts } from '../db/records-schema.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { bound, eraseDraftsLeft, eraseRest, notingHeld } from './erase-file.ts';
import { copyStatements } from './registered-tables.ts';

const hasActs = (tx: RecordsReader, caseId: string): boolean =>
  (tx.select({ n: count() }).from(acts).where(eq(acts.caseId, caseId)).get()?.n ?? 0) > 0;

/** A copy that is to be erased, by the hash of its release and the case under which it lies. */
export interface CopyHere {
  readonly caseId: string;
  readonly hash: string;
}

/**
 * Erases one copy from records.db: the act by which it was released, what was said of it, its paper and files, packages
 * that are held with it, and the case with the last one. What stays is its hash. In the caller's transaction, after
 * which `eraseDraftsLeft` ends it.
 */
export const eraseCopy = (work: Workspace, tx: RecordsWriter, { caseId, hash }: CopyHere, at: string): void => {
  noteCopyErased(tx, hash, at);
  notingHeld(tx, () => {
    for (const { sql: text } of copyStatements) tx.run(bound(text, { caseId, copy: hash }));
  });
  if (!hasActs(tx, caseId)) eraseRest(work, tx, caseId);
  appendAudit(work, tx, { kind: 'copyErased', subject: hash });
  forgetCase(work.records, caseId);
  touchCase(work, caseId);
};

/** The copies of these hashes; `unknownAct` for one that is none of the holder's own. */
export const copiesToErase = (
  { work }: Pick<Unlocked, 'work'>,
  hashes: readonly string[],
): Result<OwnCopy[], AppError<'unknownAct'>> => {
  const own = new Map(ownCopies(work.records).map((copy) => [copy.released.hash as string, copy]));
  const found = [...new Set(hashes)].map((hash) => own.get(hash));
  const all = found.filter((copy) => copy !== undefined);
  return all.length === found.length ? ok(all) : fail('unknownAct');
};

/**
 * Erases copies that an employee has, by the own decision: nobody approves, no paper says so and nobody is told, since
 * they are the employee's own (law: ownCopies). All or none.
 */
export const eraseCopies = (
  unlocked: Unlocked,
  { hashes }: { readonly hashes: readonly string[] },
): Result<{ copies: number }, AppError<'unknownAct' | StorageErrorCode>> => {
  const { work } = unlocked;
  const found = copiesToErase(unlocked, hashes);
  if (!found.ok) return found;
  const erased = transactRecords(work.records, (tx) => {
    const at = nowOf(unlocked);
    noteErased(work, tx);
    for (const { caseId, released } of found.value) eraseCopy(work, tx, { caseId, hash: released.hash }, at);
    return ok({ copies: found.value.length });
  });
  // What fails here is done at the next opening; the copies are gone.
  if (erased.ok) eraseDraftsLeft(work);
  return erased;
};
