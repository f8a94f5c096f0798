import type Sqlite from 'better-sqlite3';
import type { Turns } from '../turns.ts';
import { storedDigest } from './digest.ts';
import { countRows } from './recount.ts';
import { sumToHex } from './row-digest.ts';

/**
 * Whether all rows of a database that nobody writes to fit its digest. One of a version before digests fits: nothing
 * was ever counted in it.
 */
export function* rowsFit(sqlite: Sqlite.Database, databaseKey: Uint8Array): Turns<boolean> {
  const stored = storedDigest(sqlite);
  return stored === undefined || stored.sum === sumToHex(yield* countRows(sqlite, databaseKey));
}
