import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsWriter } from '../../db/handles.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { forgetPackage } from '../ledger/holder-rows.ts';
import { markReplaced, markWritten, unwrittenPackages } from '../ledger/package-rows.ts';
import type { Prepared } from './prepare-package.ts';

type Records = Pick<OpenVault, 'records'>;

/**
 * Notes that the file of a package lies where the person wanted it: only now are those given up whose content it holds
 * again. Should that fail, the next opening takes the package for one that never left, and offers it again.
 */
export const keepPackage = (
  { records }: Records,
  { packageId, supersedes }: Pick<Prepared, 'packageId' | 'supersedes'>,
): void => {
  transactRecords(records, (tx) => {
    markWritten(tx, packageId);
    markReplaced(tx, supersedes);
    return ok(null);
  });
};

const giveUp = (tx: RecordsWriter, ids: readonly string[]): void => {
  markReplaced(tx, ids);
  for (const id of ids) forgetPackage(tx, id);
};

/** Takes back what a package was thought to have brought: its file was never written. Its counter stays used. */
export const abandonPackage = ({ records }: Records, packageId: string): Result<null, AppError<StorageErrorCode>> =>
  transactRecords(records, (tx) => {
    giveUp(tx, [packageId]);
    return ok(null);
  });

/** Takes back packages whose writing a lock or a crash cut off. To be called once after opening. */
export const abandonUnwritten = ({ records }: Records): Result<null, AppError<StorageErrorCode>> => {
  const ids = unwrittenPackages(records);
  if (ids.length === 0) return ok(null);
  return transactRecords(records, (tx) => {
    giveUp(tx, ids);
    return ok(null);
  });
};
