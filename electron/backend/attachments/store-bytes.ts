import { toIsoInstant } from '@shared/kernel/date.ts';
import { sha256 } from '../crypto/hash.ts';
import { randomId } from '../crypto/random.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { chunkSize } from '../db/shared-columns.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { completeAttachment, insertAttachment, insertChunk } from './attachment-rows.ts';

export interface BytesToStore {
  readonly caseId: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Keeps bytes made here as a complete file of records.db, in the caller's transaction. */
export const storeBytes = (
  work: Pick<Workspace, 'clock' | 'random'>,
  tx: RecordsWriter,
  { caseId, name, mediaType, bytes }: BytesToStore,
): { readonly attachmentId: string; readonly sha256: Buffer } => {
  const id = randomId(work.random);
  const createdAt = toIsoInstant(work.clock.now());
  insertAttachment(tx, 'records', { id, caseId, name, mediaType, size: bytes.length, createdAt });
  for (let index = 0; index * chunkSize < bytes.length; index++) {
    insertChunk(tx, 'records', id, index, bytes.subarray(index * chunkSize, (index + 1) * chunkSize));
  }
  const hash = sha256(bytes);
  completeAttachment(tx, 'records', id, { mediaType, sha256: hash });
  return { attachmentId: id, sha256: hash };
};
