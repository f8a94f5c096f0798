import { maxPieceBytes } from '../../shared/contract/fields.ts';
import type { Calls } from '../fixtures/calls.ts';

/** Takes in a file in pieces, as the window does. */
export const attachLarge = async (calls: Calls, bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const file = { store: 'records', caseId: null, name: 'pindaian.pdf', mediaType: '', size: bytes.length } as const;
  const { attachmentId } = await calls.get('attachments.begin', file);
  for (let offset = 0; offset < bytes.length; offset += maxPieceBytes) {
    const piece = bytes.slice(offset, offset + maxPieceBytes);
    await calls.get('attachments.append', { store: 'records', attachmentId, offset, bytes: piece });
  }
  await calls.get('attachments.finish', { store: 'records', attachmentId });
  return attachmentId;
};
