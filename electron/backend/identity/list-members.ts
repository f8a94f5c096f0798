import type { DirectoryMember } from '@shared/contract/identity.ts';
import { rolesOn } from '@shared/domain/identity/directory.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { type Actor, ownKeyOf, todayOf } from './actor.ts';
import { trustedDirectory } from './trusted-directory.ts';

/** Everyone in the trusted directory, in its order; nobody when none is trusted. */
export const listMembers = (actor: Actor): DirectoryMember[] => {
  const trusted = trustedDirectory(actor.work.records);
  const ownKey = ownKeyOf(actor);
  return (trusted?.directory.entries ?? []).map((entry) => ({
    entryId: entry.entryId,
    person: entry.person,
    roles: entry.roles,
    currentRoles: rolesOn(entry, todayOf(actor)),
    keys: entry.keys.map(({ key, from, revoked }) => ({
      key,
      keyFingerprint: keyFingerprint(key),
      from,
      revoked,
    })),
    self: entry.keys.some(({ key }) => key === ownKey),
  }));
};
