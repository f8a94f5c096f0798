import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { readKeyFiles, vaultFiles } from './key-files.ts';
import { closeDatabases, openDatabases } from './open-databases.ts';
import { type OpenedKeyFile, settleKeyFiles } from './settle-key-files.ts';
import { withKeyFile } from './unseal-key-files.ts';
import { createOpenVault, type OpenVault, type VaultNotice } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { wipeKeys } from './vault-keys.ts';

/** What is missing in a folder that should be a vault; undefined: it may be one. */
export const missingVault = (dir: string): VaultError | undefined => {
  if (!existsSync(dir)) return { code: 'folderMissing' };
  const there = (name: keyof typeof vaultFiles) => existsSync(join(dir, vaultFiles[name]));
  const isVault = there('key') || there('keyCopy') || (there('recovery') && there('records'));
  return isVault ? undefined : { code: 'notAVault' };
};

const isWriteError = (error: VaultError): boolean =>
  error.code === 'diskFull' || error.code === 'folderReadOnly' || error.code === 'storageFailed';

/** Opens the databases with an opened key file and brings the key files in order. Wipes the keys on failure. */
const enter = async (deps: VaultDeps, dir: string, opened: OpenedKeyFile): Promise<Result<OpenVault, VaultError>> => {
  const databases = openDatabases(deps, dir, opened.keys, 'open');
  if (!databases.ok) {
    wipeKeys(opened.keys);
    return databases;
  }
  const settled = await settleKeyFiles(deps, dir, databases.value.records, opened);
  if (!settled.ok && !isWriteError(settled.error)) {
    closeDatabases(databases.value);
    wipeKeys(opened.keys);
    return err(settled.error);
  }
  const notices: VaultNotice[] = settled.ok ? (settled.value.mended ? ['keyFilesMended'] : []) : ['keyFilesNotMended'];
  return ok(createOpenVault({ dir, keys: opened.keys, databases: databases.value, notices }));
};

/**
 * Opens a vault by its passphrase: either copy of the key file does, a damaged one is mended from the good
 * one, a change of passphrase cut short is ended. Nothing changes on failure. `signal` stops it between
 * steps (`unlockCancelled`). Deriving the key takes about a second on a thread of the pool.
 */
export const openVault = async (
  deps: VaultDeps,
  input: { readonly dir: string; readonly passphrase: string; readonly signal?: AbortSignal },
): Promise<Result<OpenVault, VaultError>> => {
  const { dir, passphrase, signal } = input;
  const missing = missingVault(dir);
  if (missing !== undefined) return err(missing);
  return withKeyFile<OpenVault, VaultError>(await readKeyFiles(dir), passphrase, async (opened) => {
    if (signal?.aborted !== true) return enter(deps, dir, opened);
    wipeKeys(opened.keys);
    return fail('unlockCancelled');
  });
};
