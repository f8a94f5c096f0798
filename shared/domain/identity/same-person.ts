import { foldWords } from '../../kernel/fold-text.ts';
import { sameName } from './name-words.ts';
import { nearNames } from './near-names.ts';
import type { NamedPerson, PersonInput } from './person.ts';

/** Unit without case and punctuation. */
export const plainUnit = (unit: string): string => foldWords(unit);

/** True when both are known to work in the same unit. */
export const sameUnit = (a: PersonInput, b: PersonInput): boolean =>
  a.unit !== '' && plainUnit(a.unit) === plainUnit(b.unit);

/**
 * True when two blocks of one file mean one person: by equal NIPs, by the entry where acts name one, by NIP, else
 * by name and, where both name one, unit. Whose key it is and who the holder is goes by `sameness.ts`, never by this.
 */
export const samePerson = (a: NamedPerson, b: NamedPerson): boolean => {
  // Equal numbers first: an entry that somebody made up makes nobody another.
  if (a.nip !== '' && a.nip === b.nip) return true;
  if (a.member !== undefined && b.member !== undefined) return a.member.entryId === b.member.entryId;
  if (a.nip !== '' && b.nip !== '') return false;
  if (!sameName(a.name, b.name)) return false;
  return a.unit === '' || b.unit === '' || sameUnit(a, b);
};

/**
 * True when two blocks of one file may mean one person: what keeps somebody from a part goes by this. Their names are
 * near, and neither entries, NIPs nor units tell them apart; whoever knows better writes both NIPs.
 */
export const mayBeSamePerson = (a: NamedPerson, b: NamedPerson): boolean => {
  if (samePerson(a, b)) return true;
  if (a.member !== undefined && b.member !== undefined) return false;
  if (a.nip !== '' && b.nip !== '') return false;
  return nearNames(a.name, b.name) && (a.unit === '' || b.unit === '' || sameUnit(a, b));
};
