import { type AppError, type Err, err, type Result } from '@shared/kernel/result.ts';
import type { RunResult } from 'better-sqlite3';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type * as notesSchema from './notes-schema.ts';
import type { NotesDb, RecordsDb } from './open-database.ts';
import type * as recordsSchema from './records-schema.ts';
import { type StorageErrorCode, toStorageError } from './storage-error.ts';

/** What repositories of records.db take: the database or a transaction on it. */
export type RecordsTx = BaseSQLiteDatabase<'sync', RunResult, typeof recordsSchema>;
/** What repositories of notes.db take: the database or a transaction on it. */
export type NotesTx = BaseSQLiteDatabase<'sync', RunResult, typeof notesSchema>;

/** Carries a failed Result out of a transaction, so that it rolls back. */
class Refused extends Error {
  readonly result: Err<unknown>;
  constructor(result: Err<unknown>) {
    super('refused');
    this.result = result;
  }
}

const attempt = <T, E>(run: () => T): Result<T, E | AppError<StorageErrorCode>> => {
  try {
    return { ok: true, value: run() };
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.result as Err<E>;
    return err(toStorageError(thrown));
  }
};

const takeValue = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Refused(result);
  return result.value;
};

/**
 * Runs `body` in one immediate transaction of records.db. A failed Result rolls everything back (the file
 * stays byte-equal) and is returned; so does a full disk or a failed write, as `diskFull` or
 * `storageFailed`. Exceptions roll back and pass through. Do not await inside; do not nest.
 */
export const transactRecords = <T, E>(
  db: RecordsDb,
  body: (tx: RecordsTx) => Result<T, E>,
): Result<T, E | AppError<StorageErrorCode>> =>
  attempt(() => db.transaction((tx) => takeValue(body(tx)), { behavior: 'immediate' }));

/** As `transactRecords`, on notes.db. */
export const transactNotes = <T, E>(
  db: NotesDb,
  body: (tx: NotesTx) => Result<T, E>,
): Result<T, E | AppError<StorageErrorCode>> =>
  attempt(() => db.transaction((tx) => takeValue(body(tx)), { behavior: 'immediate' }));
