import type { NamedPerson } from './person.ts';
import { plainName, plainUnit } from './same-person.ts';

/** Most signs by which two spellings of one name differ (own rule, law: correction). */
const maxEdits = 2;

/** Number of signs to change, add or leave out until one text is the other. */
export const editsBetween = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, sign] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const kept = (row[column - 1] ?? 0) + (sign === b[column - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** True when one number may be the other with a slip of the hand: up to two signs differ. */
export const isMistyped = (a: string, b: string): boolean => editsBetween(a, b) <= maxEdits;

const holdsAll = (words: readonly string[], of: readonly string[]): boolean => of.every((word) => words.includes(word));

/** True when two names may be spellings of one: up to two signs differ, or one leaves out words of the other. */
export const spelledAlike = (a: string, b: string): boolean => {
  const [first, second] = [plainName(a), plainName(b)];
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
  return plainName(a.name) === plainName(b.name) && plainUnit(a.unit) === plainUnit(b.unit);
};
