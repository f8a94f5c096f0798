import type Sqlite from 'better-sqlite3';
import { quoted } from '../tables.ts';
import { digestRow } from './digest-row.ts';

/** A table whose rows are counted. */
export interface CountedTable {
  readonly name: string;
  /** In their order. */
  readonly columns: readonly string[];
  /** What a row is found again by, as SQL writes it: its primary key where it has no rowid. */
  readonly key: readonly string[];
}

const columnsOf = (sqlite: Sqlite.Database, table: string, which: string): string[] =>
  sqlite.prepare(`SELECT name FROM pragma_table_info(?) ${which}`).pluck().all(table) as string[];

/**
 * The tables of a database that the digest counts, as its schema has them now: all but those of SQLite itself and of
 * the full-text index, which follows from what it indexes.
 */
export const countedTables = (sqlite: Sqlite.Database): readonly CountedTable[] => {
  const tables = sqlite
    .prepare(
      `SELECT name, wr FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all() as { readonly name: string; readonly wr: number }[];
  return tables.map(({ name, wr }) => ({
    name,
    columns: columnsOf(sqlite, name, 'ORDER BY cid'),
    key: wr === 1 ? columnsOf(sqlite, name, 'WHERE pk > 0 ORDER BY pk').map(quoted) : ['rowid'],
  }));
};

/** SQL: whether a row of a table is counted; all are but the digest itself, in `meta`. `row` is `NEW.` or `OLD.`. */
export const isCounted = (table: string, row: '' | 'NEW.' | 'OLD.'): string =>
  table === 'meta' ? `${row}key <> '${digestRow}'` : 'true';
