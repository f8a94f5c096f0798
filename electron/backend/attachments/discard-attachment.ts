import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { type StoreName, storeOf, transactStore } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteAttachment, findAttachment, isAttachmentUsed } from './attachment-rows.ts';
import { uploadsOf } from './uploads.ts';

type DiscardError = 'unknownAttachment' | 'attachmentInUse' | StorageErrorCode;

/** Removes a file that nothing refers to, or one that is still coming in. */
export const discardAttachment = (
  work: Workspace,
  { store, attachmentId }: { readonly store: StoreName; readonly attachmentId: string },
): Result<Record<string, never>, AppError<DiscardError>> => {
  const row = findAttachment(storeOf(work, store), store, attachmentId);
  if (row === undefined) return fail('unknownAttachment');
  if (isAttachmentUsed(storeOf(work, store), store, attachmentId)) return fail('attachmentInUse');
  const discarded = transactStore(work, store, (tx) => {
    deleteAttachment(tx, store, attachmentId);
    if (row.complete) appendAudit(work, tx, { kind: 'attachmentDiscarded', subject: attachmentId });
    return ok({});
  });
  if (discarded.ok) uploadsOf(work).delete(attachmentId);
  return discarded;
};
