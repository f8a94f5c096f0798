import type { ReplacementReason } from '@shared/domain/identity/replacement.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import type { Result } from '@shared/kernel/result.ts';
import { replaceKeyFiles } from './replace-key-files.ts';
import type { OpenVault } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { makeNextIdentity, wipeIdentity, wipeKeys } from './vault-keys.ts';
import { unsealOwnKeyFile } from './verify-passphrase.ts';

/**
 * Gives an open vault another identity: it signs, receives and seals papers by other keys from now on. The key files
 * are the moment at which it has them: cut off before, the old identity is in force as if nothing had been, after, the
 * new one. Nothing may be signed meanwhile. What is told to others of it is for the caller to write afterwards, and at
 * the next opening. Fails with `wrongPassphrase`, `diskFull`, `folderReadOnly` or `storageFailed`: then the old one
 * stays.
 */
export const replaceIdentity = async (
  deps: VaultDeps,
  vault: OpenVault,
  { passphrase, reason }: { readonly passphrase: string; readonly reason: ReplacementReason },
): Promise<Result<null, VaultError>> => {
  const opened = await unsealOwnKeyFile(vault, passphrase);
  if (!opened.ok) return opened;
  const replacedAt = toIsoInstant(deps.clock.now());
  const next = await makeNextIdentity(deps.random, vault.keys, { replacedAt, reason });
  const keys = { ...vault.keys, ...next };
  try {
    const replaced = await replaceKeyFiles(deps, {
      dir: vault.dir,
      records: vault.records,
      keys,
      passphrase,
      event: 'identityKeysMade',
      previous: opened.value,
    });
    if (replaced.ok) {
      vault.keys.generation = keys.generation;
      vault.takeIdentity(next);
    } else wipeIdentity({ ...next, formerIdentities: next.formerIdentities.slice(0, 1) });
    return replaced;
  } finally {
    wipeKeys(opened.value.keys);
  }
};
