import { daysNear, isEarlier } from '@shared/kernel/date.ts';
import { daysOfRole, type Stated } from '../case/act-days.ts';
import { isOwnAnswer } from '../case/acts/answers.ts';
import type { ActBody } from '../case/body.ts';
import type { ActHeader } from '../case/header.ts';
import {
  type CertifiedKey,
  type Directory,
  type DirectoryEntry,
  type DirectoryKey,
  findKey,
  isCertifiedFor,
  rolesEver,
  rolesOn,
  rolesOnAny,
} from '../identity/directory.ts';
import { sameName } from '../identity/name-words.ts';
import type { Role } from '../identity/person.ts';
import { isListed } from '../identity/replacement.ts';
import { isOtherNumber, maySignAs } from '../identity/sameness.ts';

/** Why an act's key does not vouch for it. */
export type CertificationFault = 'actNotCertified' | Doubt;

/**
 * Faults that a person may judge, the gravest first. It belongs to another file than the one that counts under its id,
 * which version 0.3 drew by chance: one of the two openings is forged. The holder of a key that others have did not
 * name the act among those signed before, or nobody here has decided yet whether that list counts. The act may be
 * older than the revocation or the end of the role, or not. A vault that was put back signs without what it once
 * signed, or its holder undoes what others built on; where what lies between is not at hand, or the author began a new
 * vault, that is not told. Two acted at once, or the later one wants to come first. One of two clocks is wrong where
 * an act is dated in the future, before its key or before what it names. What was entered for somebody who had no key
 * then may be older than that key, or not. A number that is not the one of the directory is a slip, or that of a
 * namesake. In the format of version 0.3 one author lets others decide too, who were asked by nobody.
 */
export const doubts = [
  'actOtherOpening',
  'actKeyCompromised',
  'actListUndecided',
  'actKeyRevoked',
  'actOtherNumber',
  'actDecidesForOthers',
  'actForked',
  'actLineUnclear',
  'actUndoes',
  'actRoleEnded',
  'actFromFuture',
  'actBeforeKey',
  'actBeforeNamed',
  'actBeforeNamedKey',
] as const;
export type Doubt = (typeof doubts)[number];

/** Doubts that only the words of an act tell: they are asked about once these come, if its header came before. */
export const toldByWords: readonly Doubt[] = ['actOtherNumber', 'actBeforeNamedKey'];

/** True for a fault that a person may judge. */
export const isDoubt = (fault: CertificationFault): fault is Doubt => doubts.some((doubt) => doubt === fault);

type Vouched = Pick<ActHeader, 'type' | 'facts' | 'authorKey' | 'capacity' | 'origin'> & Stated;

type Entries = Directory['entries'];

/** Whether the words that an act has for its author are those of an entry, by a name that it has or had. */
const isOwnName = (entries: Entries, entry: DirectoryEntry, author: ActBody['author']): boolean =>
  [entry.person.name, ...entry.formerNames].some((name) => sameName(name, author.name)) &&
  maySignAs(entries, entry, author);

/** Whether an author's words are those of whom the directory knows by this key, and of no namesake. */
export const isNamedByKey = (
  { entries }: Pick<Directory, 'entries'>,
  key: string,
  author: ActBody['author'],
): boolean => {
  const found = findKey({ entries }, key);
  return found !== undefined && isOwnName(entries, found.entry, author);
};

/**
 * Whether an entry has the role in which an act was signed, at the time that it states. What was entered in one's name
 * is answered by the key alone: the role may be over by then.
 */
export const hasRoleFor = (entry: DirectoryEntry, header: Omit<Vouched, 'authorKey'>): boolean =>
  isOwnAnswer(header) || isCertifiedFor(entry, header.capacity, daysOfRole(header));

/** Whether an entry vouches for an act at all: its person, in a role certified at the time that it states. */
const isCertified = (
  entries: Entries,
  entry: DirectoryEntry,
  header: Vouched,
  body: Pick<ActBody, 'author'> | null,
): boolean => {
  if (header.origin === 'paper') return rolesEver(entry).length > 0;
  const isAuthor =
    body === null || isOwnName(entries, entry, body.author) || isOtherNumber(entries, entry, body.author);
  return isAuthor && hasRoleFor(entry, header);
};

/**
 * Whether who signed an act still has the role for it, or who entered it all roles of one of the days that it may have
 * been: the clock that an act states may be set back.
 */
const isInRole = (entry: DirectoryEntry, header: Vouched, now: string): boolean => {
  const today = daysNear(now);
  const hasAll = (asked: readonly Role[]): boolean =>
    asked.length > 0 && asked.every((role) => isCertifiedFor(entry, role, today));
  if (header.origin === 'vault') return isOwnAnswer(header) || hasAll([header.capacity]);
  return daysOfRole(header).some((date) => hasAll(rolesOn(entry, date)));
};

/** When the key before this one of the same person was revoked: this one replaces it from then on; null: the first. */
const replacedAt = ({ entry: { keys }, key }: CertifiedKey): string | null =>
  keys[keys.indexOf(key) - 1]?.revoked?.at ?? null;

/** Something that a key signed: an act or a record of guidance, by its hash. */
export interface SignedThing {
  readonly kind: 'acts' | 'guidance';
  readonly hash: string;
  /** Whether the holder of this vault lets the list count that came with a key which others have. */
  readonly isListTaken: (key: DirectoryKey) => boolean;
}

/** True for a key that somebody else may have: who has it can sign at any stated time. */
export const isInOthersHands = ({ revoked }: Pick<DirectoryKey, 'revoked'>): boolean =>
  revoked?.reason === 'compromised' || revoked?.reason === 'lost';

/**
 * What the end of a key says of something that it signed and that comes only now: nothing where its holder, by the key
 * in its place, named it among what was signed before. Of a key that others may have, that list itself is for a person
 * to judge, once.
 */
const doubtOfRevoked = (key: DirectoryKey, { kind, hash, isListTaken }: SignedThing): Doubt | null => {
  if (key.revoked === null) return null;
  const { vouched } = key.revoked;
  const isNamed = vouched !== undefined && isListed(vouched[kind], hash);
  if (vouched === undefined || !isInOthersHands(key)) return isNamed ? null : 'actKeyRevoked';
  if (!isNamed) return 'actKeyCompromised';
  return isListTaken(key) ? null : 'actListUndecided';
};

/**
 * What a person may judge of a signature: by its key and the time that is stated, as of `now`, and by what else speaks.
 * `hasRole`: whether who signed has the role for it now.
 */
const doubtsOf = (
  found: CertifiedKey,
  signed: SignedThing,
  { statedAt, hasRole, otherNumber = false }: { statedAt: string; hasRole: () => boolean; otherNumber?: boolean },
  now: string,
): readonly Doubt[] => {
  const isAhead = isEarlier(now, statedAt);
  const revoked = doubtOfRevoked(found.key, signed);
  const speaks: Readonly<Partial<Record<Doubt, boolean>>> = {
    ...(revoked !== null && { [revoked]: true }),
    actOtherNumber: otherNumber,
    // What is dated ahead may be of a role that begins then.
    actRoleEnded: !isAhead && !hasRole(),
    actFromFuture: isAhead,
    actBeforeKey: isEarlier(statedAt, replacedAt(found)),
  };
  return doubts.filter((doubt) => speaks[doubt] === true);
};

/**
 * What speaks against the key of an act, by the directory and as of `now` (the receiver's clock); nothing when all is
 * well. Signed here by its author: the key's person, and no namesake, in a role certified at that time. Entered from
 * paper: by anyone whom the directory knows. A revoked key, a role that is over when the act is first seen, and what is
 * dated more than a day ahead of the receiver, or before the key that this one replaces was revoked, or bears another
 * number than the directory tells, are for a person to judge, each by itself.
 */
export const certificationFaults = (
  directory: Pick<Directory, 'entries'>,
  header: Vouched,
  body: Pick<ActBody, 'author'> | null,
  now: string,
  signed: Omit<SignedThing, 'kind'>,
): readonly CertificationFault[] => {
  const found = findKey(directory, header.authorKey);
  if (found === undefined || !isCertified(directory.entries, found.entry, header, body)) return ['actNotCertified'];
  const isSigned = header.origin === 'vault' && body !== null;
  const otherNumber = isSigned && isOtherNumber(directory.entries, found.entry, body.author);
  const hasRole = (): boolean => isInRole(found.entry, header, now);
  return doubtsOf(found, { kind: 'acts', ...signed }, { statedAt: header.statedAt, hasRole, otherNumber }, now);
};

/** A signature under a record of guidance, as who gave it says. */
export interface RecordSigned {
  /** When it was given, ISO 8601. */
  readonly signedAt: string;
  /** Whether somebody with these roles may sign in that place: a leader needs one, whoever takes part needs none. */
  readonly mayHave: (roles: readonly Role[]) => boolean;
}

/** Whether who signed a record had a role for it at the time that is stated; no zone is told, so a day either way. */
export const hadRoleFor = (entry: DirectoryEntry, { signedAt, mayHave }: RecordSigned): boolean =>
  mayHave(rolesOnAny(entry, daysNear(signedAt)));

/** What of a signature under a record a person may judge, as of acts (`certificationFaults`). */
export const signatureDoubts = (
  found: CertifiedKey,
  { signedAt, mayHave }: RecordSigned,
  now: string,
  signed: Omit<SignedThing, 'kind'>,
): readonly Doubt[] =>
  doubtsOf(
    found,
    { kind: 'guidance', ...signed },
    { statedAt: signedAt, hasRole: () => mayHave(rolesOnAny(found.entry, daysNear(now))) },
    now,
  );
