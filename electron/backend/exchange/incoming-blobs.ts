import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { ok } from '@shared/kernel/result.ts';
import { completeAttachment, deleteAttachment, insertAttachment, insertChunk } from '../attachments/attachment-rows.ts';
import { sniffLength, sniffMediaType } from '../attachments/sniff-media-type.ts';
import { claimAttachment } from '../case/case-rows.ts';
import { chunkSize } from '../db/shared-columns.ts';
import { type RecordsTx, transactRecords } from '../db/transact.ts';
import type { Workspace } from '../workspace.ts';
import type { BlobSink } from './format/package-checker.ts';

/** Where the files of a package are on their way into the vault. */
export interface BlobStore {
  /** Takes the bytes of one content as they come; null: nothing wants it. */
  readonly sink: (sha256: string) => BlobSink | null;
  /** Makes what came whole, in the transaction of the acts that name it. */
  readonly complete: (tx: RecordsTx) => void;
  /** Removes what came: the package is not taken in after all. */
  readonly discard: () => void;
}

const begin = (work: Workspace, tx: RecordsTx, caseId: string | null, ref: AttachmentRef): void =>
  insertAttachment(tx, 'records', {
    id: ref.attachmentId,
    caseId,
    name: ref.name,
    mediaType: '',
    size: ref.size,
    createdAt: toIsoInstant(work.clock.now()),
  });

interface Arrived {
  readonly refs: readonly AttachmentRef[];
  mediaType: string;
}

/**
 * Writes files straight into incomplete rows, chunk by chunk, for packages that do not fit into memory. A row that is
 * not complete is no file yet: should the vault lock or the machine stop, the next opening removes it.
 */
export const streamingBlobs = (work: Workspace, caseId: string | null, wanted: readonly AttachmentRef[]): BlobStore => {
  const arrived = new Map<string, Arrived>();
  const write = (body: (tx: RecordsTx) => void): void => {
    const written = transactRecords(work.records, (tx) => {
      body(tx);
      return ok(null);
    });
    if (!written.ok)
      throw Object.assign(new Error('the database took no more'), {
        code: written.error.code === 'diskFull' ? 'SQLITE_FULL' : 'SQLITE_IOERR',
      });
  };
  return {
    sink: (sha256) => {
      const refs = wanted.filter((ref) => ref.sha256 === sha256);
      if (refs.length === 0 || arrived.has(sha256)) return null;
      const state: Arrived = { refs, mediaType: '' };
      arrived.set(sha256, state);
      // The case is claimed only together with its acts: until then the file belongs to nobody.
      write((tx) => {
        for (const ref of refs) begin(work, tx, null, ref);
      });
      let tail = Buffer.alloc(0);
      let head = Buffer.alloc(0);
      let index = 0;
      const flush = (data: Buffer): void => {
        write((tx) => {
          for (const { attachmentId } of refs) insertChunk(tx, 'records', attachmentId, index, data);
        });
        index += 1;
      };
      return {
        write: (chunk) => {
          if (head.length < sniffLength) head = Buffer.concat([head, chunk.subarray(0, sniffLength - head.length)]);
          tail = Buffer.concat([tail, chunk]);
          while (tail.length >= chunkSize) {
            flush(tail.subarray(0, chunkSize));
            tail = Buffer.from(tail.subarray(chunkSize));
          }
        },
        end: () => {
          if (tail.length > 0) flush(tail);
          state.mediaType = sniffMediaType(head, refs[0]?.mediaType ?? '');
        },
      };
    },
    complete: (tx) => {
      for (const [sha256, { refs, mediaType }] of arrived) {
        for (const { attachmentId } of refs) {
          completeAttachment(tx, 'records', attachmentId, { mediaType, sha256: Buffer.from(fromHex(sha256)) });
          if (caseId !== null) claimAttachment(tx, attachmentId, caseId);
        }
      }
    },
    discard: () => {
      write((tx) => {
        for (const { refs } of arrived.values()) {
          for (const { attachmentId } of refs) deleteAttachment(tx, 'records', attachmentId);
        }
      });
    },
  };
};

/** Writes files that lie in memory, in the transaction of the acts that name them. */
export const storeKeptBlobs = (
  work: Workspace,
  tx: RecordsTx,
  caseId: string | null,
  wanted: readonly AttachmentRef[],
  blobs: ReadonlyMap<string, Uint8Array>,
): void => {
  for (const ref of wanted) {
    const bytes = blobs.get(ref.sha256);
    if (bytes === undefined) throw new Error('a file of the package is not here');
    begin(work, tx, caseId, ref);
    for (let index = 0; index * chunkSize < bytes.length; index++) {
      insertChunk(tx, 'records', ref.attachmentId, index, bytes.subarray(index * chunkSize, (index + 1) * chunkSize));
    }
    const mediaType = sniffMediaType(bytes.subarray(0, sniffLength), ref.mediaType);
    completeAttachment(tx, 'records', ref.attachmentId, { mediaType, sha256: Buffer.from(fromHex(ref.sha256)) });
  }
};
