import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { type StoreName, type StoreReader, storeOf } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AttachmentRow, findAttachment } from './attachment-rows.ts';

/** What an act's body says of a file; undefined while the file is incomplete. */
export const toAttachmentRef = (row: AttachmentRow): AttachmentRef | undefined =>
  row.complete && row.sha256 !== null
    ? { attachmentId: row.id, sha256: toHex(row.sha256), name: row.name, mediaType: row.mediaType, size: row.size }
    : undefined;

/** The reference to a complete file. */
export const findAttachmentRef = (tx: StoreReader, store: StoreName, id: string): AttachmentRef | undefined => {
  const row = findAttachment(tx, store, id);
  return row && toAttachmentRef(row);
};

/** Name, type, size and hash of a complete file. */
export const attachmentInfo = (
  work: Workspace,
  { store, attachmentId }: { readonly store: StoreName; readonly attachmentId: string },
): Result<AttachmentRef, AppError<'unknownAttachment'>> => {
  const ref = findAttachmentRef(storeOf(work, store), store, attachmentId);
  return ref === undefined ? fail('unknownAttachment') : ok(ref);
};
