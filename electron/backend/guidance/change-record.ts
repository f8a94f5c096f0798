import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { signRecordBytes } from '../formats/record/record-crypto.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteRecord, findRecord, insertSignature } from './record-rows.ts';
import { type SoundRecord, soundRecord } from './record-state.ts';
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

type SignFault = RecordFault | PartyFault | 'alreadySigned' | 'recordComplete';

/** A record that the holder of this vault may sign, and as which party. */
export const recordToSign = (
  unlocked: Unlocked,
  hash: string,
): Result<SoundRecord & { readonly party: number }, AppError<SignFault>> => {
  const found = findSound(unlocked.work, hash);
  if (!found.ok) return found;
  const party = ownParty(unlocked, found.value.record);
  if (!party.ok) return party;
  if (found.value.signatures.some((given) => given.party === party.value)) return fail('alreadySigned');
  if (found.value.complete) return fail('recordComplete');
  return ok({ ...found.value, party: party.value });
};

/** Signs a record as the party that the holder of this vault is. */
export const signRecord = (
  unlocked: Unlocked,
  hash: string,
): Result<Nothing, AppError<SignFault | StorageErrorCode>> => {
  const { work, vault } = unlocked;
  const found = recordToSign(unlocked, hash);
  if (!found.ok) return found;
  const { party } = found.value;
  return transactRecords(work.records, (tx) => {
    insertSignature(tx, hash, signRecordBytes(vault, hash, party, toIsoInstant(work.clock.now())));
    appendAudit(work, tx, { kind: 'guidanceRecordSigned', subject: hash });
    return ok({});
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
