import { type NamedPerson, namedPerson } from '../identity/person.ts';
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

/**
 * True when a correction names nobody else (law: correction): the same persons at the same places, spelled otherwise at
 * most, and never far from what was signed, however many corrections there are. A number is never changed by it: who
 * has what already differs from vault to vault, and this must not (law: identity).
 */
export const keepsPersons = ({ original, current, corrected }: Correction): boolean => {
  const [signed, named, after] = [personsIn(original), personsIn(current), personsIn(corrected)];
  if (signed.size !== after.size) return false;
  if (licenceIn(current) !== licenceIn(corrected)) return false;
  return [...after].every(([place, person]) => {
    const [first, last] = [signed.get(place), named.get(place)];
    if (first === undefined || last === undefined || !spelledAlike(first.name, person.name)) return false;
    return isSameSpelledOtherwise(last, person);
  });
};
