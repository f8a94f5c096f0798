import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { readSignedFile } from '../formats/identity/signed-file.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { adoptCertifiedRoles } from './adopt-roles.ts';
import type { DirectoryState } from './directory-state.ts';
import { trustedState } from './trust-directory.ts';
import { type DirectoryErrorCode, takeDirectory } from './trusted-directory.ts';

type UpdateError = DirectoryErrorCode | 'signedFileInvalid' | 'signedFileOtherKind';

/** Takes in a newer directory of the trusted root. Codes: those of reading the file and of `judgeDirectory`. */
export const updateDirectory = (
  unlocked: Unlocked,
  file: Uint8Array,
): Result<DirectoryState, AppError<UpdateError | StorageErrorCode>> => {
  const opened = readSignedFile('directory', file);
  if (!opened.ok) return opened;
  return transactRecords(unlocked.work.records, (tx): Result<DirectoryState, AppError<UpdateError>> => {
    const taken = takeDirectory(unlocked.work, tx, file);
    if (!taken.ok) return taken;
    adoptCertifiedRoles(unlocked, tx);
    return ok(trustedState(unlocked, tx));
  });
};
