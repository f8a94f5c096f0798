import type { identityContract } from '@shared/contract/identity.ts';
import type { OutputOf } from '@shared/contract/method.ts';
import { findKey, rolesOn } from '@shared/domain/identity/directory.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { wordsOfKey } from '../formats/identity/words-of-key.ts';
import { getProfile } from '../settings/profile.ts';
import { type Actor, ownKeyOf, todayOf } from './actor.ts';
import { directoryState } from './directory-state.ts';
import { trustedDirectory } from './trusted-directory.ts';

/** Who this vault is to others: its key, the directory, and the roles by whose word. */
export const identityStatus = (actor: Actor): OutputOf<(typeof identityContract)['identity.status']> => {
  const { records } = actor.work;
  const ownKey = ownKeyOf(actor);
  const trusted = trustedDirectory(records);
  const own = trusted === null ? undefined : findKey(trusted.directory, ownKey);
  return {
    keyFingerprint: keyFingerprint(actor.vault.publicKey),
    words: wordsOfKey(ownKey),
    directory: trusted === null ? null : directoryState(trusted, ownKey),
    certifiedRoles: own === undefined || own.key.revoked !== null ? null : rolesOn(own.entry, todayOf(actor)),
    claimedRoles: [...getProfile(records).roles],
  };
};
