import Sqlite from 'better-sqlite3';
import type { DatabaseDeps } from './open-database.ts';
import { sqliteCode } from './storage-error.ts';

/**
 * True when somebody has the database open: SQLite meets the lock before it meets the cipher, so no key is
 * needed. Never opens the file for writing.
 */
export const isHeldElsewhere = ({ sqliteBinding }: DatabaseDeps, file: string): boolean => {
  let sqlite: Sqlite.Database | undefined;
  try {
    const binding = sqliteBinding === undefined ? {} : { nativeBinding: sqliteBinding };
    sqlite = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 0, ...binding });
    sqlite.pragma('schema_version');
    return false;
  } catch (thrown) {
    return sqliteCode(thrown)?.startsWith('SQLITE_BUSY') === true;
  } finally {
    sqlite?.close();
  }
};
