import type { Result } from '@shared/kernel/result.ts';
import { readIdentity } from './identity.ts';
import { checkPassphraseStrength } from './passphrase-strength.ts';
import { replaceKeyFiles } from './replace-key-files.ts';
import type { OpenVault } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { wipeKeys } from './vault-keys.ts';
import { unsealOwnKeyFile } from './verify-passphrase.ts';

/** Words that make no passphrase stronger: the same as when a vault is made. */
const holderWords = ({ records }: OpenVault): string[] => {
  const { person, institution } = readIdentity(records);
  return [person.name, institution];
};

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
