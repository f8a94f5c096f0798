import type { KeyObject } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import { quoted } from '../tables.ts';
import { type CountedTable, countedTables, isCounted } from './counted-tables.ts';
import { digestRow, digestSchema, readRow, type StoredDigest, writeRow } from './digest-row.ts';
import { minus, plus, rowCode, rowKeyOf, type Stored, sumFromHex, sumToHex } from './row-digest.ts';

/**
 * Counts every row of an open database: the sum of the codes of all rows, which each transaction carries on by what it
 * changed. An old page or an old file in the place of a new one no longer fits it.
 */
export interface Digest {
  /** After the last commit. */
  readonly stored: () => StoredDigest;
  readonly tables: readonly CountedTable[];
  /** The code of a row of a table, its columns in their order. */
  readonly codeOf: (table: string, values: readonly Stored[]) => bigint;
  /** Told of every table that a commit changed, by how much. */
  readonly watch: (told: ((changes: ReadonlyMap<string, bigint>) => void) | null) => void;
  /** True when something was committed since `anchored` was last called. */
  readonly isAhead: () => boolean;
  readonly anchored: () => void;
  /** Within a transaction, as its last statement: writes the digest as it is after it. Nothing, if nothing changed. */
  readonly flush: () => void;
  /** After a transaction; `committed`: that it was, as SQLite says. Where it says no, the file itself is read. */
  readonly settle: (committed: boolean) => void;
  /** Takes the sum that was counted for the right one; within a transaction. */
  readonly adopt: (sum: bigint) => void;
}

const byConnection = new WeakMap<Sqlite.Database, Digest>();

/** The digest of an open database; undefined where it is not kept (a database that is only read). */
export const digestOf = (sqlite: Sqlite.Database): Digest | undefined => byConnection.get(sqlite);

const rowOf = ({ name, columns }: CountedTable, row: 'NEW.' | 'OLD.'): string =>
  [`'${name}'`, ...columns.map((column) => `${row}${quoted(column)}`)].join(', ');

/** Temporary triggers on every table: they are of this connection alone and follow its schema, whatever that is. */
const watchTables = (sqlite: Sqlite.Database, tables: readonly CountedTable[]): void => {
  for (const table of tables) {
    const added = `SELECT bilik_row_added(${rowOf(table, 'NEW.')}) WHERE ${isCounted(table.name, 'NEW.')};`;
    const removed = `SELECT bilik_row_removed(${rowOf(table, 'OLD.')}) WHERE ${isCounted(table.name, 'OLD.')};`;
    const on = `ON main.${quoted(table.name)} BEGIN`;
    const named = (what: string): string => `CREATE TEMP TRIGGER ${quoted(`bilik_${what}_${table.name}`)} AFTER`;
    sqlite.exec(`${named('added')} INSERT ${on} ${added} END`);
    sqlite.exec(`${named('removed')} DELETE ${on} ${removed} END`);
    sqlite.exec(`${named('changed')} UPDATE ${on} ${removed} ${added} END`);
  }
};

/** What a transaction has changed so far, by table. */
class Changes {
  readonly #sums = new Map<string, bigint>();

  add(table: string, code: bigint): void {
    this.#sums.set(table, plus(this.#sums.get(table) ?? 0n, code));
  }

  remove(table: string, code: bigint): void {
    this.#sums.set(table, minus(this.#sums.get(table) ?? 0n, code));
  }

  get sums(): ReadonlyMap<string, bigint> {
    return this.#sums;
  }

  get total(): bigint {
    return [...this.#sums.values()].reduce(plus, 0n);
  }

  clear(): void {
    this.#sums.clear();
  }
}

/** Calls `told` with the table and the code of each row that a statement adds or removes. */
const defineFunction = (
  sqlite: Sqlite.Database,
  name: string,
  codeOf: Digest['codeOf'],
  told: (table: string, code: bigint) => void,
): void => {
  sqlite.function(name, { varargs: true, deterministic: false }, (...args: unknown[]) => {
    const [table, ...values] = args as [string, ...Stored[]];
    told(table, codeOf(table, values));
    return null;
  });
};

/** Begins to keep the digest of a connection, from what was stored last. */
export const attachDigest = (sqlite: Sqlite.Database, databaseKey: Uint8Array, begun: StoredDigest): Digest => {
  const key: KeyObject = rowKeyOf(databaseKey);
  const tables = countedTables(sqlite);
  const changes = new Changes();
  let stored = begun;
  let next: StoredDigest | null = null;
  let ahead = false;
  /** A commit failed, and what the file holds could not be read since. */
  let unsure = false;
  let watcher: ((sums: ReadonlyMap<string, bigint>) => void) | null = null;
  const codeOf = (table: string, values: readonly Stored[]): bigint => rowCode(key, table, values);
  defineFunction(sqlite, 'bilik_row_added', codeOf, (table, code) => changes.add(table, code));
  defineFunction(sqlite, 'bilik_row_removed', codeOf, (table, code) => changes.remove(table, code));
  watchTables(sqlite, tables);
  /** True once the failed commit is known to lie in the file, false when not, null while that cannot be read. */
  const lies = ({ commits, sum }: StoredDigest): boolean | null => {
    try {
      const found = storedDigest(sqlite);
      return found?.commits === commits && found.sum === sum;
    } catch {
      return null;
    }
  };
  const makeSure = (): void => {
    if (unsure) stored = storedDigest(sqlite) ?? stored;
    unsure = false;
  };
  const write = (sum: bigint): void => {
    next = { commits: stored.commits + 1, sum: sumToHex(sum) };
    writeRow(sqlite, digestRow, next);
  };
  const digest: Digest = {
    stored: () => stored,
    tables,
    codeOf,
    watch: (told) => {
      watcher = told;
    },
    isAhead: () => ahead,
    anchored: () => {
      ahead = false;
    },
    flush: () => {
      if (changes.sums.size === 0 || next !== null) return;
      makeSure();
      write(plus(sumFromHex(stored.sum), changes.total));
    },
    settle: (committed) => {
      // When its last sync alone fails, a commit stands in the file although SQLite says that it failed.
      const isThere = next !== null && (committed || lies(next));
      if (next !== null) unsure = isThere === null;
      if (next !== null && isThere === true) {
        stored = next;
        ahead = true;
        watcher?.(changes.sums);
      }
      next = null;
      changes.clear();
    },
    adopt: (sum) => {
      makeSure();
      write(plus(sum, changes.total));
    },
  };
  byConnection.set(sqlite, digest);
  return digest;
};

/** The digest that a database keeps; undefined: it has none yet. */
export const storedDigest = (sqlite: Sqlite.Database): StoredDigest | undefined =>
  readRow(sqlite, digestRow, digestSchema);
