import type { Peer } from '@shared/contract/exchange.ts';
import { type Directory, findKey, rolesOn } from '@shared/domain/identity/directory.ts';
import { keyFingerprint } from '../../crypto/key-fingerprint.ts';

/** Whoever is behind a key, as far as a directory tells. */
export const toPeer = (directory: Pick<Directory, 'entries'> | null, key: string, today: string): Peer => {
  const found = directory === null ? undefined : findKey(directory, key);
  return {
    entryId: found?.entry.entryId ?? null,
    person: found?.entry.person ?? null,
    roles: found === undefined ? [] : rolesOn(found.entry, today),
    keyFingerprint: keyFingerprint(key),
  };
};
