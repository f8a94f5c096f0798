import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { beginEpoch } from './epoch.ts';

/**
 * Begins a new epoch by hand: this vault was restored from a copy. Others see it with the next package or receipt, and
 * offer again what they have.
 */
export const renewEpoch = ({ vault, work }: Unlocked): Result<Record<string, never>, AppError<StorageErrorCode>> =>
  transactRecords(vault.records, (tx) => {
    appendAudit(work, tx, { kind: 'epochRenewed', subject: beginEpoch(work.random, tx) });
    return ok({});
  });
