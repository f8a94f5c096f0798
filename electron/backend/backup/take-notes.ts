import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { partOf } from '@shared/domain/backup/manifest.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { type AppError, err, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { DatabaseDeps } from '../db/open-database.ts';
import { openNotesDatabase } from '../db/open-database.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { fitsKey } from '../db/verify-pages.ts';
import { type ExportErrorCode, toExportError } from '../export/save-file.ts';
import { isSignedManifest } from '../formats/backup/manifest-note.ts';
import { type ReadBackup, readBackup, readBackupKeys } from '../formats/backup/read-backup.ts';
import { vaultFiles } from '../vault/key-files.ts';
import { ownKeysOf, type Unlocked } from '../vault/unlocked.ts';
import { withKeyFile } from '../vault/unseal-key-files.ts';
import { type VaultKeys, wipeKeys } from '../vault/vault-keys.ts';
import { checkNotesAlone } from './check-notes.ts';
import { checkingOf, whileNoBackupRuns } from './make-backup.ts';
import { mergeNotes, type Taken } from './merge-notes.ts';
import type { BackupError } from './verify-backup.ts';

/**
 * `backupWithoutNotes`: it was made without them. `notesUnderOldKeys`: it opens neither by the keys of the vault nor by
 * the passphrase: keys and passphrase were changed since. `backupRunning`: a backup is being made.
 */
export type TakeNotesError =
  | BackupError
  | AppError<StorageErrorCode | ExportErrorCode | 'backupWithoutNotes' | 'notesUnderOldKeys' | 'backupRunning'>;

interface TakeInput {
  readonly path: string;
  /** The passphrase of the vault, which is that of the backup where it was not changed since. */
  readonly passphrase: string;
}

/** Any of the keys that this vault has signed by made it. */
const isOurs = ({ vault }: Unlocked, { manifest, note }: ReadBackup): boolean =>
  manifest.vaultId === vault.instanceId && ownKeysOf({ vault }).some((key) => isSignedManifest(note, fromHex(key)));

/** The key of a notes.db out of the key files of its backup: a copy, the caller's to wipe. */
const keyByPassphrase = async (
  { path, passphrase }: TakeInput,
  file: string,
): Promise<Result<Uint8Array, TakeNotesError>> => {
  const files = await readBackupKeys(path);
  if (!files.ok) return files;
  const sealed = {
    key: files.value.get(vaultFiles.key),
    keyCopy: files.value.get(vaultFiles.keyCopy),
    recovery: undefined,
  };
  const opened = await withKeyFile<VaultKeys, never>(sealed, passphrase, async ({ keys }) => ok(keys));
  if (!opened.ok) return fail('notesUnderOldKeys');
  const keys = opened.value;
  const fitting = [keys.notesKey, keys.next?.notesKey].find((key) => key !== undefined && fitsKey(file, key));
  const key = fitting && Uint8Array.from(fitting);
  wipeKeys(keys);
  return key === undefined ? fail('notesUnderOldKeys') : ok(key);
};

const takeFrom = async (
  unlocked: Unlocked,
  database: DatabaseDeps,
  input: TakeInput,
  folder: string,
): Promise<Result<Taken & { madeAt: string }, TakeNotesError>> => {
  const { vault } = unlocked;
  const read = await readBackup(input.path, { into: folder });
  if (!read.ok) return read;
  if (!isOurs(unlocked, read.value)) return fail('backupForeign');
  if (partOf(read.value.manifest) === 'records') return fail('backupWithoutNotes');
  const file = join(folder, vaultFiles.notes);
  const own = Uint8Array.from(vault.keys.notesKey);
  const key = fitsKey(file, own) ? ok(own) : await keyByPassphrase(input, file);
  if (!key.ok) return key;
  try {
    const { signal } = new AbortController();
    const check = { vaultId: vault.instanceId, notesKey: key.value, signal, facts: null };
    const checked = await checkNotesAlone(database, folder, check);
    if (!checked.ok) return checked;
    const opened = openNotesDatabase(database, { file, key: key.value, mode: 'open' });
    if (!opened.ok) return fail('backupFaulty', { reason: 'databases' });
    try {
      const merged = await mergeNotes(unlocked.work, opened.value);
      return merged.ok ? ok({ madeAt: read.value.manifest.madeAt, ...merged.value }) : merged;
    } finally {
      opened.value.$client.close();
    }
  } finally {
    key.value.fill(0);
  }
};

/**
 * Takes private notes out of a backup of this vault, of notes alone or of all, into the open vault (`mergeNotes`). It
 * is unpacked beside the databases and checked first. Cut off, it is done again: what came in stays.
 */
export const takeNotes = async (
  unlocked: Unlocked,
  database: DatabaseDeps,
  input: TakeInput,
): Promise<Result<Taken & { madeAt: string }, TakeNotesError>> => {
  const taken = await whileNoBackupRuns(unlocked, async (): ReturnType<typeof takeFrom> => {
    const folder = checkingOf(unlocked.vault.dir);
    try {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { mode: 0o700 });
      return await takeFrom(unlocked, database, input, folder);
    } catch (thrown) {
      return err(toExportError(thrown));
    } finally {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  });
  return taken ?? fail('backupRunning');
};
