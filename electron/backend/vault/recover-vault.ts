import { err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { identityToRecipient } from 'age-encryption';
import { openWithIdentity } from '../crypto/age.ts';
import { transactRecords } from '../db/transact.ts';
import type { BeforeUpgrade } from './before-upgrade.ts';
import { removeRotationFolder, wipeUnfit } from './fit-keys.ts';
import { type KeyFileRecord, readKeyFileRecord, writeKeyFileRecord } from './key-file-record.ts';
import { readKeyFiles } from './key-files.ts';
import { closeDatabases, type VaultDatabases } from './open-databases.ts';
import { openFitted } from './open-fitted.ts';
import { missingVault } from './open-vault.ts';
import { checkPassphraseStrength } from './passphrase-strength.ts';
import { parseRecoveryCode } from './recovery-code.ts';
import { replaceKeyFiles } from './replace-key-files.ts';
import { noteSheetConfirmed } from './sheet-state.ts';
import { createOpenVault, type OpenVault } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { decodeKeys, type VaultKeys, wipeKeys } from './vault-keys.ts';

/** Keys out of recovery.age. `recoveryCodeForeign`: the code is whole but not the one of this file. */
const unsealRecovery = async (dir: string, identity: string): Promise<Result<VaultKeys, VaultError>> => {
  const { recovery } = await readKeyFiles(dir);
  if (recovery === undefined) return fail('keyFileDamaged', { reason: 'recoveryMissing' });
  const content = await openWithIdentity(recovery, identity);
  if (!content.ok) return fail(content.error === 'notForIdentity' ? 'recoveryCodeForeign' : 'keyFileDamaged');
  const keys = decodeKeys(content.value);
  return keys === undefined ? fail('keyFileDamaged') : ok(keys);
};

const giveNewPassphrase = async (
  deps: VaultDeps,
  input: { readonly dir: string; readonly identity: string; readonly newPassphrase: string },
  keys: VaultKeys,
  databases: VaultDatabases,
): Promise<Result<null, VaultError>> => {
  const record: Result<KeyFileRecord, VaultError> = readKeyFileRecord(databases.records);
  if (!record.ok) return record;
  const { current, pending, recoveryRecipient, nextRecovery } = record.value;
  const recipient = await identityToRecipient(input.identity);
  // A recovery file of an older sheet put in place opens by that sheet, but the vault no longer takes it.
  if (recipient !== recoveryRecipient && recipient !== nextRecovery?.recipient) return fail('recoveryCodeForeign');
  const taken = transactRecords(databases.records, (tx) => {
    writeKeyFileRecord(tx, { current, pending, recoveryRecipient: recipient });
    noteSheetConfirmed(tx);
    return ok(null);
  });
  if (!taken.ok) return taken;
  return replaceKeyFiles(deps, {
    dir: input.dir,
    records: databases.records,
    keys,
    passphrase: input.newPassphrase,
    event: 'vaultRecovered',
    previous: undefined,
  });
};

/**
 * Opens a vault by the code of its recovery sheet and seals its keys, unchanged, under a new passphrase;
 * the sheet stays good. Works whatever became of key.age. Fails with `recoveryCodeInvalid` (mistyped),
 * `recoveryCodeForeign` (of another vault), `weakPassphrase`, and as opening does. `beforeUpgrade` as there.
 */
export const recoverVault = async (
  deps: VaultDeps,
  input: {
    readonly dir: string;
    readonly code: string;
    readonly newPassphrase: string;
    readonly beforeUpgrade?: BeforeUpgrade;
  },
): Promise<Result<OpenVault, VaultError>> => {
  const { dir, newPassphrase } = input;
  const identity = await parseRecoveryCode(input.code);
  if (!identity.ok) return identity;
  const missing = missingVault(dir);
  if (missing !== undefined) return err(missing);
  const strong = await checkPassphraseStrength(newPassphrase, []);
  if (!strong.ok) return strong;
  const keys = await unsealRecovery(dir, identity.value);
  if (!keys.ok) return keys;
  const there = await openFitted(deps, dir, keys.value, input.beforeUpgrade);
  if (!there.ok) return there;
  const { databases, fitted } = there.value;
  const changed = await giveNewPassphrase(deps, { dir, identity: identity.value, newPassphrase }, fitted, databases);
  if (!changed.ok) {
    closeDatabases(databases);
    wipeKeys(keys.value);
    return changed;
  }
  await removeRotationFolder(dir);
  wipeUnfit(keys.value, fitted);
  return ok(createOpenVault({ dir, keys: fitted, databases, notices: [] }));
};
