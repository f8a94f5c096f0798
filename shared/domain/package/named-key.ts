import { rowOf } from '../case/act-table.ts';
import { type ActBody, contentSchemas } from '../case/body.ts';
import { type ActHeader, namedKeyOf } from '../case/header.ts';
import {
  activeKeyOf,
  type Directory,
  type DirectoryEntry,
  type DirectoryKey,
  findKey,
  rolesEver,
} from '../identity/directory.ts';
import type { NamedPerson, PersonInput, Role } from '../identity/person.ts';
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

/** Somebody who is heard by an act from paper. */
export interface HeardOnPaper {
  readonly person: PersonInput;
  readonly capacity: Role;
  /** The key by which that person is asked; null where there is none, and the paper counts as it is. */
  readonly key: string | null;
}

/**
 * Who is heard by an act from paper and by which key: its author, and whoever signed a joint decision beside the author
 * and counts by that (law: followUp); nobody by an act from a vault.
 */
export const heardOnPaper = (header: ActHeader, { author, content }: ActBody): readonly HeardOnPaper[] => {
  const { type, capacity, origin, format } = header;
  if (origin !== 'paper') return [];
  const one = { person: author, capacity, key: namedKeyOf(header) };
  const decision = contentSchemas.followUpDecided.safeParse(content);
  if (type !== 'followUpDecided' || format === 'bilik/act/v1' || !decision.success) return [one];
  const inked = decision.data.deciders.filter(({ role, person }) => role !== capacity && person.member === undefined);
  return [one, ...inked.map(({ role, person }) => ({ person, capacity: role, key: null }))];
};

type Act = Pick<ActHeader, 'type' | 'capacity' | 'statedAt'>;

/**
 * The keys that a directory has for the author of an act that waits for its author, in the order of time; none where
 * nothing waits. Whom the words name counts too: an entry beside somebody else's name would hide whose word it is.
 */
const keysAsked = (
  { entries }: Entries,
  isEntry: IsEntry,
  author: NamedPerson,
  { type, capacity }: Act,
): readonly DirectoryKey[] => {
  if (!rowOf(type).decides) return [];
  const { member: _, ...words } = author;
  const isAuthor = (entry: DirectoryEntry): boolean =>
    rolesEver(entry).includes(capacity) && (isEntry(entry, author) || isEntry(entry, words));
  return entries.filter(isAuthor).flatMap(({ keys }) => keys);
};

const wasActive = ({ from, revoked }: DirectoryKey, at: string): boolean =>
  from <= at && (revoked === null || revoked.at > at);

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
  act: Act,
): boolean => {
  if (key === null) return !keysAsked(directory, isEntry, author, act).some((known) => wasActive(known, act.statedAt));
  const found = findKey(directory, key);
  return found !== undefined && isEntry(found.entry, author);
};

/**
 * True for an act that says that its author has no key, and has one since: it takes effect without being asked about,
 * and a clock that was set back looks just like it. Whoever first sees it only now judges that.
 */
export const isBeforeNamedKey = (
  directory: Entries,
  isEntry: IsEntry,
  key: string | null,
  author: NamedPerson,
  act: Act,
): boolean =>
  key === null &&
  keysAsked(directory, isEntry, author, act).some(({ from, revoked }) => revoked === null && from > act.statedAt);
