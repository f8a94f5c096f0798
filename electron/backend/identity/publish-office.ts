import type { OfficeSource } from '@shared/contract/office.ts';
import { signedFileExtensions } from '@shared/domain/identity/signed-file.ts';
import type { OfficeContents, OfficeProfile } from '@shared/domain/office/profile.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { isLogo } from '../formats/identity/logo.ts';
import { readSignedFile, writeSignedFile } from '../formats/identity/signed-file.ts';
import { fileOfProfile, heldProfile, writeOfficeSource } from '../settings/office-profile.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { exportFile, type IdentityExport, type SaveError } from './export-file.ts';
import { type OfficeState, officeState } from './office-state.ts';
import { directoryToPublish } from './publish-directory.ts';
import { keepProfile } from './take-office.ts';

type PublishError = 'notPublisher' | 'clockDoubted' | 'logoNotPicture';

/**
 * Signs what the institution's papers have in common as the next profile and keeps it. Codes: `notPublisher`,
 * `clockDoubted`, `logoNotPicture`.
 */
export const publishOffice = (
  unlocked: Unlocked,
  contents: OfficeContents,
): Result<OfficeState, AppError<PublishError | StorageErrorCode>> =>
  transactRecords(unlocked.work.records, (tx): Result<OfficeState, AppError<PublishError>> => {
    const published = directoryToPublish(unlocked, tx);
    if (!published.ok) return published;
    if (contents.logo !== null && !isLogo(contents.logo)) return fail('logoNotPicture');
    const { directoryId } = published.value.directory;
    const profile: OfficeProfile = {
      ...contents,
      format: 'bilik/profile/v1',
      directoryId,
      serial: (heldProfile(tx)?.profile.serial ?? 0) + 1,
      issuedAt: nowOf(unlocked),
    };
    const file = writeSignedFile('profile', profile, unlocked.vault);
    const opened = readSignedFile('profile', file);
    if (!opened.ok) throw new Error('a profile just signed cannot be read');
    keepProfile(unlocked.work, tx, opened.value, file);
    appendAudit(unlocked.work, tx, { kind: 'officePublished', subject: directoryId });
    return ok(officeState(unlocked, tx));
  });

/** Saves the profile as it was published; any member may pass it on. `noProfile` when there is none. */
export const exportOffice = async (
  unlocked: Unlocked,
  deps: IdentityExport,
): Promise<Result<{ saved: boolean }, SaveError | AppError<'noProfile'>>> => {
  const { records } = unlocked.work;
  const held = heldProfile(records);
  if (held === null) return fail('noProfile');
  return exportFile(unlocked, deps, {
    extension: signedFileExtensions.profile,
    bytes: () => fileOfProfile(records, held),
    record: (tx) => appendAudit(unlocked.work, tx, { kind: 'officeExported', subject: held.profile.directoryId }),
  });
};

/** Says whether the profile counts in this vault, or what was typed in it. */
export const chooseOffice = (
  unlocked: Unlocked,
  source: OfficeSource,
): Result<OfficeState, AppError<StorageErrorCode>> =>
  transactRecords(unlocked.work.records, (tx) => {
    writeOfficeSource(tx, source);
    appendAudit(unlocked.work, tx, { kind: 'officeSourceSet', subject: '' });
    return ok(officeState(unlocked, tx));
  });
