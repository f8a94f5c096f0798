import type { DirectoryMember } from '@shared/contract/identity.ts';
import { finds, searchable } from '@shared/kernel/search-text.ts';

/** Members whose name, position or unit holds all words that were typed, in the order of the directory. */
export const findMembers = (members: readonly DirectoryMember[], typed: string): readonly DirectoryMember[] => {
  if (typed.trim() === '') return members;
  const isFound = finds(typed);
  return members.filter(({ person }) => isFound(searchable([person.name, person.position, person.unit])));
};

/** A key of a member, that counts or counted. */
export type MemberKey = DirectoryMember['keys'][number];

/** The key that counts now; undefined for who has none. */
export const activeKey = ({ keys }: Pick<DirectoryMember, 'keys'>): MemberKey | undefined =>
  keys.find(({ revoked }) => revoked === null);
