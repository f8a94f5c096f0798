import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, err, fail, ok, type Result } from '@shared/kernel/result.ts';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { acrossMigration, keepDigest } from './digest/keep-digest.ts';
import type { NotesDb, RecordsDb } from './handles.ts';
import { appliedMigration, newestMigration } from './migrations.ts';
import * as notesSchema from './notes-schema.ts';
import * as recordsSchema from './records-schema.ts';
import { rememberStatements } from './remember-statements.ts';
import { createReplaceable, replaceConnection } from './replaceable.ts';
import { isUnreadable, type OpenErrorCode, sqliteCode, toOpenError } from './storage-error.ts';
import { verifyPages } from './verify-pages.ts';

/** What databases need from outside. */
export interface DatabaseDeps {
  /** Path of the SQLite addon for this runtime; undefined: the one inside the package. */
  readonly sqliteBinding: string | undefined;
  /** Folder `resources` of the app: migrations lie in `migrations/records` and `migrations/notes` below it. */
  readonly resourcesFolder: string;
}

/**
 * `create`: the file must not exist. `open`: it must, and nobody else has it; older schemas migrate.
 * `read`: nothing is written, not even a lock; for checks of a copy that cannot be written.
 */
export type OpenMode = 'create' | 'open' | 'read';

export interface OpenOptions {
  readonly file: string;
  /** Raw key, 32 bytes; stays the caller's to wipe. */
  readonly key: Uint8Array;
  readonly mode: OpenMode;
}

/** Gives SQLCipher 4 its raw key (https://www.zetetic.net/sqlcipher/sqlcipher-api/#key), wiping the text after. */
const unlock = (sqlite: Sqlite.Database, key: Uint8Array): void => {
  sqlite.pragma("cipher = 'sqlcipher'");
  sqlite.pragma('legacy = 4');
  const literal = Buffer.from(`x'${toHex(key)}'`, 'latin1');
  sqlite.key(literal);
  literal.fill(0);
};

/**
 * Settings of every connection (ARCHITECTURE.md, "A vault on disk").
 *
 * The journal is TRUNCATE, not WAL: after each commit all that is acknowledged lies in one file and no
 * older page lies beside it, so there is no log to cut or swap and erased text does not linger in one.
 * It costs two more syncs for each commit, which a person never feels.
 */
const configure = (sqlite: Sqlite.Database, mode: OpenMode): void => {
  sqlite.pragma('temp_store = MEMORY');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('secure_delete = ON');
  sqlite.pragma('synchronous = FULL');
  if (mode === 'read') {
    sqlite.pragma('query_only = ON');
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
    return;
  }
  // The first to read: rolls back what a crash cut. Only after it EXCLUSIVE, or the old journal's pages would stay.
  sqlite.pragma('journal_mode = TRUNCATE');
  sqlite.pragma('locking_mode = EXCLUSIVE');
  // With this locking mode the lock taken here stays until the connection closes.
  sqlite.exec('BEGIN EXCLUSIVE; COMMIT');
};

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** What stands in the way before SQLite is asked. */
const obstacle = ({ file, mode }: OpenOptions): AppError<OpenErrorCode> | undefined => {
  const folder = dirname(file);
  if (!existsSync(folder)) return { code: 'folderMissing' };
  if (mode === 'create') return existsSync(file) ? { code: 'databaseForeign' } : undefined;
  if (!existsSync(file)) return { code: 'databaseDamaged', details: { reason: 'missing' } };
  // SQLite would take an empty file for a new database.
  if (statSync(file).size === 0) return { code: 'databaseDamaged', details: { reason: 'empty' } };
  if (mode === 'open' && !(isWritable(folder) && isWritable(file))) return { code: 'folderReadOnly' };
  return undefined;
};

/** Damaged, or under another key? One page that fits the key tells. */
const unreadableError = ({ file, key }: OpenOptions): AppError<OpenErrorCode> => {
  const report = verifyPages(file, key);
  return report.anyGood || report.pages === 0 ? { code: 'databaseDamaged' } : { code: 'databaseForeign' };
};

const connect = (deps: DatabaseDeps, options: OpenOptions): Result<Sqlite.Database, AppError<OpenErrorCode>> => {
  const blocked = obstacle(options);
  if (blocked !== undefined) return err(blocked);
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(options.file, {
      fileMustExist: options.mode !== 'create',
      readonly: options.mode === 'read',
      timeout: 0,
      ...(deps.sqliteBinding === undefined ? {} : { nativeBinding: deps.sqliteBinding }),
    });
    unlock(sqlite, options.key);
    configure(sqlite, options.mode);
    rememberStatements(sqlite);
    return ok(sqlite);
  } catch (thrown) {
    sqlite?.close();
    return err(isUnreadable(sqliteCode(thrown) ?? '') ? unreadableError(options) : toOpenError(thrown));
  }
};

/**
 * Runs the migrations that are missing. One may make a table anew that others refer to, as SQLite asks for it: without
 * enforcing references meanwhile (https://sqlite.org/lang_altertable.html#otheralter).
 */
const bringUp = <S extends Record<string, unknown>>(
  db: BetterSQLite3Database<S> & { readonly $client: Sqlite.Database },
  migrationsFolder: string,
): void => {
  db.$client.pragma('foreign_keys = OFF');
  migrate(db, { migrationsFolder });
  db.$client.pragma('foreign_keys = ON');
};

const upToDate = <S extends Record<string, unknown>>(
  db: BetterSQLite3Database<S> & { readonly $client: Sqlite.Database },
  folder: string,
  options: OpenOptions,
): Result<typeof db, AppError<OpenErrorCode>> => {
  try {
    const applied = appliedMigration(db.$client);
    const newest = newestMigration(folder);
    if (applied > newest) {
      db.$client.close();
      return fail('newerSchema');
    }
    if (options.mode === 'read') return ok(db);
    const migrateUp = (): void => bringUp(db, folder);
    if (applied === 0) migrateUp();
    else if (applied < newest) acrossMigration(db.$client, options.key, migrateUp);
    keepDigest(db.$client, options.key);
    return ok(db);
  } catch (thrown) {
    db.$client.close();
    return err(isUnreadable(sqliteCode(thrown) ?? '') ? unreadableError(options) : toOpenError(thrown));
  }
};

/**
 * Opens records.db with its raw key, brings its schema up to date and holds it alone until `$client.close()`.
 * Fails with an OpenErrorCode: `databaseForeign` when no page fits the key, `databaseDamaged` when some do,
 * `newerSchema` (nothing written) when a later version of the app wrote it.
 */
export const openRecordsDatabase = (
  deps: DatabaseDeps,
  options: OpenOptions,
): Result<RecordsDb, AppError<OpenErrorCode>> => {
  const sqlite = connect(deps, options);
  if (!sqlite.ok) return sqlite;
  const db = drizzle(createReplaceable(sqlite.value), { schema: recordsSchema });
  return upToDate(db, join(deps.resourcesFolder, 'migrations', 'records'), options);
};

/** Opens notes.db; otherwise as `openRecordsDatabase`. */
export const openNotesDatabase = (
  deps: DatabaseDeps,
  options: OpenOptions,
): Result<NotesDb, AppError<OpenErrorCode>> => {
  const sqlite = connect(deps, options);
  if (!sqlite.ok) return sqlite;
  const db = drizzle(createReplaceable(sqlite.value), { schema: notesSchema });
  return upToDate(db, join(deps.resourcesFolder, 'migrations', 'notes'), options);
};

/** How the schema of a database stands to that of this program. */
export type SchemaStanding = 'same' | 'older' | 'newer';

/**
 * Looks whether opening a database would bring its schema up to date; nothing of it is written but what a crash cut.
 * `same` where it does not open, too: the opening says why.
 */
export const schemaStanding = (
  deps: DatabaseDeps,
  name: 'records' | 'notes',
  options: Omit<OpenOptions, 'mode'>,
): SchemaStanding => {
  const sqlite = connect(deps, { ...options, mode: 'open' });
  if (!sqlite.ok) return 'same';
  try {
    const applied = appliedMigration(sqlite.value);
    const newest = newestMigration(join(deps.resourcesFolder, 'migrations', name));
    if (applied > newest) return 'newer';
    return applied > 0 && applied < newest ? 'older' : 'same';
  } catch {
    return 'same';
  } finally {
    sqlite.value.close();
  }
};

/**
 * Opens the file in the place of one that was open and is closed now, under another key perhaps: whatever holds
 * `client` goes on with it. Its schema must be that of this program. Fails as opening does; `client` stays closed then.
 */
export const reopenDatabase = (
  deps: DatabaseDeps,
  client: Sqlite.Database,
  options: Omit<OpenOptions, 'mode'>,
): Result<null, AppError<OpenErrorCode>> => {
  const sqlite = connect(deps, { ...options, mode: 'open' });
  if (!sqlite.ok) return sqlite;
  replaceConnection(client, sqlite.value);
  keepDigest(client, options.key);
  return ok(null);
};
