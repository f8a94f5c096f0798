import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { publicKeyOf, signingKeyOf } from '../crypto/ed25519.ts';
import type { DatabaseDeps } from '../db/open-database.ts';
import { sqliteCode } from '../db/storage-error.ts';
import { inTurns } from '../db/turns.ts';
import { verifyPagesInTurns } from '../db/verify-pages.ts';
import { isSignedManifest } from '../formats/backup/manifest-note.ts';
import { type ReadBackup, readBackup } from '../formats/backup/read-backup.ts';
import { checkLinks, checkRows, databaseNames, errorsByTable } from '../vault/check-database.ts';
import { vaultFiles } from '../vault/key-files.ts';
import { closeDatabases, openDatabases, type VaultDatabases } from '../vault/open-databases.ts';
import type { VaultDeps } from '../vault/vault-deps.ts';
import type { VaultKeys } from '../vault/vault-keys.ts';
import { snapshotOf } from './snapshot.ts';

/**
 * `backupForeign`: of another vault, or not signed by this one. `backupFaulty`: what it holds does not work;
 * `details.reason` says what.
 */
export type BackupError = AppError<
  'backupUnreadable' | 'backupCut' | 'backupDamaged' | 'backupForeign' | 'backupFaulty' | 'newerSchema'
>;

const faulty = (reason: string) => fail('backupFaulty', { reason });

/** Checks open databases that nobody writes to; calls are answered in between. */
const checkDatabases = async (
  databases: VaultDatabases,
  keys: VaultKeys,
  signal: AbortSignal,
  snapshot: string | null,
): Promise<Result<null, BackupError>> => {
  for (const name of databaseNames) {
    if ((await inTurns(errorsByTable(databases[name].$client), signal)) > 0) return faulty('structure');
    const [broken] = checkLinks(databases, name).findings;
    if (broken !== undefined) return faulty(broken.code === 'auditBroken' ? 'audit' : 'structure');
    const rows = await inTurns(checkRows(databases, name, keys[`${name}Key`]), signal);
    if (rows.length > 0) return faulty('rows');
  }
  return snapshot === null || snapshot === snapshotOf(databases) ? ok(null) : faulty('counts');
};

/**
 * Checks the files of a vault that lie in `folder`, which nobody uses: every page against the keys, structure, audit
 * chains, rows against their digests, and all against `snapshot` where there is one. Changes nothing.
 */
export const checkFiles = async (
  deps: Pick<VaultDeps, 'database'>,
  folder: string,
  keys: VaultKeys,
  options: { readonly signal: AbortSignal; readonly snapshot: string | null },
): Promise<Result<null, BackupError>> => {
  const { signal, snapshot } = options;
  for (const name of databaseNames) {
    const { bad, cut } = await verifyPagesInTurns(join(folder, vaultFiles[name]), keys[`${name}Key`], signal);
    if (cut || bad.length > 0) return faulty('pages');
  }
  const databases = openDatabases(deps, folder, keys, 'read');
  if (!databases.ok) return databases.error.code === 'newerSchema' ? fail('newerSchema') : faulty('databases');
  try {
    return await checkDatabases(databases.value, keys, signal, snapshot);
  } catch (thrown) {
    if (sqliteCode(thrown) === undefined) throw thrown;
    return faulty('databases');
  } finally {
    closeDatabases(databases.value);
  }
};

/** True when the vault of these keys made this backup. */
export const isOfVault = ({ manifest, note }: ReadBackup, keys: VaultKeys): boolean =>
  manifest.vaultId === keys.vaultId && isSignedManifest(note, publicKeyOf(signingKeyOf(keys.signingSeed)));

/** A backup, and a folder of its own to unpack it into, which is removed afterwards. */
export interface VerifyInput {
  readonly path: string;
  readonly folder: string;
  readonly keys: VaultKeys;
  readonly signal: AbortSignal;
  readonly snapshot: string;
  readonly onBytes: (bytes: number) => void;
}

/**
 * Verifies a backup by restoring it to a temporary folder and checking what came out. Throws errors of file calls, and
 * what `signal` was aborted with.
 */
export const verifyBackup = async (
  database: DatabaseDeps,
  { path, folder, keys, signal, snapshot, onBytes }: VerifyInput,
): Promise<Result<null, BackupError>> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  try {
    const read = await readBackup(path, { into: folder, signal, onBytes });
    if (!read.ok) return read;
    if (!isOfVault(read.value, keys)) return fail('backupForeign');
    return await checkFiles({ database }, folder, keys, { signal, snapshot });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
