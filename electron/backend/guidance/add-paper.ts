import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { isFreeFile } from '../attachments/free-file.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { type PaperFault, tteFault } from '../papers/brought-paper.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findSound, type RecordFault } from './change-record.ts';
import { setPaper } from './record-rows.ts';

/** A paper that was signed outside, with its files. */
interface Paper {
  readonly hash: string;
  readonly medium: 'ink' | 'tte';
  readonly signedOn: string;
  readonly attachmentIds: readonly string[];
}

/**
 * Notes that a record was signed by hand or by TTE outside, with its scans or PDF. A PDF is looked into: without a
 * signature that holds it is none that was signed by TTE, whatever is said of it.
 */
export const addPaper = (
  work: Workspace,
  paper: Paper,
): Result<Record<string, never>, AppError<RecordFault | PaperFault | 'recordComplete' | StorageErrorCode>> => {
  const found = findSound(work, paper.hash);
  if (!found.ok) return found;
  if (found.value.complete) return fail('recordComplete');
  if (!paper.attachmentIds.every((id) => isFreeFile(work.records, id))) return fail('unknownAttachment');
  for (const id of paper.medium === 'tte' ? paper.attachmentIds : []) {
    const fault = tteFault(work, id, ({ hash }) => hash === paper.hash);
    if (fault !== null) return fail(fault);
  }
  return transactRecords(work.records, (tx) => {
    setPaper(tx, paper.hash, paper);
    appendAudit(work, tx, { kind: 'guidancePaperAdded', subject: paper.hash });
    return ok({});
  });
};
