import type Sqlite from 'better-sqlite3';
import { sqliteCode } from '../storage-error.ts';
import { inOneGo } from '../turns.ts';
import { attachDigest, storedDigest } from './digest.ts';
import { digestRow, type StoredDigest, writeRow } from './digest-row.ts';
import { countRows } from './recount.ts';
import { minus, plus, sumFromHex, sumToHex } from './row-digest.ts';

/**
 * Runs migrations of a database and carries its digest over them: what did not fit before does not fit afterwards
 * either. A database without a digest gets one where it is attached.
 */
export const acrossMigration = (sqlite: Sqlite.Database, databaseKey: Uint8Array, migrate: () => void): void => {
  const before = storedDigest(sqlite);
  if (before === undefined) {
    migrate();
    return;
  }
  const missing = minus(sumFromHex(before.sum), inOneGo(countRows(sqlite, databaseKey)));
  migrate();
  const sum = sumToHex(plus(inOneGo(countRows(sqlite, databaseKey)), missing));
  writeRow(sqlite, digestRow, { commits: before.commits + 1, sum });
};

const store = (sqlite: Sqlite.Database, digest: StoredDigest): void => {
  try {
    writeRow(sqlite, digestRow, digest);
  } catch (thrown) {
    // A full disk keeps nobody out of the vault: the next commit writes it.
    if (sqliteCode(thrown) === undefined) throw thrown;
  }
};

/** Begins to keep the digest of an open database; one that has none yet is counted now, as it stands. */
export const keepDigest = (sqlite: Sqlite.Database, databaseKey: Uint8Array): void => {
  let stored = storedDigest(sqlite);
  if (stored === undefined) {
    stored = { commits: 0, sum: sumToHex(inOneGo(countRows(sqlite, databaseKey))) };
    store(sqlite, stored);
  }
  attachDigest(sqlite, databaseKey, stored);
};
