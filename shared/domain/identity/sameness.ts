import { activeKeyOf, type DirectoryEntry } from './directory.ts';
import { plainName, sameName } from './name-words.ts';
import { nearNames } from './near-names.ts';
import type { Member, NamedPerson, PersonInput } from './person.ts';
import { plainUnit } from './same-person.ts';

/** Whether two descriptions mean one person; `unsure`: nothing tells, and a person is asked. */
export type Sameness = 'same' | 'other' | 'unsure';

/** What a person has answered before; undefined where nobody was asked. */
export type Answered = (person: NamedPerson, entry: Pick<DirectoryEntry, 'entryId'>) => boolean | undefined;

type Entries = readonly DirectoryEntry[];

/** Whom of a directory an act names; null: of another directory, or nobody; undefined: the act does not say. */
const memberOf = (entries: Entries, { member }: NamedPerson): string | null | undefined => {
  if (member === undefined) return undefined;
  const byKey = entries.find(({ keys }) => keys.some(({ key }) => key === member.key));
  const byId = entries.find(({ entryId }) => entryId === member.entryId);
  // An older directory knows the entry and not its latest key.
  return (byKey === undefined || byKey === byId ? byId?.entryId : undefined) ?? null;
};

/** True unless name or NIP say that an entry is about somebody else. */
const mayBeAbout = ({ person: known, formerNames }: DirectoryEntry, { name, nip }: PersonInput): boolean =>
  (known.nipTail === '' || nip === '' || nip.endsWith(known.nipTail)) &&
  [known.name, ...formerNames].some((other) => nearNames(other, name));

/** True when all that a directory tells of somebody is what is said here: name, digits of the NIP and unit. */
const agreesWhole = ({ person: known, formerNames }: DirectoryEntry, { name, nip, unit }: PersonInput): boolean =>
  known.nipTail !== '' &&
  nip.endsWith(known.nipTail) &&
  plainUnit(unit) !== '' &&
  plainUnit(unit) === plainUnit(known.unit) &&
  [known.name, ...formerNames].some((other) => sameName(other, name));

/**
 * Whether a person whom a file names is the one of an entry: whom the act names; else what a person has answered; else,
 * where all that the directory tells agrees with it, and with nobody else, that one. A like name is asked, whatever the
 * last digits of the NIP.
 */
export const isOfEntry = (
  entries: Entries,
  answered: Answered,
  entry: DirectoryEntry,
  person: NamedPerson,
): Sameness => {
  const member = memberOf(entries, person);
  // An entry beside the name or number of somebody else names nobody.
  if (typeof member === 'string') return member === entry.entryId && mayBeAbout(entry, person) ? 'same' : 'other';
  const answer = answered(person, entry);
  if (answer !== undefined) return answer ? 'same' : 'other';
  if (!mayBeAbout(entry, person)) return 'other';
  if (!agreesWhole(entry, person)) return 'unsure';
  const others = entries.filter((other) => other !== entry && agreesWhole(other, person));
  return others.every((other) => answered(person, other) === false) ? 'same' : 'unsure';
};

/**
 * Whether the holder of an entry may sign under these words: they are about that entry, and about no other one that
 * they name, or that agrees with all of them where this one does not. Equal names are no reason to sign as the other.
 */
export const maySignAs = (entries: Entries, entry: DirectoryEntry, person: NamedPerson): boolean => {
  const member = memberOf(entries, person);
  if (typeof member === 'string' && member !== entry.entryId) return false;
  if (!mayBeAbout(entry, person)) return false;
  return agreesWhole(entry, person) || !entries.some((other) => other !== entry && agreesWhole(other, person));
};

/**
 * True when words have the name of an entry and another number than it tells, and mean nobody else of the directory: a
 * slip in one of the two numbers, or a namesake. Only a person can say which.
 */
export const isOtherNumber = (entries: Entries, entry: DirectoryEntry, person: NamedPerson): boolean => {
  const { person: known, formerNames } = entry;
  const member = memberOf(entries, person);
  if (typeof member === 'string' && member !== entry.entryId) return false;
  const isAlike = [known.name, ...formerNames].some((name) => sameName(name, person.name));
  return isAlike && !mayBeAbout(entry, person) && !entries.some((other) => mayBeAbout(other, person));
};

/**
 * True when two persons may be of the same members of a directory, whatever anybody has answered: nobody comes to a key
 * by being the other one, or loses it. Where several may be meant, neither says more than the other which of them.
 */
export const haveSameEntry = ({ entries }: { readonly entries: Entries }, a: NamedPerson, b: NamedPerson): boolean => {
  const meant = (person: NamedPerson) => entries.map((entry) => isOfEntry(entries, () => undefined, entry, person));
  const [before, after] = [meant(a), meant(b)];
  const maySame = before.every((said, index) => (said === 'other') === (after[index] === 'other'));
  if (!maySame) return false;
  return before.filter((said) => said !== 'other').length < 2 || before.every((said, index) => said === after[index]);
};

/**
 * Whether a person whom a file names is one whom this vault knows by the whole block: by the NIP where both have one,
 * never by the name where one of them has a NIP.
 */
export const isSameBlock = (known: PersonInput, person: PersonInput): Sameness => {
  if (known.nip !== '' && person.nip !== '') return known.nip === person.nip ? 'same' : 'other';
  if (!nearNames(known.name, person.name)) return 'other';
  const isAlike = sameName(known.name, person.name) && plainUnit(known.unit) === plainUnit(person.unit);
  return isAlike && known.nip === person.nip ? 'same' : 'unsure';
};

/** The holder of a vault, and the own entry where a directory has one. */
export interface Self {
  readonly person: PersonInput;
  readonly entry: DirectoryEntry | undefined;
}

/** Whether the holder of a vault is meant: by the entry that an act names, by the whole NIP, else as anybody else. */
export const isSelf = (entries: Entries, answered: Answered, self: Self, person: NamedPerson): Sameness => {
  const { entry } = self;
  const byBlock = isSameBlock(self.person, person);
  const hasNip = self.person.nip !== '' && person.nip !== '';
  if (entry === undefined) return byBlock;
  const member = memberOf(entries, person);
  if (typeof member !== 'string') return hasNip ? byBlock : isOfEntry(entries, answered, entry, person);
  const byEntry = isOfEntry(entries, answered, entry, person);
  if (!hasNip || byEntry === byBlock) return byEntry;
  // The own number beside somebody else's key, or the own key beside another number: one of them is wrong.
  const answer = answered(person, entry);
  return answer === undefined ? 'unsure' : answer ? 'same' : 'other';
};

/** Who is who, as one vault judges it. */
export interface WhoIsWho {
  readonly ofEntry: (entry: DirectoryEntry, person: NamedPerson) => Sameness;
  readonly self: (person: NamedPerson) => Sameness;
}

/** Two who may be one person, which only a person can say. */
export interface AlikePair {
  readonly person: NamedPerson;
  readonly entry: DirectoryEntry;
}

/** Who is who by a directory, what a person has answered, and who the holder is. */
export const whoIsWho = (entries: Entries, answered: Answered, self: Self): WhoIsWho => ({
  ofEntry: (entry, person) => isOfEntry(entries, answered, entry, person),
  self: (person) => isSelf(entries, answered, self, person),
});

/** The one member of a directory whom a person certainly is, with the key that counts; null: none, or nobody knows. */
export const memberFor = (entries: Entries, who: Pick<WhoIsWho, 'ofEntry'>, person: PersonInput): Member | null => {
  const entry = entries.find((known) => who.ofEntry(known, person) === 'same');
  const key = entry && (activeKeyOf(entry) ?? entry.keys.at(-1))?.key;
  return entry === undefined || key === undefined ? null : { entryId: entry.entryId, key };
};

/** How an answer names a person: by the NIP, else by name and unit. */
export const nameOfBlock = ({ name, nip, unit }: PersonInput): string =>
  nip === '' ? `block:${JSON.stringify([plainName(name), plainUnit(unit)])}` : `nip:${nip}`;

/** Names a pair as its answer does. */
export const pairKey = ({ person, entry }: { person: PersonInput; entry: Pick<DirectoryEntry, 'entryId'> }): string =>
  `${entry.entryId} ${nameOfBlock(person)}`;
