import { rowOf } from '../case/act-table.ts';
import type { ActHeader } from '../case/header.ts';
import { activeKeyOf, type Directory, type DirectoryKey, findKey, rolesEver } from '../identity/directory.ts';
import type { NamedPerson, Role } from '../identity/person.ts';
import type { WhoIsWho } from '../identity/sameness.ts';

type Entries = Pick<Directory, 'entries'>;
type IsEntry = (...asked: Parameters<WhoIsWho['ofEntry']>) => boolean;

/** The key that a directory certifies for the author of an act from paper in a capacity; null where there is none. */
export const namedKeyFor = (
  { entries }: Entries,
  isEntry: IsEntry,
  author: NamedPerson,
  capacity: Role,
): DirectoryKey | null => {
  const entry = entries.find((known) => rolesEver(known).includes(capacity) && isEntry(known, author));
  return (entry && activeKeyOf(entry)) ?? null;
};

/**
 * Whether what an act from paper says of its author's key agrees with a directory (law: answered). A key must be the
 * author's. None may be said where there was none then; and where nothing waits for the author, since whoever entered
 * it may have an older directory.
 */
export const namedKeyAgrees = (
  directory: Entries,
  isEntry: IsEntry,
  key: string | null,
  author: NamedPerson,
  { type, capacity, statedAt }: Pick<ActHeader, 'type' | 'capacity' | 'statedAt'>,
): boolean => {
  if (key !== null) {
    const found = findKey(directory, key);
    return found !== undefined && isEntry(found.entry, author);
  }
  if (!rowOf(type).decides) return true;
  // Whom the words name counts too: an entry beside somebody else's name would hide whose word it is.
  const { member: _, ...words } = author;
  const known = namedKeyFor(directory, isEntry, author, capacity) ?? namedKeyFor(directory, isEntry, words, capacity);
  return known === null || known.from > statedAt;
};
