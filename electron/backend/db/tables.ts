import type Sqlite from 'better-sqlite3';

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Names of all tables of a database, those of the full-text index too. */
export const tablesOf = (sqlite: Sqlite.Database): readonly string[] =>
  sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[];
