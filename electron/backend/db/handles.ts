import type Sqlite from 'better-sqlite3';
import type { RunResult } from 'better-sqlite3';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type * as notesSchema from './notes-schema.ts';
import type * as recordsSchema from './records-schema.ts';

/**
 * Which database a handle is of, for the compiler alone: the methods below say it in no type of theirs, so that without
 * this mark one database's writer would pass for the other's.
 */
declare const of: unique symbol;
interface Of<Database extends 'records' | 'notes'> {
  readonly [of]?: Database;
}

type Whole<Schema extends Record<string, unknown>> = BaseSQLiteDatabase<'sync', RunResult, Schema>;
type Reading = 'select' | 'selectDistinct' | '$count' | 'get' | 'all' | 'values';
type Writing = 'insert' | 'update' | 'delete' | 'run';

/** What may read records.db: the open database, or a transaction on it. */
export type RecordsReader = Of<'records'> & Pick<Whole<typeof recordsSchema>, Reading>;
/** What may also write records.db: a transaction of `transactRecords`, and nothing else. */
export type RecordsWriter = Of<'records'> & Pick<Whole<typeof recordsSchema>, Reading | Writing>;
/** What may read notes.db: the open database, or a transaction on it. */
export type NotesReader = Of<'notes'> & Pick<Whole<typeof notesSchema>, Reading>;
/** What may also write notes.db: a transaction of `transactNotes`, and nothing else. */
export type NotesWriter = Of<'notes'> & Pick<Whole<typeof notesSchema>, Reading | Writing>;

/**
 * The connection below an open database: for opening, closing and checks of its file, not for statements of use cases.
 */
interface Connection {
  readonly $client: Sqlite.Database;
}

/** records.db, open. It can be read; a write needs a transaction, or it does not compile. */
export type RecordsDb = RecordsReader & Connection;
/** notes.db, open. As `RecordsDb`. */
export type NotesDb = NotesReader & Connection;
