import { editsBetween } from './edits-between.ts';
import { plainName, sameName } from './name-words.ts';
import type { NamedPerson } from './person.ts';
import { plainUnit } from './same-person.ts';

/** Most signs by which two spellings of one name differ (own rule, law: correction). */
const maxEdits = 2;

/** True when one number may be the other with a slip of the hand: up to two signs differ. */
export const isMistyped = (a: string, b: string): boolean => editsBetween(a, b) <= maxEdits;

const holdsAll = (words: readonly string[], of: readonly string[]): boolean => of.every((word) => words.includes(word));

/** True when two names may be spellings of one: up to two signs differ, or one leaves out words of the other. */
export const spelledAlike = (a: string, b: string): boolean => {
  const [first, second] = [plainName(a), plainName(b)];
  if (first === '' || second === '') return false;
  const [some, others] = [first.split(' '), second.split(' ')];
  return editsBetween(first, second) <= maxEdits || holdsAll(some, others) || holdsAll(others, some);
};

/**
 * True when two blocks can mean nobody but the same person, spelled otherwise at most: the same NIP and a name spelled
 * alike, or, without a NIP, the same name and unit. A NIP that comes, goes or changes makes another person of the
 * block.
 */
export const isSameSpelledOtherwise = (a: NamedPerson, b: NamedPerson): boolean => {
  if (a.member !== undefined && b.member !== undefined && a.member.entryId !== b.member.entryId) return false;
  if (a.nip !== b.nip) return false;
  if (a.nip !== '') return spelledAlike(a.name, b.name);
  return sameName(a.name, b.name) && plainUnit(a.unit) === plainUnit(b.unit);
};
