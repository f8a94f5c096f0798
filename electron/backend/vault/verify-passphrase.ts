import { ok, type Result } from '@shared/kernel/result.ts';
import { readKeyFileRecord } from './key-file-record.ts';
import { readKeyFiles } from './key-files.ts';
import { judgeKeyFile, type OpenedKeyFile } from './settle-key-files.ts';
import { withKeyFile } from './unseal-key-files.ts';
import type { OpenVault } from './vault.ts';
import type { VaultError } from './vault-deps.ts';
import { wipeKeys } from './vault-keys.ts';

/**
 * The key file of an open vault that the passphrase opens and that the vault knows. Keys in it are the caller's to
 * wipe.
 */
export const unsealOwnKeyFile = async (
  vault: OpenVault,
  passphrase: string,
): Promise<Result<OpenedKeyFile, VaultError>> =>
  withKeyFile<OpenedKeyFile, VaultError>(await readKeyFiles(vault.dir), passphrase, async (opened) => {
    const record = readKeyFileRecord(vault.records);
    const judged = record.ok ? judgeKeyFile(record.value, opened) : record;
    if (judged.ok) return ok(opened);
    wipeKeys(opened.keys);
    return judged;
  });

/**
 * Checks the passphrase of an open vault again (re-authentication). Fails with `wrongPassphrase` or a key file error.
 */
export const verifyPassphrase = async (vault: OpenVault, passphrase: string): Promise<Result<null, VaultError>> => {
  const opened = await unsealOwnKeyFile(vault, passphrase);
  if (!opened.ok) return opened;
  wipeKeys(opened.value.keys);
  return ok(null);
};
