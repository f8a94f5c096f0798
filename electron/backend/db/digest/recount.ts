import { setImmediate } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import { quoted } from '../tables.ts';
import { inOneGo, type Turns } from '../turns.ts';
import { type CountedTable, countedTables, isCounted } from './counted-tables.ts';
import { type Digest, digestOf } from './digest.ts';
import { plus, rowCode, rowKeyOf, type Stored, sumFromHex } from './row-digest.ts';

/** Rows that are read at once: few enough that a call which comes meanwhile hardly waits. */
const rowsAtOnce = 200;
/** Rows that hold a piece of a file are large. */
const piecesAtOnce = 4;
/** So often a table that changes while it is counted is begun anew; then it is counted in one go. */
const maxBeginnings = 3;

const stepOf = ({ columns }: CountedTable): number => (columns.includes('data') ? piecesAtOnce : rowsAtOnce);

type CodeOf = Digest['codeOf'];

/** Reads a table in steps and gives the sum of its rows. */
function* sumOf(sqlite: Sqlite.Database, table: CountedTable, codeOf: CodeOf): Turns<bigint> {
  const { name, columns, key } = table;
  const keys = key.join(', ');
  const select = (where: string): string =>
    `SELECT ${keys}, ${columns.map(quoted).join(', ')} FROM main.${quoted(name)}
     WHERE ${isCounted(name, '')} ${where} ORDER BY ${keys} LIMIT ${stepOf(table)}`;
  const after = `AND (${keys}) > (${key.map(() => '?').join(', ')})`;
  let sum = 0n;
  let last: Stored[] | null = null;
  for (;;) {
    const rows = sqlite
      .prepare(select(last === null ? '' : after))
      .raw()
      .all(...(last ?? [])) as Stored[][];
    for (const row of rows) sum = plus(sum, codeOf(name, row.slice(key.length)));
    const end = rows.at(-1);
    if (end === undefined) return sum;
    last = end.slice(0, key.length);
    yield;
  }
}

/** The sum of all rows of a database, counted in steps; for one that is read alone, or not yet in use. */
export function* countRows(sqlite: Sqlite.Database, databaseKey: Uint8Array): Turns<bigint> {
  const key = rowKeyOf(databaseKey);
  let sum = 0n;
  for (const table of countedTables(sqlite)) {
    sum = plus(sum, yield* sumOf(sqlite, table, (name, values) => rowCode(key, name, values)));
  }
  return sum;
}

/** Sums of the tables that were counted, carried on by what is committed since; and which tables changed. */
class Counted {
  readonly #sums = new Map<string, bigint>();
  readonly #touched = new Set<string>();

  readonly follow = (changes: ReadonlyMap<string, bigint>): void => {
    for (const [table, change] of changes) {
      const sum = this.#sums.get(table);
      if (sum !== undefined) this.#sums.set(table, plus(sum, change));
      this.#touched.add(table);
    }
  };

  set(table: string, sum: bigint): void {
    this.#sums.set(table, sum);
  }

  /** Whether a table changed since this was asked last. */
  wasTouched(table: string): boolean {
    return this.#touched.delete(table);
  }

  get total(): bigint {
    return [...this.#sums.values()].reduce(plus, 0n);
  }
}

/**
 * Counts one table in turns with other work; what changes it meanwhile has it counted anew. Its sum is noted in the
 * same breath, so that no commit comes in between.
 */
const countInTurns = async (
  { sqlite, digest, signal }: { sqlite: Sqlite.Database; digest: Digest; signal: AbortSignal },
  table: CountedTable,
  counted: Counted,
): Promise<void> => {
  for (let beginnings = 0; beginnings < maxBeginnings; beginnings += 1) {
    counted.wasTouched(table.name);
    const counting = sumOf(sqlite, table, digest.codeOf);
    for (;;) {
      const step = counting.next();
      if (step.done === true) {
        counted.set(table.name, step.value);
        return;
      }
      await setImmediate();
      signal.throwIfAborted();
      if (counted.wasTouched(table.name)) break;
    }
  }
  counted.set(table.name, inOneGo(sumOf(sqlite, table, digest.codeOf)));
};

/**
 * Counts all rows of an open database while it is used, and says the sum that was counted and the one that is stored.
 * Throws what `signal` was aborted with.
 */
export const recount = async (
  sqlite: Sqlite.Database,
  digest: Digest,
  signal: AbortSignal,
): Promise<{ readonly counted: bigint; readonly stored: bigint }> => {
  const counted = new Counted();
  digest.watch(counted.follow);
  try {
    for (const table of digest.tables) {
      await countInTurns({ sqlite, digest, signal }, table, counted);
      await setImmediate();
      signal.throwIfAborted();
      // Under other keys all codes are others: what was counted so far is worth nothing.
      const kept = digestOf(sqlite);
      if (kept !== undefined && kept !== digest) return await recount(sqlite, kept, signal);
    }
    return { counted: counted.total, stored: sumFromHex(digest.stored().sum) };
  } finally {
    digest.watch(null);
  }
};
