import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BackupPart, partOf } from '@shared/domain/backup/manifest.ts';
import { type AppError, err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { openWithIdentity } from '../crypto/age.ts';
import { type ExportErrorCode, takeBack, takeBackCancelled } from '../export/save-file.ts';
import { readBackup, readBackupKeys } from '../formats/backup/read-backup.ts';
import { fitKeys } from '../vault/fit-keys.ts';
import { vaultFiles } from '../vault/key-files.ts';
import { openVault } from '../vault/open-vault.ts';
import { checkPassphraseStrength } from '../vault/passphrase-strength.ts';
import { recoverVault } from '../vault/recover-vault.ts';
import { parseRecoveryCode } from '../vault/recovery-code.ts';
import { temporaryName } from '../vault/temporary-name.ts';
import type { UnfinishedRestore } from '../vault/unfinished-restore.ts';
import { withKeyFile } from '../vault/unseal-key-files.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { VaultDeps, VaultError } from '../vault/vault-deps.ts';
import { decodeKeys, type VaultKeys, wipeKeys } from '../vault/vault-keys.ts';
import { renamePatiently, syncFolder } from '../vault/write-atomically.ts';
import { newerByOtherKey } from './newer-identity.ts';
import { type BackupError, checkFiles, isOfVault } from './verify-backup.ts';

/** What opens a backup: the passphrase of its time, or the recovery sheet and a passphrase from now on. */
export type BackupSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'sheet'; readonly code: string; readonly newPassphrase: string };

export interface RestoreInput {
  readonly path: string;
  /** Folder of the restored vault; it must not exist. */
  readonly dir: string;
  readonly secret: BackupSecret;
  readonly signal: AbortSignal;
  /** Where the folder that is written to is noted, should the program end in the midst. */
  readonly unfinished: UnfinishedRestore;
}

/** `backupOfNotes`: it holds private notes alone, which are taken into a vault that is there. */
export type RestoreError = VaultError | BackupError | AppError<ExportErrorCode | 'restoreCancelled' | 'backupOfNotes'>;

/** Keys out of the key files of a backup, by what the person knows. They are the caller's to wipe. */
const keysOf = async (
  files: ReadonlyMap<string, Uint8Array>,
  secret: BackupSecret,
): Promise<Result<VaultKeys, RestoreError>> => {
  if (secret.kind === 'passphrase') {
    const sealed = { key: files.get(vaultFiles.key), keyCopy: files.get(vaultFiles.keyCopy), recovery: undefined };
    return withKeyFile<VaultKeys, VaultError>(sealed, secret.passphrase, async ({ keys }) => ok(keys));
  }
  const identity = await parseRecoveryCode(secret.code);
  if (!identity.ok) return identity;
  const strong = await checkPassphraseStrength(secret.newPassphrase, []);
  if (!strong.ok) return strong;
  const content = await openWithIdentity(files.get(vaultFiles.recovery) ?? new Uint8Array(0), identity.value);
  if (!content.ok) return fail(content.error === 'notForIdentity' ? 'recoveryCodeForeign' : 'keyFileDamaged');
  const keys = decodeKeys(content.value);
  return keys === undefined ? fail('keyFileDamaged') : ok(keys);
};

const open = (deps: VaultDeps, { dir, secret }: RestoreInput): Promise<Result<OpenVault, VaultError>> =>
  secret.kind === 'passphrase'
    ? openVault(deps, { dir, passphrase: secret.passphrase })
    : recoverVault(deps, { dir, code: secret.code, newPassphrase: secret.newPassphrase });

/** Unpacks and checks a backup in a folder beside the one it is to have. */
const unpack = async (
  deps: VaultDeps,
  { path, signal }: RestoreInput,
  beside: string,
  keys: VaultKeys,
): Promise<Result<string, RestoreError>> => {
  await mkdir(beside, { mode: 0o700 });
  const read = await readBackup(path, { into: beside, signal });
  if (!read.ok) return read;
  if (!isOfVault(read.value, keys)) return fail('backupForeign');
  if (partOf(read.value.manifest) === 'notes') return fail('backupOfNotes');
  const checked = await checkFiles(deps, beside, fitKeys(beside, keys), { signal, snapshot: null });
  return checked.ok ? ok(read.value.manifest.madeAt) : checked;
};

/** A vault that was restored, open, and the moment of which it is. */
export interface Restored {
  readonly vault: OpenVault;
  readonly madeAt: string;
}

const restore = async (
  deps: VaultDeps,
  input: RestoreInput,
  beside: string,
  keys: VaultKeys,
): Promise<Result<Restored, RestoreError>> => {
  const unpacked = await unpack(deps, input, beside, keys);
  if (!unpacked.ok) return unpacked;
  input.signal.throwIfAborted();
  await renamePatiently(deps.fs, beside, input.dir);
  await syncFolder(deps.fs, dirname(input.dir));
  const opened = await open(deps, input);
  if (opened.ok) return ok({ vault: opened.value, madeAt: unpacked.value });
  await rm(input.dir, { recursive: true, force: true });
  return opened;
};

/**
 * Makes a vault of a backup in a new folder and opens it: what opens it is tried first, every file is checked before
 * the folder gets its name, and nothing of it stays after a failure. Nothing that lies there is written over
 * (`folderNotEmpty`). Fails as opening does, as a backup does, or with `restoreCancelled`.
 */
export const restoreBackup = async (deps: VaultDeps, input: RestoreInput): Promise<Result<Restored, RestoreError>> => {
  if (existsSync(input.dir)) return fail('folderNotEmpty');
  const files = await readBackupKeys(input.path).catch(() => fail('backupUnreadable'));
  if (!files.ok) return files;
  const keys = await keysOf(files.value, input.secret);
  if (!keys.ok) return keys;
  const beside = join(dirname(input.dir), temporaryName(deps.random));
  const noted = await input.unfinished.note(beside);
  if (!noted.ok) {
    wipeKeys(keys.value);
    return noted;
  }
  try {
    const restored = await restore(deps, input, beside, keys.value);
    if (!restored.ok) await rm(beside, { recursive: true, force: true });
    return restored;
  } catch (thrown) {
    const isCancelled = input.signal.aborted && thrown === input.signal.reason;
    return err(
      isCancelled
        ? await takeBackCancelled(deps.fs, beside, 'restoreCancelled')
        : await takeBack(deps.fs, beside, thrown),
    );
  } finally {
    wipeKeys(keys.value);
    await input.unfinished.settle();
  }
};

/** What a backup says of itself, and what lies beside it, before anything opens it. */
export interface BackupSays {
  /** When its files were copied. */
  readonly madeAt: string;
  readonly holds: BackupPart;
  /** Moment of a newer one of the same vault by another key, or null (`newerByOtherKey`). */
  readonly newerByOtherKey: string | null;
}

/** Looks at a backup; it is read whole. */
export const describeBackup = async (path: string): Promise<Result<BackupSays, BackupError>> => {
  const read = await readBackup(path, { into: null }).catch(() => fail('backupUnreadable'));
  if (!read.ok) return read;
  const { manifest } = read.value;
  return ok({ madeAt: manifest.madeAt, holds: partOf(manifest), newerByOtherKey: newerByOtherKey(path, read.value) });
};
