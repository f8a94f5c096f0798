import { concatBytes } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { chunkSize } from '../db/shared-columns.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { type StoreName, transactStore } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { insertChunk } from './attachment-rows.ts';
import { sniffLength } from './sniff-media-type.ts';
import { uploadsOf } from './uploads.ts';

export interface Piece {
  readonly store: StoreName;
  readonly attachmentId: string;
  /** Where in the file the bytes begin: after all bytes before them. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

type AppendError = 'unknownAttachment' | 'attachmentOrder' | 'attachmentTooLarge' | StorageErrorCode;

/** The whole chunks at the beginning of `bytes`, and the rest. */
const split = (bytes: Uint8Array): { full: readonly Uint8Array[]; rest: Uint8Array } => {
  const count = Math.floor(bytes.length / chunkSize);
  const full = Array.from({ length: count }, (_, i) => bytes.subarray(i * chunkSize, (i + 1) * chunkSize));
  return { full, rest: bytes.slice(count * chunkSize) };
};

/** Takes in the next piece; on failure nothing of it is kept and it may be sent again. */
export const appendPiece = (work: Workspace, piece: Piece): Result<Record<string, never>, AppError<AppendError>> => {
  const { store, attachmentId, offset, bytes } = piece;
  const upload = uploadsOf(work).get(attachmentId);
  if (upload === undefined || upload.store !== store) return fail('unknownAttachment');
  if (offset !== upload.received) return fail('attachmentOrder');
  if (upload.received + bytes.length > upload.size) return fail('attachmentTooLarge');
  const { full, rest } = split(upload.tail.length === 0 ? bytes : concatBytes(upload.tail, bytes));
  const written = transactStore(work, store, (tx) => {
    for (const [i, data] of full.entries()) insertChunk(tx, store, attachmentId, upload.chunks + i, data);
    return ok({});
  });
  if (!written.ok) return written;
  upload.hash.update(bytes);
  upload.mark.push(bytes);
  upload.head = concatBytes(upload.head, bytes.subarray(0, Math.max(0, sniffLength - upload.head.length)));
  upload.tail = rest;
  upload.chunks += full.length;
  upload.received += bytes.length;
  return ok({});
};
