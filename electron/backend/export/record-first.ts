import type { AppError, Err, Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';

/**
 * Has something leave the vault only once that is recorded: nothing lies outside of which the audit trail does not
 * tell, also when the process ends or the disk is full right after. What was recorded and then could not be written
 * stays recorded. Fails with what `record` fails with, nothing written then, or with what `save` fails with.
 */
export const recordFirst = async <S extends Result<unknown, AppError>>(
  record: () => Result<unknown, AppError<StorageErrorCode>>,
  save: () => Promise<S>,
): Promise<S | Err<AppError<StorageErrorCode>>> => {
  const recorded = record();
  return recorded.ok ? save() : recorded;
};
