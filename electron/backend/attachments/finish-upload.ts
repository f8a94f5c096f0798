import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { type StoreName, transactStore } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findAttachmentRef } from './attachment-ref.ts';
import { completeAttachment, insertChunk } from './attachment-rows.ts';
import { discardAttachment } from './discard-attachment.ts';
import { sniffMediaType } from './sniff-media-type.ts';
import { uploadsOf } from './uploads.ts';

type FinishError = 'unknownAttachment' | 'attachmentIncomplete' | 'attachmentIsList' | StorageErrorCode;

/**
 * Makes a file whole once all of its bytes have come; from then on it can be named by acts and notes. A list of people
 * of the office is refused, and what came of it removed: what it would be attached to reaches people whom the others on
 * it are no business of. A private note may have it: that never leaves.
 */
export const finishUpload = (
  work: Workspace,
  { store, attachmentId }: { readonly store: StoreName; readonly attachmentId: string },
): Result<AttachmentRef, AppError<FinishError>> => {
  const upload = uploadsOf(work).get(attachmentId);
  if (upload === undefined || upload.store !== store) return fail('unknownAttachment');
  if (upload.received !== upload.size) return fail('attachmentIncomplete');
  if (store === 'records' && upload.mark.found()) {
    const removed = discardAttachment(work, { store, attachmentId });
    return removed.ok || removed.error.code === 'attachmentInUse' ? fail('attachmentIsList') : fail(removed.error.code);
  }
  const sha256 = upload.hash.copy().digest();
  const mediaType = sniffMediaType(upload.head, upload.claimedType);
  const finished = transactStore(work, store, (tx): Result<AttachmentRef, AppError<FinishError>> => {
    if (upload.tail.length > 0) insertChunk(tx, store, attachmentId, upload.chunks, upload.tail);
    completeAttachment(tx, store, attachmentId, { mediaType, sha256 });
    appendAudit(work, tx, { kind: 'attachmentAdded', subject: attachmentId });
    const ref = findAttachmentRef(tx, store, attachmentId);
    return ref === undefined ? fail('unknownAttachment') : ok(ref);
  });
  if (finished.ok) uploadsOf(work).delete(attachmentId);
  return finished;
};
