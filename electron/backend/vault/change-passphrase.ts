import type { Result } from '@shared/kernel/result.ts';
import { checkPassphraseStrength, holderWords } from './passphrase-strength.ts';
import { replaceKeyFiles } from './replace-key-files.ts';
import type { OpenVault } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { wipeKeys } from './vault-keys.ts';
import { unsealOwnKeyFile } from './verify-passphrase.ts';

/**
 * Seals the keys of an open vault under another passphrase. Fails with `wrongPassphrase`,
 * `weakPassphrase`, `diskFull`, `folderReadOnly` or `storageFailed`: then the old one stays.
 */
export const changePassphrase = async (
  deps: VaultDeps,
  vault: OpenVault,
  input: { readonly current: string; readonly next: string },
): Promise<Result<null, VaultError>> => {
  const opened = await unsealOwnKeyFile(vault, input.current);
  if (!opened.ok) return opened;
  const strong = await checkPassphraseStrength(input.next, holderWords(vault));
  const changed = strong.ok
    ? await replaceKeyFiles(deps, {
        dir: vault.dir,
        records: vault.records,
        keys: vault.keys,
        passphrase: input.next,
        event: 'passphraseChanged',
        previous: opened.value,
      })
    : strong;
  wipeKeys(opened.value.keys);
  return changed;
};
