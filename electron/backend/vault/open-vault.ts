import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { BeforeUpgrade } from './before-upgrade.ts';
import { exchangeEvent, removeRotationFolder, wipeUnfit } from './fit-keys.ts';
import { readKeyFiles, vaultFiles } from './key-files.ts';
import { closeDatabases, type VaultDatabases } from './open-databases.ts';
import { openFitted } from './open-fitted.ts';
import { replaceKeyFiles } from './replace-key-files.ts';
import { type OpenedKeyFile, settleKeyFiles } from './settle-key-files.ts';
import { withKeyFile } from './unseal-key-files.ts';
import { createOpenVault, type OpenVault, type VaultNotice } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { type VaultKeys, wipeKeys } from './vault-keys.ts';

/** What is missing in a folder that should be a vault; undefined: it may be one. */
export const missingVault = (dir: string): VaultError | undefined => {
  if (!existsSync(dir)) return { code: 'folderMissing' };
  const there = (name: keyof typeof vaultFiles) => existsSync(join(dir, vaultFiles[name]));
  const isVault = there('key') || there('keyCopy') || (there('recovery') && there('records'));
  return isVault ? undefined : { code: 'notAVault' };
};

const isWriteError = (error: VaultError): boolean =>
  error.code === 'diskFull' || error.code === 'folderReadOnly' || error.code === 'storageFailed';

interface Entering {
  readonly dir: string;
  readonly opened: OpenedKeyFile;
  readonly passphrase: string;
  readonly beforeUpgrade: BeforeUpgrade | undefined;
}

/**
 * Brings the key files in order; where the keys were being exchanged, they then hold those that came of it alone. Of an
 * exchange that stays half done they keep what ends it.
 */
const settle = async (
  deps: VaultDeps,
  { dir, opened, passphrase }: Entering,
  records: VaultDatabases['records'],
  fitted: VaultKeys,
): Promise<Result<{ readonly mended: boolean }, VaultError>> => {
  const settled = await settleKeyFiles(deps, dir, records, opened);
  const { next } = opened.keys;
  if (!settled.ok || next === undefined || fitted.next !== undefined) return settled;
  const event = exchangeEvent(fitted, next);
  const replaced = await replaceKeyFiles(deps, { dir, records, keys: fitted, passphrase, event, previous: opened });
  return replaced.ok ? ok({ mended: true }) : replaced;
};

/** Opens the databases with an opened key file and brings the key files in order. Wipes the keys on failure. */
const enter = async (deps: VaultDeps, entering: Entering): Promise<Result<OpenVault, VaultError>> => {
  const { dir, opened } = entering;
  const there = await openFitted(deps, dir, opened.keys, entering.beforeUpgrade);
  if (!there.ok) return there;
  const { databases, fitted } = there.value;
  const settled = await settle(deps, entering, databases.records, fitted);
  if (!settled.ok && !isWriteError(settled.error)) {
    closeDatabases(databases);
    wipeKeys(opened.keys);
    return err(settled.error);
  }
  wipeUnfit(opened.keys, fitted);
  await removeRotationFolder(dir);
  const notices: VaultNotice[] = settled.ok ? (settled.value.mended ? ['keyFilesMended'] : []) : ['keyFilesNotMended'];
  return ok(createOpenVault({ dir, keys: fitted, databases, notices }));
};

/**
 * Opens a vault by its passphrase: either copy of the key file does, a damaged one is mended from the good one, a
 * change of passphrase or of keys cut short is ended or undone. Nothing changes on failure. `signal` stops it between
 * steps (`unlockCancelled`). `beforeUpgrade` runs where a schema is to be brought up to date. Deriving the key takes
 * about a second on a thread of the pool.
 */
export const openVault = async (
  deps: VaultDeps,
  input: {
    readonly dir: string;
    readonly passphrase: string;
    readonly signal?: AbortSignal;
    readonly beforeUpgrade?: BeforeUpgrade;
  },
): Promise<Result<OpenVault, VaultError>> => {
  const { dir, passphrase, signal, beforeUpgrade } = input;
  const missing = missingVault(dir);
  if (missing !== undefined) return err(missing);
  return withKeyFile<OpenVault, VaultError>(await readKeyFiles(dir), passphrase, async (opened) => {
    if (signal?.aborted !== true) return enter(deps, { dir, opened, passphrase, beforeUpgrade });
    wipeKeys(opened.keys);
    return fail('unlockCancelled');
  });
};
