import type { Role } from '@shared/domain/identity/person.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { findCase } from '../../case/case-rows.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import { trustedDirectory } from '../../identity/trusted-directory.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { writeChosenReceiver } from '../ledger/peer-rows.ts';

/** Says who holds a post for a case, where several could. `unknownCase`, `unknownEntry`. */
export const chooseReceiver = (
  { vault, work }: Unlocked,
  { caseId, role, entryId }: { readonly caseId: string; readonly role: Role; readonly entryId: string },
): Result<Record<string, never>, AppError<'unknownCase' | 'unknownEntry' | StorageErrorCode>> => {
  if (findCase(vault.records, caseId) === undefined) return fail('unknownCase');
  const entries = trustedDirectory(vault.records)?.directory.entries ?? [];
  if (!entries.some((entry) => entry.entryId === entryId)) return fail('unknownEntry');
  return transactRecords(vault.records, (tx) => {
    writeChosenReceiver(tx, caseId, role, entryId);
    appendAudit(work, tx, { kind: 'receiverChosen', subject: caseId });
    return ok({});
  });
};
