import type { NamedPerson } from '../identity/person.ts';
import { samePerson } from '../identity/same-person.ts';

/**
 * True when each of these people has a place of its own among those whom a record names: one place is one person, also
 * where several people have the name that stands there. Somebody named twice by one NIP has one place.
 */
export const haveOwnPlaces = (named: readonly NamedPerson[], people: readonly NamedPerson[]): boolean => {
  const places = named.filter(({ nip }, at) => nip === '' || named.findIndex((one) => one.nip === nip) === at);
  const holders = new Map<number, NamedPerson>();
  /** Gives somebody a place, for which another one may move to a place that is free. */
  const seat = (person: NamedPerson, tried: Set<number>): boolean =>
    places.some((place, at) => {
      if (tried.has(at) || !samePerson(place, person)) return false;
      tried.add(at);
      const holder = holders.get(at);
      if (holder !== undefined && !seat(holder, tried)) return false;
      holders.set(at, person);
      return true;
    });
  return people.every((person) => seat(person, new Set()));
};
