import { type AppError, type Err, err, type Result } from '@shared/kernel/result.ts';
import type { RunResult } from 'better-sqlite3';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { type Digest, digestOf } from './digest/digest.ts';
import type { NotesDb, NotesWriter, RecordsDb, RecordsWriter } from './handles.ts';
import type * as notesSchema from './notes-schema.ts';
import type * as recordsSchema from './records-schema.ts';
import { type StorageErrorCode, toStorageError } from './storage-error.ts';

/** The whole of an open database; only transactions see it so. */
type Whole<Schema extends Record<string, unknown>> = BaseSQLiteDatabase<'sync', RunResult, Schema>;

type AnyResult = Result<unknown, unknown>;
type StorageFailure = Err<AppError<StorageErrorCode>>;

/** Carries a failed Result out of a transaction, so that it rolls back. */
class Refused extends Error {
  readonly result: AnyResult;
  constructor(result: AnyResult) {
    super('refused');
    this.result = result;
  }
}

const throwRefused = <R extends AnyResult>(result: R): R => {
  if (!result.ok) throw new Refused(result);
  return result;
};

const attempt = <R extends AnyResult>(run: () => R): R | StorageFailure => {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.result as R;
    return err(toStorageError(thrown));
  }
};

const transact = <Schema extends Record<string, unknown>, R extends AnyResult>(
  db: Whole<Schema>,
  digest: Digest | undefined,
  body: (tx: Whole<Schema>) => R,
): R | StorageFailure => {
  let committed = false;
  try {
    return attempt(() => {
      const done = db.transaction(
        (tx) => {
          const result = throwRefused(body(tx));
          digest?.flush();
          return result;
        },
        { behavior: 'immediate' },
      );
      committed = true;
      return done;
    });
  } finally {
    digest?.settle(committed);
  }
};

/**
 * Runs `body` in one immediate transaction of records.db. A failed Result rolls everything back (the file
 * stays byte-equal) and is returned; so does a full disk or a failed write, as `diskFull` or
 * `storageFailed`. Exceptions roll back and pass through. Do not await inside; do not nest.
 */
export const transactRecords = <R extends AnyResult>(
  db: RecordsDb,
  body: (tx: RecordsWriter) => R,
): R | StorageFailure => transact(db as unknown as Whole<typeof recordsSchema>, digestOf(db.$client), body);

/** As `transactRecords`, on notes.db. */
export const transactNotes = <R extends AnyResult>(db: NotesDb, body: (tx: NotesWriter) => R): R | StorageFailure =>
  transact(db as unknown as Whole<typeof notesSchema>, digestOf(db.$client), body);
