import type { ActBody } from '../case/body.ts';
import type { ActHeader } from '../case/header.ts';
import { type Directory, findKey, isCertifiedFor, rolesEver } from '../identity/directory.ts';
import { plainName } from '../identity/same-person.ts';

/** Why an act's key does not vouch for it. */
export type CertificationFault = 'actNotCertified' | 'actKeyRevoked';

/**
 * Whether the directory certifies the key of an act for what it says. Signed here by its author: the key's person, by
 * name, in a role certified at that time. Entered from paper: by anyone whom the directory knows. Null when all is
 * well. A revoked key is for a person to judge: the act may be older than the revocation, or not.
 */
export const certificationFault = (
  directory: Pick<Directory, 'entries'>,
  header: Pick<ActHeader, 'authorKey' | 'capacity' | 'origin' | 'statedAt'>,
  body: Pick<ActBody, 'author'> | null,
): CertificationFault | null => {
  const found = findKey(directory, header.authorKey);
  if (found === undefined) return 'actNotCertified';
  const { entry, key } = found;
  if (header.origin === 'vault') {
    if (!isCertifiedFor(entry, header.capacity, header.statedAt)) return 'actNotCertified';
    const names = [entry.person.name, ...entry.formerNames].map(plainName);
    if (body !== null && !names.includes(plainName(body.author.name))) return 'actNotCertified';
  } else if (rolesEver(entry).length === 0) return 'actNotCertified';
  return key.revoked === null ? null : 'actKeyRevoked';
};
