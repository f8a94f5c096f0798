import { type Card, replacedBy } from '@shared/domain/identity/card.ts';
import {
  activeKeyOf,
  type DirectoryEntry,
  type DirectoryKey,
  directoryLimits,
  findKey,
  isWorseReason,
  type RevocationReason,
  type RoleSpan,
} from '@shared/domain/identity/directory.ts';
import { plainName } from '@shared/domain/identity/name-words.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { readSignedFile } from '../formats/identity/signed-file.ts';
import { areWordsOfKey } from '../formats/identity/words-of-key.ts';
import { nowOf, ownKeyOf, type Unlocked } from '../vault/unlocked.ts';
import type { DirectoryState } from './directory-state.ts';
import { settleIssued } from './invitation-rows.ts';
import { directoryToPublish, isFull, publishNext, withEntry } from './publish-directory.ts';

export interface Certification {
  /** The card. */
  readonly file: Uint8Array;
  /** Its ten words as they were read aloud. */
  readonly words: readonly string[];
  readonly roles: readonly RoleSpan[];
  /** Whose new key it is; null: somebody new. */
  readonly entryId: string | null;
  /** Why the former key no longer counts. */
  readonly formerKey: RevocationReason | null;
}

type EntryError = 'unknownEntry' | 'formerKeyReasonMissing' | 'ownKey';
type CertifyError =
  | 'signedFileInvalid'
  | 'signedFileOtherKind'
  | 'notPublisher'
  | 'clockDoubted'
  | 'wordsDiffer'
  | 'keyKnown'
  | 'directoryFull'
  | EntryError;

const keyOf = ({ key, recipient, vaultId, documentKey }: Card, from: string): DirectoryKey => ({
  key,
  recipient,
  vaultId,
  documentKey,
  from,
  revoked: null,
});

/** Names that a person had before the one on the card, without doubles, the latest last. */
const namesBefore = ({ person, formerNames }: DirectoryEntry, card: Card): string[] => {
  const now = plainName(card.person.name);
  const names = [...formerNames, person.name].filter((name) => plainName(name) !== now);
  return [...new Set(names)].slice(-directoryLimits.formerNames);
};

/**
 * A key of the entry as it stands once the card is certified. What the card replaces stops to count when it was given
 * up, for the reason that its holder gives, and with what it signed until then; nothing of that is for the publisher to
 * say. What was revoked before keeps its reason, unless its holder says that others may have the key, and the first
 * list that was certified stays.
 */
const formerKeyOf = (
  key: DirectoryKey,
  card: Card,
  at: DirectoryKey['from'],
  reason: Certification['formerKey'],
): DirectoryKey => {
  const replaced = replacedBy(card).find((each) => each.key === key.key);
  if (replaced === undefined)
    return key.revoked !== null || reason === null ? key : { ...key, revoked: { at, reason } };
  const { acts, guidance } = replaced;
  const vouched = { acts, guidance };
  if (key.revoked !== null) {
    const why = isWorseReason(replaced.reason, key.revoked.reason) ? replaced.reason : key.revoked.reason;
    return { ...key, revoked: { ...key.revoked, reason: why, vouched: key.revoked.vouched ?? vouched } };
  }
  const givenUp = key.from < replaced.at && replaced.at < at ? replaced.at : at;
  return { ...key, revoked: { at: givenUp, reason: replaced.reason, vouched } };
};

/** The entry of a person known before, with the key of the card in place of the former one. */
const renewed = (
  unlocked: Unlocked,
  entry: DirectoryEntry | undefined,
  card: Card,
  { roles, formerKey }: Certification,
): Result<DirectoryEntry, AppError<EntryError>> => {
  if (entry === undefined) return fail('unknownEntry');
  const at = nowOf(unlocked) as DirectoryKey['from'];
  const active = activeKeyOf(entry);
  if (active?.key === ownKeyOf(unlocked)) return fail('ownKey');
  const former = entry.keys.map((key) => formerKeyOf(key, card, at, formerKey));
  if (former.some(({ revoked }) => revoked === null)) return fail('formerKeyReasonMissing');
  return ok({
    ...entry,
    person: card.person,
    formerNames: namesBefore(entry, card),
    roles: [...roles],
    keys: [...former, keyOf(card, at)],
  });
};

const added = (unlocked: Unlocked, card: Card, { roles }: Certification): DirectoryEntry => ({
  entryId: randomId(unlocked.work.random),
  person: card.person,
  formerNames: [],
  roles: [...roles],
  keys: [keyOf(card, nowOf(unlocked))],
});

/**
 * Certifies the person of a card in the directory that this vault publishes: somebody new, or a new key for somebody
 * known, whose former key is then revoked. Notes which invitation the card answers. Codes: those of reading the card;
 * `notPublisher`; `clockDoubted`; `wordsDiffer`; `keyKnown` (in the directory already, also a revoked one);
 * `unknownEntry`; `formerKeyReasonMissing` (the person has a key, and no reason was given why it no longer counts);
 * `ownKey` (the publisher's own entry: its key is the root); `directoryFull`.
 */
export const certifyCard = (
  unlocked: Unlocked,
  input: Certification,
): Result<DirectoryState, AppError<CertifyError | StorageErrorCode>> => {
  const read = readSignedFile('card', input.file);
  if (!read.ok) return read;
  const card = read.value.payload;
  return transactRecords(unlocked.work.records, (tx): Result<DirectoryState, AppError<CertifyError>> => {
    const current = directoryToPublish(unlocked, tx);
    if (!current.ok) return current;
    if (!areWordsOfKey(input.words, card.key)) return fail('wordsDiffer');
    const { entries } = current.value.directory;
    if (findKey({ entries }, card.key) !== undefined) return fail('keyKnown');
    const known = entries.find(({ entryId }) => entryId === input.entryId);
    const entry = input.entryId === null ? ok(added(unlocked, card, input)) : renewed(unlocked, known, card, input);
    if (!entry.ok) return entry;
    const { entryId } = entry.value;
    const next = input.entryId === null ? [...entries, entry.value] : withEntry(entries, entry.value);
    if (isFull(current.value, next)) return fail('directoryFull');
    if (card.invitationId !== null) settleIssued(tx, card.invitationId, entryId);
    return ok(publishNext(unlocked, tx, current.value, next, { kind: 'memberCertified', subject: entryId }));
  });
};
