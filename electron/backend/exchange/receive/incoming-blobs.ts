import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import {
  claimAttachment,
  completeAttachment,
  deleteAttachment,
  insertAttachment,
  insertChunk,
} from '../../attachments/attachment-rows.ts';
import { sniffLength, sniffMediaType } from '../../attachments/sniff-media-type.ts';
import { randomId } from '../../crypto/random.ts';
import type { RecordsWriter } from '../../db/handles.ts';
import { chunkSize } from '../../db/shared-columns.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import type { BlobSink } from '../../formats/package/package-checker.ts';
import { createPerVault } from '../../workspace/per-vault.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Where the files of a package are on their way into the vault. */
export interface BlobStore {
  /** Takes the bytes of one content as they come; null: nothing wants it. */
  readonly sink: (sha256: string) => BlobSink | null;
  /** Makes what came whole, in the transaction of the acts that name it. */
  readonly complete: (tx: RecordsWriter) => void;
  /** Removes what came, as far as that can be done now: the package is not taken in after all. */
  readonly discard: () => void;
}

/** Begins the row of a file under an id of this vault; gives the id. */
const begin = (work: Workspace, tx: RecordsWriter, caseId: string | null, { name, size }: AttachmentRef): string => {
  const id = randomId(work.random);
  const createdAt = toIsoInstant(work.clock.now());
  insertAttachment(tx, 'records', { id, caseId, name, mediaType: '', size, createdAt });
  return id;
};

/** Carries a failure of the database out of a stream, which cannot answer a Result in its midst. */
export class StorageStop extends Error {
  readonly error: AppError<StorageErrorCode>;

  constructor(error: AppError<StorageErrorCode>) {
    super(error.code);
    this.name = 'StorageStop';
    this.error = error;
  }
}

const write = (work: Workspace, body: (tx: RecordsWriter) => void): Result<null, AppError<StorageErrorCode>> =>
  transactRecords(work.records, (tx) => {
    body(tx);
    return ok(null);
  });

const writeOrStop = (work: Workspace, body: (tx: RecordsWriter) => void): void => {
  const written = write(work, body);
  if (!written.ok) throw new StorageStop(written.error);
};

/** Rows of files that were given up and could not be removed then, as on a full disk. */
const leftoversOf = createPerVault(() => new Set<string>());

/**
 * Removes rows of files that were given up; those that cannot be removed now are tried again when the next package is
 * judged, and at the next opening.
 */
const removeRows = (work: Workspace, ids: Iterable<string>): void => {
  const leftovers = leftoversOf(work);
  for (const id of ids) leftovers.add(id);
  if (leftovers.size === 0) return;
  const removed = write(work, (tx) => {
    for (const id of leftovers) deleteAttachment(tx, 'records', id);
  });
  if (removed.ok) leftovers.clear();
};

/** Removes what an import left that could not clear up after itself. To be called before a package is judged. */
export const removeLeftovers = (work: Workspace): void => removeRows(work, []);

/** One content on its way into the rows of all files that have it. */
interface Arrived {
  readonly ids: readonly string[];
  readonly claimedType: string;
  mediaType: string;
}

/** Writes one content into the rows of all files that have it. */
const chunkWriter = (work: Workspace, arrived: Arrived): BlobSink => {
  const { ids, claimedType } = arrived;
  let tail = Buffer.alloc(0);
  let head = Buffer.alloc(0);
  let index = 0;
  const flush = (data: Buffer): void => {
    writeOrStop(work, (tx) => {
      for (const id of ids) insertChunk(tx, 'records', id, index, data);
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
      arrived.mediaType = sniffMediaType(head, claimedType);
    },
  };
};

/**
 * Writes files straight into incomplete rows, chunk by chunk, for packages that do not fit into memory. A row that is
 * not complete is no file yet: should the vault lock or the machine stop, the next opening removes it. A sink throws
 * StorageStop when the database takes no more.
 */
export const streamingBlobs = (work: Workspace, caseId: string | null, wanted: readonly AttachmentRef[]): BlobStore => {
  const arrived = new Map<string, Arrived>();
  return {
    sink: (sha256) => {
      const refs = wanted.filter((ref) => ref.sha256 === sha256);
      if (refs.length === 0 || arrived.has(sha256)) return null;
      const ids: string[] = [];
      // The case is claimed only together with its acts: until then the file belongs to nobody.
      writeOrStop(work, (tx) => {
        for (const ref of refs) ids.push(begin(work, tx, null, ref));
      });
      const state: Arrived = { ids, claimedType: refs[0]?.mediaType ?? '', mediaType: '' };
      arrived.set(sha256, state);
      return chunkWriter(work, state);
    },
    complete: (tx) => {
      for (const [sha256, { ids, mediaType }] of arrived) {
        for (const id of ids) {
          completeAttachment(tx, 'records', id, { mediaType, sha256: Buffer.from(fromHex(sha256)) });
          if (caseId !== null) claimAttachment(tx, id, caseId);
        }
      }
    },
    discard: () =>
      removeRows(
        work,
        [...arrived.values()].flatMap(({ ids }) => ids),
      ),
  };
};

/** Writes files that lie in memory, in the transaction of the acts that name them. */
export const storeKeptBlobs = (
  work: Workspace,
  tx: RecordsWriter,
  caseId: string | null,
  wanted: readonly AttachmentRef[],
  blobs: ReadonlyMap<string, Uint8Array>,
): void => {
  for (const ref of wanted) {
    const bytes = blobs.get(ref.sha256);
    if (bytes === undefined) throw new Error('a file of the package is not here');
    const id = begin(work, tx, caseId, ref);
    for (let index = 0; index * chunkSize < bytes.length; index++) {
      insertChunk(tx, 'records', id, index, bytes.subarray(index * chunkSize, (index + 1) * chunkSize));
    }
    const mediaType = sniffMediaType(bytes.subarray(0, sniffLength), ref.mediaType);
    completeAttachment(tx, 'records', id, { mediaType, sha256: Buffer.from(fromHex(ref.sha256)) });
  }
};
