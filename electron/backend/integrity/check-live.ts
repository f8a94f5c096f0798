import { anchorIn } from '../db/digest/anchors.ts';
import { digestOf } from '../db/digest/digest.ts';
import { recount } from '../db/digest/recount.ts';
import { isUnreadable, sqliteCode, toStorageError } from '../db/storage-error.ts';
import { type DatabaseName, databaseNames, type Finding, ofAge, ofRows } from '../vault/check-database.ts';
import { vaultFiles } from '../vault/key-files.ts';
import type { VaultDatabases } from '../vault/open-databases.ts';

/** The database beside the one of this name. */
export const otherOf = (name: DatabaseName): DatabaseName => (name === 'records' ? 'notes' : 'records');

/** A recount of one open database: what was counted, and whether it is what is stored. */
export interface Recount {
  readonly counted: bigint;
  readonly fits: boolean;
}

/**
 * Counts the rows of an open database while it is used. No commit comes between the answer and what is done with it in
 * the same breath. Throws what `signal` was aborted with.
 */
export const recountOf = async (
  databases: VaultDatabases,
  name: DatabaseName,
  signal: AbortSignal,
): Promise<Recount> => {
  const { $client } = databases[name];
  const digest = digestOf($client);
  if (digest === undefined) throw new Error('no digest is kept of an open database');
  const { counted, stored } = await recount($client, digest, signal);
  return { counted, fits: counted === stored };
};

/** What a step of a check finds in one database; what cannot be read there is a finding, too. */
export const foundIn = async (
  name: DatabaseName,
  step: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> => {
  try {
    return await step();
  } catch (thrown) {
    if (isUnreadable(sqliteCode(thrown) ?? '')) return [{ file: vaultFiles[name], code: 'databaseDamaged' }];
    return [{ file: vaultFiles[name], code: toStorageError(thrown).code }];
  }
};

/** Checks the rows of one open database against its digest, and its age against the other one. */
const checkRowsOf = async (
  databases: VaultDatabases,
  name: DatabaseName,
  signal: AbortSignal,
): Promise<readonly Finding[]> => {
  const { fits } = await recountOf(databases, name, signal);
  // Its age was noted at the opening; it stays until a person settles it.
  const isOlder = anchorIn(databases[otherOf(name)].$client)?.older === true;
  return [...ofRows(name, fits), ...ofAge(name, isOlder)];
};

/** Checks the rows of both open databases, and each against what the other one has seen of it. */
export const checkLiveRows = async (databases: VaultDatabases, signal: AbortSignal): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const name of databaseNames) findings.push(...(await foundIn(name, () => checkRowsOf(databases, name, signal))));
  return findings;
};
