import type { DirectoryMember } from '@shared/contract/identity.ts';
import type { Output } from '../../../lib/query.ts';

/** Whose key it is, as far as this vault knows. */
export type KeyOwner =
  /** The key of this vault itself. */
  | { readonly known: 'self' }
  /** Somebody's whom the directory certifies, or certified until the key was revoked. */
  | {
      readonly known: 'member';
      readonly member: DirectoryMember;
      readonly revoked: DirectoryMember['keys'][number]['revoked'];
    }
  /** Nobody's in the directory. */
  | { readonly known: 'nobody' }
  /** No directory is trusted that could tell. */
  | { readonly known: 'noDirectory' };

/** What a vault knows of keys: its own, and the directory that it trusts. */
export interface KnownKeys {
  readonly status: Pick<Output<'identity.status'>, 'keyFingerprint' | 'directory'>;
  readonly members: readonly DirectoryMember[];
}

/** Whose key has this security code, by the directory. */
export const ownerOf = (fingerprint: string, { status, members }: KnownKeys): KeyOwner => {
  for (const member of members) {
    const key = member.keys.find(({ keyFingerprint }) => keyFingerprint === fingerprint);
    if (key !== undefined && !(member.self && key.revoked === null))
      return { known: 'member', member, revoked: key.revoked };
  }
  if (fingerprint === status.keyFingerprint) return { known: 'self' };
  return { known: status.directory === null ? 'noDirectory' : 'nobody' };
};
