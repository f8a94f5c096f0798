import { type ProfileStanding, standingOfProfile } from '@shared/domain/office/in-force.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { sha256 } from '../crypto/hash.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { type OpenedSignedFile, readSignedFile } from '../formats/identity/signed-file.ts';
import { heldProfile } from '../settings/office-profile.ts';
import { insertProfile } from '../settings/office-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { readRoot } from '../vault/directory-root.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type OfficeState, officeState } from './office-state.ts';

type ReadError = 'signedFileInvalid' | 'signedFileOtherKind' | 'noDirectory';
type StandingError = 'profileOlder' | 'profileFork' | 'profileOtherRoot';

/** A profile file that was read, and what it is to the one of this vault. */
export interface JudgedProfile {
  readonly opened: OpenedSignedFile<'profile'>;
  readonly standing: ProfileStanding;
}

/** Hash of what a profile says. */
export const profileHash = ({ payloadBytes }: Pick<OpenedSignedFile<'profile'>, 'payloadBytes'>): string =>
  toHex(sha256(payloadBytes));

/** What a profile that was read is to the trusted root and the one of this vault; null: no root is trusted. */
export const standingHere = (
  tx: RecordsReader,
  opened: Pick<OpenedSignedFile<'profile'>, 'payload' | 'payloadBytes' | 'key'>,
): ProfileStanding | null => {
  const root = readRoot(tx);
  if (root === undefined) return null;
  const held = heldProfile(tx);
  const { directoryId, serial } = opened.payload;
  const coming = { rootKey: opened.key, directoryId, serial, hash: profileHash(opened) };
  return standingOfProfile(root, held && { serial: held.profile.serial, hash: held.hash }, coming);
};

/**
 * Judges a profile file by the root that is trusted and the profile that is here; writes nothing. Codes:
 * `signedFileInvalid`, `signedFileOtherKind`, `noDirectory` (nothing is trusted yet).
 */
export const judgeProfile = (tx: RecordsReader, file: Uint8Array): Result<JudgedProfile, AppError<ReadError>> => {
  const opened = readSignedFile('profile', file);
  if (!opened.ok) return opened;
  const standing = standingHere(tx, opened.value);
  return standing === null ? fail('noDirectory') : ok({ opened: opened.value, standing });
};

/** Keeps a profile that was read, of whatever root, in the caller's transaction. */
export const keepProfile = (
  work: Pick<Workspace, 'clock'>,
  tx: RecordsWriter,
  opened: OpenedSignedFile<'profile'>,
  file: Uint8Array,
): void => {
  const { directoryId, serial, issuedAt } = opened.payload;
  const takenAt = toIsoInstant(work.clock.now());
  insertProfile(tx, { rootKey: opened.key, directoryId, serial, issuedAt, hash: profileHash(opened), file, takenAt });
};

const refusals: Readonly<Record<Exclude<ProfileStanding, 'newer' | 'same'>, StandingError>> = {
  older: 'profileOlder',
  fork: 'profileFork',
  otherRoot: 'profileOtherRoot',
};

/**
 * Takes in a newer profile of the trusted root, in the caller's transaction; the one that is here already changes
 * nothing. Codes: those of `judgeProfile`, `profileOlder`, `profileFork` (another one with this number), and
 * `profileOtherRoot`.
 */
export const takeProfile = (
  work: Pick<Workspace, 'clock'>,
  tx: RecordsWriter,
  file: Uint8Array,
): Result<null, AppError<ReadError | StandingError>> => {
  const judged = judgeProfile(tx, file);
  if (!judged.ok) return judged;
  const { opened, standing } = judged.value;
  if (standing === 'same') return ok(null);
  if (standing !== 'newer') return fail(refusals[standing]);
  keepProfile(work, tx, opened, file);
  appendAudit(work, tx, { kind: 'officeTaken', subject: opened.payload.directoryId });
  return ok(null);
};

/** Takes in a profile file that the person chose. Codes of `takeProfile`. */
export const takeOffice = (
  unlocked: Unlocked,
  file: Uint8Array,
): Result<OfficeState, AppError<ReadError | StandingError | StorageErrorCode>> =>
  transactRecords(unlocked.work.records, (tx): Result<OfficeState, AppError<ReadError | StandingError>> => {
    const taken = takeProfile(unlocked.work, tx, file);
    return taken.ok ? ok(officeState(unlocked, tx)) : taken;
  });
