import type { identityContract } from '@shared/contract/identity.ts';
import type { OutputOf } from '@shared/contract/method.ts';
import { findKey, rolesOn } from '@shared/domain/identity/directory.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { wordsOfKey } from '../formats/identity/words-of-key.ts';
import { getProfile } from '../settings/profile.ts';
import { ownKeyOf, todayOf, type Unlocked } from '../vault/unlocked.ts';
import { directoryState } from './directory-state.ts';
import { lastReplaced } from './own-keys.ts';
import { trustedDirectory } from './trusted-directory.ts';

/** When and why the directory revoked the key by which this vault signs; null: it did not, or knows no such key. */
export const ownKeyRevoked = (
  unlocked: Pick<Unlocked, 'vault'>,
): OutputOf<(typeof identityContract)['identity.status']>['revoked'] => {
  const trusted = trustedDirectory(unlocked.vault.records);
  const own = trusted === null ? undefined : findKey(trusted.directory, ownKeyOf(unlocked));
  if (own === undefined || own.key.revoked === null) return null;
  const { at, reason } = own.key.revoked;
  return { at, reason, another: own.entry.keys.some(({ revoked }) => revoked === null) };
};

/** Who this vault is to others: its key, the directory, and the roles by whose word. */
export const identityStatus = (unlocked: Unlocked): OutputOf<(typeof identityContract)['identity.status']> => {
  const { records } = unlocked.work;
  const ownKey = ownKeyOf(unlocked);
  const trusted = trustedDirectory(records);
  const own = trusted === null ? undefined : findKey(trusted.directory, ownKey);
  return {
    keyFingerprint: keyFingerprint(unlocked.vault.publicKey),
    words: wordsOfKey(ownKey),
    directory: trusted === null ? null : directoryState(trusted, ownKey),
    certifiedRoles: own === undefined || own.key.revoked !== null ? null : rolesOn(own.entry, todayOf(unlocked)),
    claimedRoles: [...getProfile(records).roles],
    revoked: ownKeyRevoked(unlocked),
    replaced: lastReplaced(records),
  };
};
