import type { ClockReason } from '@shared/domain/audit/clock.ts';
import type { Clock } from '@shared/kernel/ports.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsDb, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from './audit-chain.ts';
import { clockDoubt } from './clock-doubt.ts';

/** Records what a person says of the clock, in the caller's transaction. */
export const stateClock = (deps: { readonly clock: Clock }, tx: RecordsWriter, reason: ClockReason): void =>
  appendAudit(deps, tx, { kind: 'clockStated', subject: reason });

/** Records that the clock is right now; nothing where nobody doubts it. */
export const settleClock = (
  work: { readonly clock: Clock; readonly records: RecordsDb },
  reason: ClockReason,
): Result<Record<string, never>, AppError<StorageErrorCode>> =>
  transactRecords(work.records, (tx) => {
    if (clockDoubt(work, tx) !== null) stateClock(work, tx, reason);
    return ok({});
  });
