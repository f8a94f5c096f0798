import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { publicKeyOf, signingKeyOf } from '../crypto/ed25519.ts';
import type { DatabaseDeps } from '../db/open-database.ts';
import { sqliteCode } from '../db/storage-error.ts';
import { verifyPagesInTurns } from '../db/verify-pages.ts';
import { isSignedManifest } from '../formats/backup/manifest-note.ts';
import { type ReadBackup, readBackup } from '../formats/backup/read-backup.ts';
import { verifyAudit } from '../trail/audit-chain.ts';
import { vaultFiles } from '../vault/key-files.ts';
import { closeDatabases, openDatabases, type VaultDatabases } from '../vault/open-databases.ts';
import type { VaultDeps } from '../vault/vault-deps.ts';
import type { VaultKeys } from '../vault/vault-keys.ts';
import { type AnyDatabase, snapshotOf, tablesOf } from './snapshot.ts';

/**
 * `backupForeign`: of another vault, or not signed by this one. `backupFaulty`: what it holds does not work;
 * `details.reason` says what.
 */
export type BackupError = AppError<
  'backupUnreadable' | 'backupCut' | 'backupDamaged' | 'backupForeign' | 'backupFaulty' | 'newerSchema'
>;

const faulty = (reason: string) => fail('backupFaulty', { reason });

/** Checks the structure of a database table by table; calls are answered in between. */
const checkStructure = async (database: AnyDatabase, signal: AbortSignal): Promise<boolean> => {
  const { $client } = database;
  for (const table of tablesOf(database)) {
    const [first] = $client.pragma(`integrity_check("${table.replaceAll('"', '""')}")`) as {
      integrity_check: string;
    }[];
    if (first?.integrity_check !== 'ok') return false;
    await setImmediate();
    signal.throwIfAborted();
  }
  return ($client.pragma('foreign_key_check') as unknown[]).length === 0;
};

const checkDatabases = async (
  databases: VaultDatabases,
  signal: AbortSignal,
  snapshot: string | null,
): Promise<Result<null, BackupError>> => {
  for (const database of [databases.records, databases.notes]) {
    if (!(await checkStructure(database, signal))) return faulty('structure');
    if (verifyAudit(database).broken !== null) return faulty('audit');
  }
  return snapshot === null || snapshot === snapshotOf(databases) ? ok(null) : faulty('counts');
};

/**
 * Checks the files of a vault that lie in `folder`, which nobody uses: every page against the keys, structure, audit
 * chains, and against `snapshot` where there is one. Changes nothing.
 */
export const checkFiles = async (
  deps: Pick<VaultDeps, 'database'>,
  folder: string,
  keys: VaultKeys,
  options: { readonly signal: AbortSignal; readonly snapshot: string | null },
): Promise<Result<null, BackupError>> => {
  const { signal, snapshot } = options;
  const files = [
    [vaultFiles.records, keys.recordsKey],
    [vaultFiles.notes, keys.notesKey],
  ] as const;
  for (const [file, key] of files) {
    const { bad, cut } = await verifyPagesInTurns(join(folder, file), key, signal);
    if (cut || bad.length > 0) return faulty('pages');
  }
  const databases = openDatabases(deps, folder, keys, 'read');
  if (!databases.ok) return databases.error.code === 'newerSchema' ? fail('newerSchema') : faulty('databases');
  try {
    return await checkDatabases(databases.value, signal, snapshot);
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
