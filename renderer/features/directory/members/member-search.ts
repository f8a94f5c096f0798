import type { DirectoryMember } from '@shared/contract/identity.ts';
import { foldText } from '@shared/kernel/fold-text.ts';

/** Members whose name, position or unit holds all words that were typed, in the order of the directory. */
export const findMembers = (members: readonly DirectoryMember[], typed: string): readonly DirectoryMember[] => {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return members;
  return members.filter(({ person }) => {
    const text = foldText(`${person.name} ${person.position} ${person.unit}`);
    return words.every((word) => text.includes(word));
  });
};

/** The key that counts now; undefined for who has none. */
export const activeKey = ({ keys }: Pick<DirectoryMember, 'keys'>): DirectoryMember['keys'][number] | undefined =>
  keys.find(({ revoked }) => revoked === null);
