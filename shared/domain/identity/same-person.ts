import type { PersonInput } from './person.ts';

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
 * True when two descriptions mean one person: by NIP where both have one, else by name and, where both name
 * one, unit.
 */
export const samePerson = (a: PersonInput, b: PersonInput): boolean => {
  if (a.nip !== '' && b.nip !== '') return a.nip === b.nip;
  if (plainName(a.name) !== plainName(b.name)) return false;
  return a.unit === '' || b.unit === '' || sameUnit(a, b);
};
