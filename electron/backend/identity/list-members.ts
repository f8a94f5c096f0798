import type { DirectoryMember } from '@shared/contract/identity.ts';
import { rolesOn } from '@shared/domain/identity/directory.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { ownKeysOf, todayOf, type Unlocked } from '../vault/unlocked.ts';
import { trustedDirectory } from './trusted-directory.ts';

/** Everyone in the trusted directory, in its order; nobody when none is trusted. */
export const listMembers = (unlocked: Unlocked): DirectoryMember[] => {
  const trusted = trustedDirectory(unlocked.work.records);
  const ownKeys = ownKeysOf(unlocked);
  return (trusted?.directory.entries ?? []).map((entry) => ({
    entryId: entry.entryId,
    person: entry.person,
    roles: entry.roles,
    currentRoles: rolesOn(entry, todayOf(unlocked)),
    keys: entry.keys.map(({ key, from, revoked }) => ({
      key,
      keyFingerprint: keyFingerprint(key),
      from,
      revoked: revoked && { at: revoked.at, reason: revoked.reason },
    })),
    self: entry.keys.some(({ key }) => ownKeys.includes(key)),
  }));
};
