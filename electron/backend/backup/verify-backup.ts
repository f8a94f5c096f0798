import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { partOf } from '@shared/domain/backup/manifest.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { publicKeyOf, signingKeyOf } from '../crypto/ed25519.ts';
import type { DatabaseDeps } from '../db/open-database.ts';
import { sqliteCode } from '../db/storage-error.ts';
import { inTurns } from '../db/turns.ts';
import { verifyPagesInTurns } from '../db/verify-pages.ts';
import { isSignedManifest } from '../formats/backup/manifest-note.ts';
import { type ReadBackup, readBackup } from '../formats/backup/read-backup.ts';
import { checkLinks, checkRows, type DatabaseName, databaseNames, errorsByTable } from '../vault/check-database.ts';
import { vaultFiles } from '../vault/key-files.ts';
import { closeDatabases, openDatabases, type VaultDatabases } from '../vault/open-databases.ts';
import type { VaultDeps } from '../vault/vault-deps.ts';
import type { VaultKeys } from '../vault/vault-keys.ts';
import { checkNotesAlone } from './check-notes.ts';
import { factsOf, type Snapshot } from './snapshot.ts';

/**
 * `backupForeign`: of another vault, or not signed by this one. `backupFaulty`: what it holds does not work;
 * `details.reason` says what.
 */
export type BackupError = AppError<
  'backupUnreadable' | 'backupCut' | 'backupDamaged' | 'backupForeign' | 'backupFaulty' | 'newerSchema'
>;

const faulty = (reason: string) => fail('backupFaulty', { reason });

/** Checks one of two open databases that nobody writes to; calls are answered in between. */
const checkDatabase = async (
  databases: VaultDatabases,
  name: DatabaseName,
  key: Uint8Array,
  signal: AbortSignal,
): Promise<Result<null, BackupError>> => {
  if ((await inTurns(errorsByTable(databases[name].$client), signal)) > 0) return faulty('structure');
  const [broken] = checkLinks(databases, name).findings;
  if (broken !== undefined) return faulty(broken.code === 'auditBroken' ? 'audit' : 'structure');
  const rows = await inTurns(checkRows(databases, name, key), signal);
  return rows.length > 0 ? faulty('rows') : ok(null);
};

/**
 * Checks the files of a vault that lie in `folder`, which nobody uses: every page against the keys, structure, audit
 * chains, rows against their digests, and all against `snapshot` where there is one. Changes nothing.
 */
export const checkFiles = async (
  deps: Pick<VaultDeps, 'database'>,
  folder: string,
  keys: VaultKeys,
  options: { readonly signal: AbortSignal; readonly snapshot: Snapshot | null },
): Promise<Result<null, BackupError>> => {
  const { signal, snapshot } = options;
  for (const name of databaseNames) {
    const { bad, cut } = await verifyPagesInTurns(join(folder, vaultFiles[name]), keys[`${name}Key`], signal);
    if (cut || bad.length > 0) return faulty('pages');
  }
  const databases = openDatabases(deps, folder, keys, 'read');
  if (!databases.ok) return databases.error.code === 'newerSchema' ? fail('newerSchema') : faulty('databases');
  try {
    for (const name of databaseNames) {
      const good = await checkDatabase(databases.value, name, keys[`${name}Key`], signal);
      if (!good.ok) return good;
      if (snapshot !== null && snapshot[name] !== factsOf(databases.value[name])) return faulty('counts');
    }
    return ok(null);
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
  readonly snapshot: Snapshot;
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
    if (partOf(read.value.manifest) !== 'notes')
      return await checkFiles({ database }, folder, keys, { signal, snapshot });
    const { vaultId, notesKey } = keys;
    return await checkNotesAlone(database, folder, { vaultId, notesKey, signal, facts: snapshot.notes });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
