import { maxPieceBytes } from '@shared/contract/fields.ts';
import type { WireError } from '@shared/contract/method.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { fail, type Result } from '@shared/kernel/result.ts';
import type { RpcClient } from './rpc/client.ts';

/** In which database a file is kept: with the case, or among the private notes. */
export type AttachmentStore = 'records' | 'notes';

/**
 * Takes in a file that was dropped or pasted, copied in pieces of at most 1 MiB. What was begun and
 * could not be finished is discarded. `onProgress` hears bytes done and in all.
 */
export const uploadFile = async (
  rpc: Pick<RpcClient, 'call'>,
  file: File,
  store: AttachmentStore,
  caseId: string | null,
  onProgress?: (done: number, total: number) => void,
): Promise<Result<AttachmentRef, WireError>> => {
  const mediaType = file.type === '' ? 'application/octet-stream' : file.type;
  const begun = await rpc.call('attachments.begin', { store, caseId, name: file.name, mediaType, size: file.size });
  if (!begun.ok) return begun;
  const { attachmentId } = begun.value;
  const giveUp = async (error: WireError): Promise<Result<AttachmentRef, WireError>> => {
    await rpc.call('attachments.discard', { store, attachmentId });
    return { ok: false, error };
  };
  for (let offset = 0; offset < file.size; offset += maxPieceBytes) {
    const piece = await file
      .slice(offset, offset + maxPieceBytes)
      .arrayBuffer()
      .catch(() => null);
    if (piece === null) return giveUp({ code: 'fileUnreadable' });
    const sent = await rpc.call('attachments.append', { store, attachmentId, offset, bytes: new Uint8Array(piece) });
    if (!sent.ok) return giveUp(sent.error);
    onProgress?.(Math.min(offset + maxPieceBytes, file.size), file.size);
  }
  const finished = await rpc.call('attachments.finish', { store, attachmentId });
  return finished.ok ? finished : giveUp(finished.error);
};

/** Where a viewer reads bytes from. */
export type ByteSource =
  | { readonly attachmentId: string; readonly store: AttachmentStore }
  | { readonly documentId: string }
  | { readonly viewId: string };

/** Reads `length` bytes (at most 1 MiB) of a kept file. */
export const readPiece = (rpc: Pick<RpcClient, 'call'>, source: ByteSource, offset: number, length = maxPieceBytes) => {
  const piece = { offset, length };
  if ('attachmentId' in source) return rpc.call('attachments.read', { ...source, ...piece });
  if ('documentId' in source) return rpc.call('documents.read', { ...source, ...piece });
  return rpc.call('documents.readView', { ...source, ...piece });
};

/** Reads all of a kept file in pieces of 1 MiB. Once `isWanted` says false it ends with `busy`. */
export const readBytes = async (
  rpc: Pick<RpcClient, 'call'>,
  source: ByteSource,
  isWanted: () => boolean = () => true,
): Promise<Result<Uint8Array, WireError>> => {
  let all: Uint8Array | null = null;
  let offset = 0;
  for (;;) {
    if (!isWanted()) return fail('busy');
    const piece = await readPiece(rpc, source, offset);
    if (!piece.ok) return piece;
    all ??= new Uint8Array(piece.value.size);
    all.set(piece.value.bytes, offset);
    offset += piece.value.bytes.length;
    if (offset >= all.length) return { ok: true, value: all };
    if (piece.value.bytes.length === 0) return fail('storageFailed');
  }
};
