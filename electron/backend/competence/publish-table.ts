import { type ConversionInput, type PublishFault, publishFault } from '@shared/domain/competence/conversion.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { todayOf } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { countingNow, recountFrom } from './recount.ts';
import { insertVersion, listVersions, type PublishedVersion } from './table-rows.ts';

/** All published versions of the conversion table, the newest first. */
export const publishedTables = ({ records }: Pick<Workspace, 'records'>): PublishedVersion[] =>
  listVersions(records).reverse();

/** Publishes the next version and counts anew what ends from its first year on; years before stay as they were. */
export const publishTable = (
  work: Workspace,
  table: ConversionInput,
): Result<{ versionNo: number }, AppError<PublishFault | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<{ versionNo: number }, AppError<PublishFault>> => {
    const versions = listVersions(tx);
    const fault = publishFault(versions, table, Number(todayOf({ work }).slice(0, 4)));
    if (fault !== null) return fail(fault);
    const versionNo = (versions.at(-1)?.versionNo ?? 0) + 1;
    insertVersion(tx, versionNo, table, toIsoInstant(work.clock.now()));
    appendAudit(work, tx, { kind: 'conversionPublished', subject: String(versionNo) });
    recountFrom(tx, table.fromYear, countingNow(work, tx));
    return ok({ versionNo });
  });
