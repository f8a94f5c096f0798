import type { ReplacementReason } from '@shared/domain/identity/replacement.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { replaceKeyFiles } from './replace-key-files.ts';
import type { OpenVault } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { type IdentityKeys, makeNextIdentity, type VaultKeys, wipeIdentity, wipeKeys } from './vault-keys.ts';
import { unsealOwnKeyFile } from './verify-passphrase.ts';

const steps = ['preparing', 'sealing', 'ending', 'listing'] as const;

/** Steps of an exchange of the identity in their order; `done` of `total` steps. */
export interface IdentityProgress {
  readonly step: (typeof steps)[number];
  readonly done: number;
  readonly total: number;
}

/** What is told when a step begins. */
export const identityStep = (step: IdentityProgress['step']): IdentityProgress => ({
  step,
  done: steps.indexOf(step),
  total: steps.length,
});

export interface IdentityInput {
  readonly passphrase: string;
  readonly reason: ReplacementReason;
  /** Breaks it off; once the key files are being written it has no effect any more. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IdentityProgress) => void;
}

/** Writes the key files with another identity; throws what the signal was aborted with before anything was written. */
const writeKeys = (
  deps: VaultDeps,
  vault: OpenVault,
  keys: VaultKeys,
  { passphrase, signal, onProgress, previous }: IdentityInput & Pick<Parameters<typeof replaceKeyFiles>[1], 'previous'>,
) =>
  replaceKeyFiles(deps, {
    dir: vault.dir,
    records: vault.records,
    keys,
    passphrase,
    event: 'identityKeysMade',
    previous,
    onSealed: () => {
      signal.throwIfAborted();
      onProgress(identityStep('ending'));
    },
  });

/** Wipes an identity that does not come into force, but for what is former already. */
const wipeMade = (next: IdentityKeys): void =>
  wipeIdentity({ ...next, formerIdentities: next.formerIdentities.slice(0, 1) });

/**
 * Gives an open vault another identity: it signs, receives and seals papers by other keys from now on. The key files
 * are the moment at which it has them: cut off before, the old identity is in force as if nothing had been, after, the
 * new one. Nothing may be signed meanwhile. What is told to others of it is for the caller to write afterwards, and at
 * the next opening. Fails with `wrongPassphrase`, `rotationCancelled` (by the person), `diskFull`, `folderReadOnly` or
 * `storageFailed`: then the old one stays.
 */
export const replaceIdentity = async (
  deps: VaultDeps,
  vault: OpenVault,
  input: IdentityInput,
): Promise<Result<null, VaultError | AppError<'rotationCancelled'>>> => {
  const { passphrase, reason, signal, onProgress } = input;
  onProgress(identityStep('preparing'));
  const opened = await unsealOwnKeyFile(vault, passphrase);
  if (!opened.ok) return opened;
  let next: IdentityKeys | undefined;
  try {
    signal.throwIfAborted();
    onProgress(identityStep('sealing'));
    const replacedAt = toIsoInstant(deps.clock.now());
    next = await makeNextIdentity(deps.random, vault.keys, { replacedAt, reason });
    const keys = { ...vault.keys, ...next };
    const replaced = await writeKeys(deps, vault, keys, { ...input, previous: opened.value });
    if (replaced.ok) {
      vault.keys.generation = keys.generation;
      vault.takeIdentity(next);
    } else wipeMade(next);
    return replaced;
  } catch (thrown) {
    if (next !== undefined) wipeMade(next);
    if (!signal.aborted || thrown !== signal.reason) throw thrown;
    return fail('rotationCancelled');
  } finally {
    wipeKeys(opened.value.keys);
  }
};
