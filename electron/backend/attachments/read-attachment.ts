import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { chunkSize } from '../db/shared-columns.ts';
import { type StoreName, type StoreReader, storeOf } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findAttachment, readChunk } from './attachment-rows.ts';

export interface AttachmentPart {
  readonly store: StoreName;
  readonly attachmentId: string;
  readonly offset: number;
  readonly length: number;
}

/** Bytes `from` to `to` (exclusive) of a complete file, in memory of their own. Throws when a chunk is missing. */
const readRange = (
  tx: StoreReader,
  store: StoreName,
  id: string,
  from: number,
  to: number,
): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Math.max(0, to - from));
  for (let index = Math.floor(from / chunkSize); index * chunkSize < to; index++) {
    const data = readChunk(tx, store, id, index);
    if (data === undefined) throw new Error('a chunk is missing');
    const start = index * chunkSize;
    const part = data.subarray(Math.max(0, from - start), Math.min(data.length, to - start));
    bytes.set(part, Math.max(0, start - from));
  }
  return bytes;
};

/** A part of a complete file and the size of all of it; past the end the part is empty. */
export const readAttachment = (
  work: Workspace,
  { store, attachmentId, offset, length }: AttachmentPart,
): Result<{ bytes: Uint8Array<ArrayBuffer>; size: number }, AppError<'unknownAttachment'>> => {
  const row = findAttachment(storeOf(work, store), store, attachmentId);
  if (row === undefined || !row.complete) return fail('unknownAttachment');
  const to = Math.min(row.size, offset + length);
  const bytes = offset >= to ? new Uint8Array(0) : readRange(storeOf(work, store), store, attachmentId, offset, to);
  return ok({ bytes, size: row.size });
};

/** All bytes of a complete file of at most `maxAttachmentBytes`. */
export const readWholeAttachment = (
  work: Workspace,
  store: StoreName,
  attachmentId: string,
): Result<Uint8Array<ArrayBuffer>, AppError<'unknownAttachment'>> => {
  const whole = readAttachment(work, { store, attachmentId, offset: 0, length: Number.MAX_SAFE_INTEGER });
  return whole.ok ? ok(whole.value.bytes) : whole;
};

/** The bytes of a complete file, chunk by chunk. Throws when a chunk is missing. */
export function* attachmentChunks(work: Workspace, store: StoreName, attachmentId: string): Generator<Uint8Array> {
  const size = findAttachment(storeOf(work, store), store, attachmentId)?.size ?? 0;
  for (let index = 0; index * chunkSize < size; index++) {
    const data = readChunk(storeOf(work, store), store, attachmentId, index);
    if (data === undefined) throw new Error('a chunk is missing');
    yield data;
  }
}
