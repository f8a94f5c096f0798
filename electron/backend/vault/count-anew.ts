import { join } from 'node:path';
import { ok, type Result } from '@shared/kernel/result.ts';
import { digestOf } from '../db/digest/digest.ts';
import { countRows } from '../db/digest/recount.ts';
import { minus, plus, sumFromHex } from '../db/digest/row-digest.ts';
import type { NotesDb, RecordsDb } from '../db/handles.ts';
import { openNotesDatabase, openRecordsDatabase } from '../db/open-database.ts';
import { transactNotes, transactRecords } from '../db/transact.ts';
import { inTurns } from '../db/turns.ts';
import type { DatabaseName } from './check-database.ts';
import { vaultFiles } from './key-files.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import type { DatabaseKeys } from './vault-keys.ts';

export interface Recounting {
  /** Where a database lies that nobody uses, under its key of `to` already. */
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

const countRowsAnew = async (
  database: RecordsDb | NotesDb,
  name: DatabaseName,
  { from, to, signal }: Recounting,
): Promise<Result<null, VaultError>> => {
  const sum = await sumOf(database, from[`${name}Key`], to[`${name}Key`], signal);
  const adopt = () => {
    digestOf(database.$client)?.adopt(sum);
    return ok(null);
  };
  return name === 'records' ? transactRecords(database as RecordsDb, adopt) : transactNotes(database as NotesDb, adopt);
};

/**
 * Counts the rows of a database anew, whose sum is still that of its old key. That is a commit more, so what the other
 * database has seen of it still holds: it was before. Throws what `signal` was aborted with, and errors of SQLite.
 */
export const countAnew = async (
  deps: Pick<VaultDeps, 'database'>,
  name: DatabaseName,
  recounting: Recounting,
): Promise<Result<null, VaultError>> => {
  const { folder, to } = recounting;
  const options = { file: join(folder, vaultFiles[name]), key: to[`${name}Key`], mode: 'open' } as const;
  const opened: Result<RecordsDb | NotesDb, VaultError> =
    name === 'records' ? openRecordsDatabase(deps.database, options) : openNotesDatabase(deps.database, options);
  if (!opened.ok) return opened;
  try {
    return await countRowsAnew(opened.value, name, recounting);
  } finally {
    opened.value.$client.close();
  }
};
