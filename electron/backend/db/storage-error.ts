import { type AppError, err, type Result } from '@shared/kernel/result.ts';
import Sqlite from 'better-sqlite3';

/** What a database call may fail with while a vault is open. */
export type StorageErrorCode = 'diskFull' | 'storageFailed';

/** What opening a database may fail with. */
export type OpenErrorCode =
  | StorageErrorCode
  | 'databaseDamaged'
  | 'databaseForeign'
  | 'folderMissing'
  | 'folderReadOnly'
  | 'newerSchema'
  | 'openElsewhere';

/** SQLite's result code (https://sqlite.org/rescode.html) inside an exception or its causes; undefined: none. */
export const sqliteCode = (thrown: unknown): string | undefined => {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof Sqlite.SqliteError) return error.code;
  }
  return undefined;
};

/** True when SQLite could not read what the file holds: a damaged page or a page under another key. */
export const isUnreadable = (code: string): boolean =>
  code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');

/** Failure codes of I/O; every other code of SQLite (constraint, syntax …) is a bug of its caller. */
const failedIo = [
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_BUSY',
  'SQLITE_PROTOCOL',
  'SQLITE_NOLFS',
];

/**
 * The expected failure behind an exception of SQLite while a vault is open: `diskFull`, or
 * `storageFailed` with SQLite's code. Throws the exception again when it is a bug.
 */
export const toStorageError = (thrown: unknown): AppError<StorageErrorCode> => {
  const code = sqliteCode(thrown);
  if (code === undefined) throw thrown;
  if (code === 'SQLITE_FULL') return { code: 'diskFull' };
  if (isUnreadable(code) || failedIo.some((prefix) => code.startsWith(prefix))) {
    return { code: 'storageFailed', details: { sqlite: code } };
  }
  throw thrown;
};

/** The expected failure behind an exception of SQLite at opening; unreadable files are left to the caller. */
export const toOpenError = (thrown: unknown): AppError<OpenErrorCode> => {
  const code = sqliteCode(thrown);
  if (code === undefined) throw thrown;
  if (code.startsWith('SQLITE_BUSY')) return { code: 'openElsewhere' };
  if (code.startsWith('SQLITE_READONLY')) return { code: 'folderReadOnly' };
  return toStorageError(thrown);
};

/** Runs a read at opening; a page that cannot be read becomes `databaseDamaged`. Bugs still throw. */
export const catchOpening = <T>(run: () => T): Result<T, AppError<OpenErrorCode>> => {
  try {
    return { ok: true, value: run() };
  } catch (thrown) {
    return err(isUnreadable(sqliteCode(thrown) ?? '') ? { code: 'databaseDamaged' } : toOpenError(thrown));
  }
};
