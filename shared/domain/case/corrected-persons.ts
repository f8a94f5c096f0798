import { type NamedPerson, namedPerson, toPersonInput } from '../identity/person.ts';
import { isSameSpelledOtherwise, spelledAlike } from '../identity/spelled-alike.ts';

/** Persons that a content names, by their place in it. */
export const personsIn = (content: unknown, place = ''): ReadonlyMap<string, NamedPerson> => {
  const person = namedPerson.safeParse(content);
  if (person.success) return new Map([[place, person.data]]);
  if (typeof content !== 'object' || content === null) return new Map();
  return new Map(Object.entries(content).flatMap(([name, part]) => [...personsIn(part, `${place}/${name}`)]));
};

/** Number by which a counsellor from outside is known (SIPP, STR, letter of appointment), where a content has one. */
const licenceIn = (content: unknown): unknown =>
  (content as { readonly licence?: unknown } | null | undefined)?.licence ?? '';

/** What an act says: as it was signed, now after its corrections, and after the one that is judged. */
export interface Correction {
  readonly original: unknown;
  readonly current: unknown;
  readonly corrected: unknown;
}

/** True when both name the same entry and key, or neither does. */
const hasSameMember = (a: NamedPerson, b: NamedPerson): boolean =>
  a.member?.entryId === b.member?.entryId && a.member?.key === b.member?.key;

/**
 * True when a correction names nobody else (law: correction): the same persons at the same places, spelled otherwise at
 * most, and never far from what was signed, however many corrections there are. A number is never changed by it: who
 * has what already differs from vault to vault, and this must not (law: identity). Nor does an entry of the directory
 * come, go or change. `sameKey`: whether the directory means the same entries by both.
 */
export const keepsPersons = (
  { original, current, corrected }: Correction,
  sameKey: (before: NamedPerson, after: NamedPerson) => boolean,
): boolean => {
  const [signed, named, after] = [personsIn(original), personsIn(current), personsIn(corrected)];
  if (signed.size !== after.size) return false;
  if (licenceIn(current) !== licenceIn(corrected)) return false;
  return [...after].every(([place, person]) => {
    const [first, last] = [signed.get(place), named.get(place)];
    if (first === undefined || last === undefined || !spelledAlike(first.name, person.name)) return false;
    return hasSameMember(first, person) && isSameSpelledOtherwise(last, person) && sameKey(first, person);
  });
};

/**
 * A corrected content in which each person is the entry of the directory that the signed one names, whoever the
 * directory knows by now: a correction says nothing about that.
 */
export const withSignedMembers = (original: unknown, corrected: unknown): unknown => {
  const signed = personsIn(original);
  const withMember = (content: unknown, place: string): unknown => {
    if (typeof content !== 'object' || content === null) return content;
    const person = namedPerson.safeParse(content);
    if (person.success) {
      const member = signed.get(place)?.member;
      return { ...toPersonInput(person.data), ...(member !== undefined && { member }) };
    }
    const parts = Object.entries(content).map(([name, part]) => [name, withMember(part, `${place}/${name}`)] as const);
    return Array.isArray(content) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
  };
  return withMember(corrected, '');
};
