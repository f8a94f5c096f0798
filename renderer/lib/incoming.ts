import { maxPieceBytes } from '@shared/contract/fields.ts';
import { maxIncomingBytes } from '@shared/contract/incoming.ts';
import type { WireError } from '@shared/contract/method.ts';
import { fail, type Result } from '@shared/kernel/result.ts';
import type { RpcClient } from './rpc/client.ts';

/** A file that the backend has at hand, under an opaque name. */
export interface IncomingFile {
  readonly token: string;
  readonly name: string;
  readonly size: number;
}

/**
 * Hands a dropped file to the backend in pieces of at most 1 MiB. `onProgress` hears bytes done and in all. Once
 * `isWanted` says false it ends with null; what was sent goes by itself at lock. Fails with `packageTooLarge`,
 * `attachmentEmpty`, `fileUnreadable` or a code of the calls.
 */
export const sendIncoming = async (
  rpc: RpcClient,
  file: Pick<File, 'name' | 'size' | 'slice'>,
  onProgress: (done: number, total: number) => void,
  isWanted: () => boolean = () => true,
): Promise<Result<IncomingFile | null, WireError>> => {
  if (file.size === 0) return fail('attachmentEmpty');
  if (file.size > maxIncomingBytes) return fail('packageTooLarge');
  const begun = await rpc.call('exchange.begin', { name: file.name, size: file.size });
  if (!begun.ok) return begun;
  const { incomingId } = begun.value;
  for (let offset = 0; offset < file.size; offset += maxPieceBytes) {
    if (!isWanted()) return { ok: true, value: null };
    const piece = await file
      .slice(offset, offset + maxPieceBytes)
      .arrayBuffer()
      .catch(() => null);
    if (piece === null) return fail('fileUnreadable');
    const sent = await rpc.call('exchange.append', { incomingId, offset, bytes: new Uint8Array(piece) });
    if (!sent.ok) return sent;
    onProgress(Math.min(offset + maxPieceBytes, file.size), file.size);
  }
  return rpc.call('exchange.finish', { incomingId });
};
