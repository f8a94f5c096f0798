import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { signRecordBytes } from '../formats/record/record-crypto.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { type ClockFault, noteAnswer, type SigningTime, signingTime } from '../trail/stated-time.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteRecord, findRecord, insertSignature } from './record-rows.ts';
import { mayContinueOriginal, type SoundRecord, soundRecord } from './record-state.ts';
import { ownParty, type PartyFault } from './signing-party.ts';

export type RecordFault = 'unknownRecord' | 'recordDamaged';
type Nothing = Record<string, never>;

/** A record that is here and sound. */
export const findSound = (
  { records }: Pick<Workspace, 'records'>,
  hash: string,
): Result<SoundRecord, AppError<RecordFault>> => {
  const row = findRecord(records, hash);
  if (row === undefined) return fail('unknownRecord');
  const sound = soundRecord(row);
  return sound === undefined ? fail('recordDamaged') : ok(sound);
};

type SignFault = RecordFault | PartyFault | ClockFault | 'alreadySigned' | 'recordComplete';

/** Which record is signed, and what was said of the clock of this computer, where that is asked. */
interface Signing {
  readonly hash: string;
  readonly clock: ClockAnswer | null;
}

/** As which party the holder signs, and when; `isStated`: the record itself is signed, its original is not. */
interface Signer {
  readonly party: number;
  readonly time: SigningTime;
  readonly isStated: boolean;
}

/** A record that the holder of this vault may sign, itself or its original alone, as which party, and when. */
export const recordToSign = (
  unlocked: Unlocked,
  { hash, clock }: Signing,
): Result<SoundRecord & Signer, AppError<SignFault>> => {
  const found = findSound(unlocked.work, hash);
  if (!found.ok) return found;
  const party = ownParty(unlocked, found.value.record);
  if (!party.ok) return party;
  const isStated = found.value.signatures.some((given) => given.party === party.value);
  if (!mayContinueOriginal(found.value, party.value)) {
    if (isStated) return fail('alreadySigned');
    if (found.value.complete) return fail('recordComplete');
  }
  const { work } = unlocked;
  const time = signingTime(work, work.records, [found.value.record.statedAt], clock);
  return time.ok ? ok({ ...found.value, isStated, party: party.value, time: time.value }) : time;
};

/**
 * Signs a record as the party that the holder of this vault is. `isNew` false: the holder signed it before, and its
 * original alone waits.
 */
export const signRecord = (
  unlocked: Unlocked,
  signing: Signing,
): Result<{ readonly isNew: boolean }, AppError<SignFault | StorageErrorCode>> => {
  const { work, vault } = unlocked;
  const { hash } = signing;
  const found = recordToSign(unlocked, signing);
  if (!found.ok) return found;
  const { party, time, isStated } = found.value;
  if (isStated) return ok({ isNew: false });
  return transactRecords(work.records, (tx) => {
    noteAnswer(work, tx, time);
    insertSignature(tx, hash, signRecordBytes(vault, hash, party, time));
    appendAudit(work, tx, { kind: 'guidanceRecordSigned', subject: hash });
    return ok({ isNew: true });
  });
};

/** Removes a record that nobody signed, in a vault or on paper. */
export const discardRecord = (
  work: Workspace,
  hash: string,
): Result<Nothing, AppError<'unknownRecord' | 'recordSigned' | StorageErrorCode>> => {
  const row = findRecord(work.records, hash);
  if (row === undefined) return fail('unknownRecord');
  if (row.signatures.length > 0 || row.paper !== null) return fail('recordSigned');
  return transactRecords(work.records, (tx) => {
    deleteRecord(tx, hash);
    appendAudit(work, tx, { kind: 'guidanceRecordDiscarded', subject: hash });
    return ok({});
  });
};
