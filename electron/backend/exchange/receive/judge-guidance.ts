import { maySignAs, partiesOf } from '@shared/domain/guidance/record.ts';
import { type Directory, type DirectoryKey, findKey } from '@shared/domain/identity/directory.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import type { AlikePair } from '@shared/domain/identity/sameness.ts';
import { type Decided, judgeBothWays } from '@shared/domain/package/both-ways.ts';
import { type Doubt, hadRoleFor, signatureDoubts } from '@shared/domain/package/certification.ts';
import { ok } from '@shared/kernel/result.ts';
import { type ReadRecordFile, readRecordFile } from '../../formats/record/record-file.ts';
import { guidanceErasedAt } from '../../guidance/receive-record.ts';
import { ownCertified, withGivenUp } from '../../identity/own-keys.ts';
import { whoIsWhoHere } from '../../identity/who-is-who.ts';
import { nowOf, ownKeyOf, type Unlocked } from '../../vault/unlocked.ts';
import { takenLists } from '../ledger/key-lists.ts';
import { type JudgedOriginal, judgeOriginal } from './judge-original.ts';
import { type Doubts, held, type Judged } from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';

interface JudgedGuidance extends JudgedOriginal {
  /** Null in a package of another kind. */
  readonly file: ReadRecordFile | null;
  /** What speaks against signatures that a person may accept, with the names of who gave them. */
  readonly doubts: Doubts;
  /** Who may be whom: a person must say it before anything can be judged. */
  readonly asked: readonly AlikePair[];
}

/** Every signature is by whom it says, in a role for it at that time. */
const judgeSigners = (
  directory: Directory,
  { ofEntry }: Decided,
  { hash, record, signatures }: ReadRecordFile,
  { now, isListTaken }: { readonly now: string; readonly isListTaken: (key: DirectoryKey) => boolean },
): Judged<Doubts> => {
  const asked = new Map<Doubt, Set<string>>();
  for (const { key, party, signedAt } of signatures) {
    const found = findKey(directory, key);
    if (found === undefined) return held('actNotCertified', hash);
    const isSigner = (person: PersonInput): boolean => ofEntry(found.entry, person);
    const signed = { signedAt, mayHave: (roles: readonly Role[]) => maySignAs(record, party, isSigner, roles) };
    if (!hadRoleFor(found.entry, signed)) return held('actNotCertified', hash);
    for (const doubt of signatureDoubts(found, signed, now, { hash, isListTaken }))
      asked.set(doubt, new Set([...(asked.get(doubt) ?? []), found.entry.person.name]));
  }
  return ok(asked);
};

/**
 * Judges a record of guidance: sent by one who signed it, to one of its people, each signature by the
 * person whom it names. Nothing of it can reach a case.
 */
export const judgeGuidance = (
  unlocked: Unlocked,
  directory: Directory,
  { manifest, guidance, original }: ReadPackage,
): Judged<JudgedGuidance> => {
  if (guidance === null) return ok({ file: null, doubts: new Map(), asked: [], original: null, notices: [] });
  const file = readRecordFile(guidance);
  if (!file.ok) return held('packageTampered', file.error.code);
  const { record, signatures } = file.value;
  const erased = guidanceErasedAt(unlocked.vault.records, record);
  if (erased !== null) return held('fileErased', erased);
  const key = ownKeyOf(unlocked);
  const own = ownCertified(unlocked.vault.records, key, directory);
  if (own === undefined) return held('actNotForMe');
  // By the key that it is sealed with, or one before.
  const senders = findKey(directory, manifest.sender.key)?.entry.keys ?? [];
  if (!signatures.some((given) => senders.some((each) => each.key === given.key)))
    return held('actRefused', 'recordNotSignedBySender');
  const isListTaken = takenLists(unlocked.vault.records);
  const vouching = withGivenUp(unlocked.vault.records, directory);
  const who = whoIsWhoHere(unlocked.vault.records, key, directory);
  const judged = judgeBothWays(who, own.entry, (decided) =>
    partiesOf(record).some(decided.self)
      ? judgeSigners(vouching, decided, file.value, { now: nowOf(unlocked), isListTaken })
      : held('actNotForMe'),
  );
  const came = { file: file.value, original: null, notices: [] };
  if ('asked' in judged) return ok({ ...came, doubts: new Map(), asked: judged.asked });
  if (!judged.ok) return judged;
  const page = judgeOriginal(unlocked, vouching, file.value, original);
  return page.ok ? ok({ ...came, ...page.value, doubts: judged.value, asked: [] }) : page;
};
