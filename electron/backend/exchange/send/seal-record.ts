import { isReadBy03, maySignAs, partiesOf } from '@shared/domain/guidance/record.ts';
import { activeKeyOf, type DirectoryEntry } from '@shared/domain/identity/directory.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { hadRoleFor } from '@shared/domain/package/certification.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import type { ExportErrorCode } from '../../export/save-file.ts';
import { writeRecordFile } from '../../formats/record/record-file.ts';
import { findSound, type RecordFault } from '../../guidance/change-record.ts';
import type { SoundRecord } from '../../guidance/record-state.ts';
import { originalBytes } from '../../guidance/sign-original.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { formatShownBy } from '../ledger/peer-rows.ts';
import { isOwnKey, type Standing, standingOf } from '../ledger/standing.ts';
import { type Load, ofNoCase } from './package-contents.ts';
import { type PackageOutput, type Sealed, writeLoad } from './seal.ts';

/** Somebody of a record who has a vault. */
export interface RecordReceiver {
  readonly entryId: string;
  readonly name: string;
  readonly party: number;
  readonly signed: boolean;
  /** Their vault has shown version 0.3 alone, and the record has a field or a signature that it does not read. */
  readonly olderProgram: boolean;
}

interface Addressee extends RecordReceiver {
  readonly entry: DirectoryEntry;
}

/**
 * Whoever of the directory a party is, or may be: whoever seals chooses the receiver by name, office and unit. The own
 * entry is never a receiver.
 */
const addresseesOf = (
  { vault }: Pick<Unlocked, 'vault'>,
  { directory, entry: own, who }: Standing,
  { record, signatures }: SoundRecord,
): Addressee[] =>
  partiesOf(record).flatMap((person, party) =>
    directory.directory.entries
      .filter((entry) => entry.entryId !== own.entryId && activeKeyOf(entry) !== undefined)
      .filter((entry) => who.ofEntry(entry, person) !== 'other')
      .map((entry) => ({
        entry,
        entryId: entry.entryId,
        name: entry.person.name,
        party,
        signed: signatures.some((given) => given.party === party),
        olderProgram:
          (signatures.some(({ clockCorrected }) => clockCorrected) || !isReadBy03(record.content)) &&
          formatShownBy(vault.records, activeKeyOf(entry)?.key ?? '') === 1,
      })),
  );

/** To whom a record can be sealed: its people who have a vault. */
export const recordReceivers = (
  unlocked: Unlocked,
  hash: string,
): Result<{ certified: boolean; receivers: RecordReceiver[] }, AppError<'unknownRecord'>> => {
  const found = findSound(unlocked.work, hash);
  if (!found.ok)
    return found.error.code === 'unknownRecord' ? fail('unknownRecord') : ok({ certified: true, receivers: [] });
  const standing = standingOf(unlocked);
  if (!standing.ok) return ok({ certified: false, receivers: [] });
  return ok({
    certified: true,
    receivers: addresseesOf(unlocked, standing.value, found.value).map(({ entry: _entry, ...receiver }) => receiver),
  });
};

type SealRecordError =
  | RecordFault
  | 'noDirectory'
  | 'notCertified'
  | 'recordNotSignedHere'
  | 'roleNotCertified'
  | 'unknownEntry'
  | ExportErrorCode
  | StorageErrorCode;

interface SealRequest {
  readonly hash: string;
  readonly entryId: string;
  /** With the original, as far as it has gone round here. */
  readonly original?: boolean | undefined;
}

/**
 * Seals one record with its signatures for one of its people. `recordNotSignedHere` when the holder has not signed it:
 * nobody passes on what others said; `roleNotCertified` when the directory does not certify the holder for it.
 */
export const sealRecord = async (
  unlocked: Unlocked,
  output: PackageOutput,
  { hash, entryId, original = true }: SealRequest,
): Promise<Result<Sealed, AppError<SealRecordError>>> => {
  const found = findSound(unlocked.work, hash);
  if (!found.ok) return found;
  const standing = standingOf(unlocked);
  if (!standing.ok) return standing;
  const { record, row, signatures } = found.value;
  // What was signed here was this person's to sign.
  const isMe = (person: PersonInput): boolean => standing.value.who.self(person) !== 'other';
  const own = signatures.find(({ key }) => isOwnKey(standing.value, key));
  if (own === undefined) return fail('recordNotSignedHere');
  const mayHave = (roles: readonly Role[]): boolean => maySignAs(record, own.party, isMe, roles);
  if (!hadRoleFor(standing.value.entry, { signedAt: own.signedAt, mayHave }))
    return fail('roleNotCertified', { role: own.party === 0 ? 'coach' : 'employee' });
  const receiver = addresseesOf(unlocked, standing.value, found.value).find(
    (addressee) => addressee.entryId === entryId,
  );
  if (receiver === undefined) return fail('unknownEntry');
  // A vault that has shown version 0.3 alone would refuse the whole package.
  const reads = formatShownBy(unlocked.vault.records, activeKeyOf(receiver.entry)?.key ?? '') !== 1;
  const page = original && reads ? originalBytes(unlocked.work, found.value) : null;
  const load: Load = {
    kind: 'guidance',
    receiver: receiver.entry,
    ...ofNoCase,
    guidance: writeRecordFile(row.bytes, signatures),
    ...(page !== null && { original: page }),
  };
  return writeLoad(unlocked, standing.value, output, load, null);
};
