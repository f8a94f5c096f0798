import {
  type ConversionInput,
  isFromWrongClock,
  type PublishFault,
  publishFault,
} from '@shared/domain/competence/conversion.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { trustedClock } from '../trail/clock-doubt.ts';
import { nowOf, todayOf } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { countingNow, recountFrom } from './recount.ts';
import { allVersions, insertVersion, insertWithdrawal, listVersions, type PublishedVersion } from './table-rows.ts';

/** A version as it is listed: with whether it may be taken back. */
export type ListedVersion = PublishedVersion & { readonly withdrawable: boolean };

/** All published versions of the conversion table, the newest first. */
export const publishedTables = (work: Workspace): ListedVersion[] =>
  allVersions(work.records)
    .reverse()
    .map((version) => ({
      ...version,
      withdrawable: version.withdrawn === null && isFromWrongClock(version, nowOf({ work })),
    }));

/**
 * Publishes the next version and counts anew what ends from its first year on; years before stay as they were. Nothing
 * is published by a clock that is doubted: `clockDoubted`.
 */
export const publishTable = (
  work: Workspace,
  table: ConversionInput,
): Result<{ versionNo: number }, AppError<PublishFault | 'clockDoubted' | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<{ versionNo: number }, AppError<PublishFault | 'clockDoubted'>> => {
    const clock = trustedClock(work, tx);
    if (!clock.ok) return clock;
    const fault = publishFault(listVersions(tx), table, Number(todayOf({ work }).slice(0, 4)));
    if (fault !== null) return fail(fault);
    const versionNo = (allVersions(tx).at(-1)?.versionNo ?? 0) + 1;
    insertVersion(tx, versionNo, table, toIsoInstant(work.clock.now()));
    appendAudit(work, tx, { kind: 'conversionPublished', subject: String(versionNo) });
    recountFrom(tx, table.fromYear, countingNow(work, tx));
    return ok({ versionNo });
  });

/**
 * Takes back a version that a wrong clock published. Codes: `unknownVersion` (none, or taken back already);
 * `versionStands` (by this clock it was published rightly); `clockDoubted`.
 */
export const withdrawTable = (
  work: Workspace,
  { versionNo, reason }: { readonly versionNo: number; readonly reason: string },
): Result<Record<string, never>, AppError<'unknownVersion' | 'versionStands' | 'clockDoubted' | StorageErrorCode>> =>
  transactRecords(
    work.records,
    (tx): Result<Record<string, never>, AppError<'unknownVersion' | 'versionStands' | 'clockDoubted'>> => {
      const clock = trustedClock(work, tx);
      if (!clock.ok) return clock;
      const version = listVersions(tx).find((listed) => listed.versionNo === versionNo);
      if (version === undefined) return fail('unknownVersion');
      if (!isFromWrongClock(version, nowOf({ work }))) return fail('versionStands');
      insertWithdrawal(tx, versionNo, reason, nowOf({ work }));
      appendAudit(work, tx, { kind: 'conversionWithdrawn', subject: String(versionNo) });
      recountFrom(tx, version.fromYear, countingNow(work, tx));
      return ok({});
    },
  );
