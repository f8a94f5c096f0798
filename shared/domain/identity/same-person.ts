import { foldWords } from '../../kernel/fold-text.ts';
import { sameName } from './name-words.ts';
import { nearNames } from './near-names.ts';
import type { NamedPerson, PersonInput } from './person.ts';

/**
 * Unit without case, spaces, punctuation and signs that nobody sees: `Sub Bagian` is `Subbagian`. Numbers stay apart:
 * `Seksi 1.1` is not `Seksi 11`.
 */
export const plainUnit = (unit: string): string => foldWords(unit).replace(/(?<!\p{N}) | (?!\p{N})/gu, '');

type InUnit = Pick<PersonInput, 'unit'>;

/** True when both are known to work in the same unit. */
export const sameUnit = (a: InUnit, b: InUnit): boolean =>
  plainUnit(a.unit) !== '' && plainUnit(a.unit) === plainUnit(b.unit);

/** True unless both are known to work in units, and in other ones. */
export const mayShareUnit = (a: InUnit, b: InUnit): boolean =>
  plainUnit(a.unit) === '' || plainUnit(b.unit) === '' || sameUnit(a, b);

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
  return mayShareUnit(a, b);
};

/**
 * True when two blocks of one file may mean one person: what keeps somebody from a part goes by this. Their names are
 * near, and neither entries, NIPs nor units tell them apart; whoever knows better writes both NIPs.
 */
export const mayBeSamePerson = (a: NamedPerson, b: NamedPerson): boolean => {
  if (samePerson(a, b)) return true;
  if (a.member !== undefined && b.member !== undefined) return false;
  if (a.nip !== '' && b.nip !== '') return false;
  return nearNames(a.name, b.name) && mayShareUnit(a, b);
};
