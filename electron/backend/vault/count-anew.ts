import { join } from 'node:path';
import { ok, type Result } from '@shared/kernel/result.ts';
import { digestOf } from '../db/digest/digest.ts';
import { countRows } from '../db/digest/recount.ts';
import { minus, plus, sumFromHex } from '../db/digest/row-digest.ts';
import type { NotesDb, RecordsDb } from '../db/handles.ts';
import { openNotesDatabase, openRecordsDatabase } from '../db/open-database.ts';
import { transactNotes, transactRecords } from '../db/transact.ts';
import { inTurns } from '../db/turns.ts';
import { vaultFiles } from './key-files.ts';
import { closeDatabases } from './open-databases.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import type { DatabaseKeys } from './vault-keys.ts';

export interface Recounting {
  /** Two databases that nobody uses, under the keys `to` already. */
  readonly folder: string;
  readonly from: DatabaseKeys;
  readonly to: DatabaseKeys;
  readonly signal: AbortSignal;
}

/** What the sum of a database is by its new key; what did not fit before does not fit afterwards either. */
const sumOf = async (
  { $client }: RecordsDb | NotesDb,
  from: Uint8Array,
  to: Uint8Array,
  signal: AbortSignal,
): Promise<bigint> => {
  const stored = sumFromHex(digestOf($client)?.stored().sum ?? '0');
  const missing = minus(stored, await inTurns(countRows($client, from), signal));
  return plus(await inTurns(countRows($client, to), signal), missing);
};

/**
 * Counts the rows of two databases anew, whose sums are still those of their old keys. That is a commit more, so what
 * the other one has seen of each still holds: it was before. Throws what `signal` was aborted with, and errors of
 * SQLite.
 */
export const countAnew = async (
  deps: Pick<VaultDeps, 'database'>,
  { folder, from, to, signal }: Recounting,
): Promise<Result<null, VaultError>> => {
  const options = (name: 'records' | 'notes') =>
    ({ file: join(folder, vaultFiles[name]), key: to[`${name}Key`], mode: 'open' }) as const;
  const records = openRecordsDatabase(deps.database, options('records'));
  if (!records.ok) return records;
  const notes = openNotesDatabase(deps.database, options('notes'));
  if (!notes.ok) {
    records.value.$client.close();
    return notes;
  }
  const databases = { records: records.value, notes: notes.value };
  try {
    const sums = {
      records: await sumOf(databases.records, from.recordsKey, to.recordsKey, signal),
      notes: await sumOf(databases.notes, from.notesKey, to.notesKey, signal),
    };
    const adopted = transactRecords(databases.records, () =>
      ok(digestOf(databases.records.$client)?.adopt(sums.records)),
    );
    if (!adopted.ok) return adopted;
    const both = transactNotes(databases.notes, () => ok(digestOf(databases.notes.$client)?.adopt(sums.notes)));
    if (!both.ok) return both;
    return ok(null);
  } finally {
    closeDatabases(databases);
  }
};
