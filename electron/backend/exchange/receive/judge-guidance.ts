import { maySignAs, partiesOf } from '@shared/domain/guidance/record.ts';
import { type Directory, findKey, isEntryOf, rolesEver } from '@shared/domain/identity/directory.ts';
import { ok } from '@shared/kernel/result.ts';
import { type ReadRecordFile, readRecordFile } from '../../formats/record/record-file.ts';
import { ownKeyOf, type Unlocked } from '../../vault/unlocked.ts';
import { held, type Judged } from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';

interface JudgedGuidance {
  /** Null in a package of another kind. */
  readonly file: ReadRecordFile | null;
  /** Names of those whose signature is by a key that no longer counts: a person must accept it. */
  readonly revoked: readonly string[];
}

/** Every signature is by whom it says, in a role for it. */
const judgeSigners = (directory: Directory, { hash, record, signatures }: ReadRecordFile): Judged<string[]> => {
  const revoked: string[] = [];
  for (const { key, party } of signatures) {
    const found = findKey(directory, key);
    if (found === undefined || !maySignAs(record, party, found.entry, rolesEver(found.entry)))
      return held('actNotCertified', hash);
    if (found.key.revoked !== null) revoked.push(found.entry.person.name);
  }
  return ok(revoked);
};

/**
 * Judges a record of coaching or mentoring: sent by one who signed it, to one of its people, each signature by the
 * person whom it names. Nothing of it can reach a case.
 */
export const judgeGuidance = (
  unlocked: Unlocked,
  directory: Directory,
  { manifest, guidance }: ReadPackage,
): Judged<JudgedGuidance> => {
  if (guidance === null) return ok({ file: null, revoked: [] });
  const file = readRecordFile(guidance);
  if (!file.ok) return held('packageTampered', file.error.code);
  const { record, signatures } = file.value;
  const own = findKey(directory, ownKeyOf(unlocked));
  if (own === undefined || !partiesOf(record).some((person) => isEntryOf(own.entry, person)))
    return held('actNotForMe');
  if (!signatures.some(({ key }) => key === manifest.sender.key)) return held('actRefused', 'recordNotSignedBySender');
  const signers = judgeSigners(directory, file.value);
  if (!signers.ok) return signers;
  return ok({ file: file.value, revoked: signers.value });
};
