import { rowOf } from '../case/act-table.ts';
import type { ActHeader } from '../case/header.ts';
import {
  activeKeyOf,
  type Directory,
  type DirectoryKey,
  findKey,
  isEntryOf,
  rolesEver,
} from '../identity/directory.ts';
import type { PersonInput, Role } from '../identity/person.ts';

type Entries = Pick<Directory, 'entries'>;

/** The key that a directory certifies for the author of an act from paper in a capacity; null where there is none. */
export const namedKeyFor = ({ entries }: Entries, author: PersonInput, capacity: Role): DirectoryKey | null => {
  const entry = entries.find((known) => isEntryOf(known, author) && rolesEver(known).includes(capacity));
  return (entry && activeKeyOf(entry)) ?? null;
};

/**
 * Whether what an act from paper says of its author's key agrees with a directory (law: answered). A key must be the
 * author's. None may be said where there was none then; and where nothing waits for the author, since whoever entered
 * it may have an older directory.
 */
export const namedKeyAgrees = (
  directory: Entries,
  key: string | null,
  author: PersonInput,
  { type, capacity, statedAt }: Pick<ActHeader, 'type' | 'capacity' | 'statedAt'>,
): boolean => {
  if (key !== null) {
    const found = findKey(directory, key);
    return found !== undefined && isEntryOf(found.entry, author);
  }
  const known = namedKeyFor(directory, author, capacity);
  return known === null || !rowOf(type).decides || known.from > statedAt;
};
