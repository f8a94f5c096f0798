import type { identityContract } from '@shared/contract/identity.ts';
import type { OutputOf } from '@shared/contract/method.ts';
import { type Card, replacedBy } from '@shared/domain/identity/card.ts';
import {
  type Directory,
  type DirectoryEntry,
  findAnyKey,
  findKey,
  isEntryOf,
} from '@shared/domain/identity/directory.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import type { RecordsReader } from '../db/handles.ts';
import { openInvitation } from '../formats/identity/read-invitation.ts';
import { type OpenedSignedFile, readAnySignedFile } from '../formats/identity/signed-file.ts';
import { wordsOfKey } from '../formats/identity/words-of-key.ts';
import { readRoot } from '../vault/directory-root.ts';
import { ownKeyOf, type Unlocked } from '../vault/unlocked.ts';
import { findIssued } from './invitation-rows.ts';
import { contentsOf } from './office-state.ts';
import { standingHere } from './take-office.ts';
import { directoryOfRoot, judgeByAll, trustedDirectory } from './trusted-directory.ts';

type Inspection = OutputOf<(typeof identityContract)['identity.inspectFile']>;
type InspectionOf<K extends Inspection['kind']> = Extract<Inspection, { readonly kind: K }>;

/** Whose card it is by the directory. */
const standingOf = (directory: Directory | undefined, card: Card): Pick<InspectionOf<'card'>, 'state' | 'entryId'> => {
  if (directory === undefined) return { state: 'new', entryId: null };
  const known = findKey(directory, card.key);
  if (known !== undefined) {
    return { state: known.key.revoked === null ? 'known' : 'revoked', entryId: known.entry.entryId };
  }
  const { name, unit, nipTail } = card.person;
  const isOf = (entry: DirectoryEntry): boolean => isEntryOf(entry, { name, unit, nip: nipTail });
  // A key that agreed to be replaced tells whose card it is. Where the card names somebody else, that key may have been
  // stolen, and the ten words are that other one's: the publisher says who it is.
  const before = findAnyKey(
    directory,
    replacedBy(card).map(({ key }) => key),
  );
  if (before !== undefined) return { state: 'newKey', entryId: isOf(before.entry) ? before.entry.entryId : null };
  const [first, ...more] = directory.entries.filter(isOf);
  if (first === undefined) return { state: 'new', entryId: null };
  return { state: 'newKey', entryId: more.length === 0 ? first.entryId : null };
};

const inspectCard = (tx: RecordsReader, { payload: card, key }: OpenedSignedFile<'card'>): InspectionOf<'card'> => ({
  kind: 'card',
  card,
  words: wordsOfKey(key),
  keyFingerprint: keyFingerprint(key),
  ...standingOf(trustedDirectory(tx)?.directory, card),
  answers: card.invitationId === null ? null : (findIssued(tx, card.invitationId)?.person.name ?? null),
});

/** What a directory is to the one that this vault has of the same root, or to the one it trusts. */
const directoryStanding = (
  tx: RecordsReader,
  file: Uint8Array,
  rootKey: string,
): InspectionOf<'directory'>['state'] => {
  const root = readRoot(tx);
  if (root === undefined) return 'untrusted';
  if (root.rootKey !== rootKey) return 'otherRoot';
  const judged = judgeByAll(tx, directoryOfRoot(tx, rootKey), file);
  if (judged.ok) return judged.value.newer ? 'newer' : 'same';
  return judged.error.code === 'directoryOlder' ? 'older' : 'fork';
};

const inspectDirectory = (
  unlocked: Unlocked,
  file: Uint8Array,
  { payload, key }: OpenedSignedFile<'directory'>,
): InspectionOf<'directory'> => ({
  kind: 'directory',
  institution: payload.institution,
  serial: payload.serial,
  issuedAt: payload.issuedAt,
  members: payload.entries.length,
  words: wordsOfKey(key),
  state: directoryStanding(unlocked.work.records, file, key),
  certifiesSelf: findKey(payload, ownKeyOf(unlocked))?.key.revoked === null,
});

/** What a signed file says and whose word it is; takes nothing in. `signedFileInvalid` when it is none. */
export const inspectFile = (
  unlocked: Unlocked,
  file: Uint8Array,
): Result<Inspection, AppError<'signedFileInvalid'>> => {
  const opened = readAnySignedFile(file);
  if (!opened.ok) return opened;
  switch (opened.value.kind) {
    case 'card':
      return ok(inspectCard(unlocked.work.records, opened.value));
    case 'directory':
      return ok(inspectDirectory(unlocked, file, opened.value));
    case 'profile': {
      const { key, payload } = opened.value;
      const state = standingHere(unlocked.work.records, opened.value) ?? 'untrusted';
      const { serial, issuedAt } = payload;
      return ok({ kind: 'profile', contents: contentsOf(payload), serial, issuedAt, words: wordsOfKey(key), state });
    }
    case 'invitation': {
      const invitation = openInvitation(opened.value);
      if (!invitation.ok) return invitation;
      const { institution, person } = invitation.value.invitation;
      return ok({ kind: 'invitation', institution, name: person.name, words: wordsOfKey(opened.value.key) });
    }
  }
};
