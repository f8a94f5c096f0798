import type { NamedPerson, PersonInput } from './person.ts';

/** Name without titles, case and punctuation: what stands before the first comma, without abbreviations. */
export const plainName = (name: string): string =>
  (name.normalize('NFKC').split(',')[0] ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !/^\p{L}{1,6}\.(\p{L}{1,4}\.)*$/u.test(word))
    .join(' ')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();

/** Unit without case and punctuation. */
export const plainUnit = (unit: string): string =>
  unit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

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
  if (plainName(a.name) !== plainName(b.name)) return false;
  return a.unit === '' || b.unit === '' || sameUnit(a, b);
};
