import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { sql } from 'drizzle-orm';
import type { StorageErrorCode } from '../db/storage-error.ts';
import type { Workspace } from '../workspace.ts';
import { type StoreName, storeOf, storeTables, transactStore } from './store.ts';

/**
 * Files that a lock or a crash cut off: not complete, or (among the notes) complete but in no note. A complete
 * file of records.db that no act uses stays: a draft may name it.
 */
const leftBehind = (store: StoreName) =>
  store === 'records' ? sql`complete = 0` : sql`(complete = 0 OR note_id IS NULL)`;

const hasLeftBehind = (work: Workspace, store: StoreName): boolean =>
  storeOf(work, store).get<{ found: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM ${sql.identifier(storeTables[store].files)} WHERE ${leftBehind(store)}) AS found`,
  ).found === 1;

/** Removes files that were still coming in when the vault was last closed; to be called once after opening. */
export const discardUnfinished = (work: Workspace): Result<void, AppError<StorageErrorCode>> => {
  for (const store of ['records', 'notes'] as const) {
    if (!hasLeftBehind(work, store)) continue;
    const discarded = transactStore(work, store, (tx) => {
      tx.run(sql`DELETE FROM ${sql.identifier(storeTables[store].files)} WHERE ${leftBehind(store)}`);
      return ok(undefined);
    });
    if (!discarded.ok) return discarded;
  }
  return ok(undefined);
};
