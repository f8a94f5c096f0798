import { createHash } from 'node:crypto';
import { maxAttachmentBytes } from '@shared/contract/attachments.ts';
import { listMark } from '@shared/domain/lists/list-choice.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import { randomId } from '../crypto/random.ts';
import { cases } from '../db/records-schema.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { type StoreName, transactStore } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { insertAttachment } from './attachment-rows.ts';
import { findMark } from './mark-finder.ts';
import { uploadsOf } from './uploads.ts';

export interface NewUpload {
  readonly store: StoreName;
  readonly caseId: string | null;
  readonly name: string;
  /** As claimed; the bytes decide. */
  readonly mediaType: string;
  /** Bytes that will come. */
  readonly size: number;
}

type BeginError = 'attachmentTooLarge' | 'attachmentEmpty' | 'unknownCase' | StorageErrorCode;

const knowsCase = (work: Workspace, { store, caseId }: NewUpload): boolean =>
  store === 'notes' ||
  caseId === null ||
  work.records.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId)).get() !== undefined;

/** Starts taking in a file: an incomplete row, and the state of its upload in memory. */
export const beginUpload = (
  work: Workspace,
  input: NewUpload,
): Result<{ attachmentId: string }, AppError<BeginError>> => {
  const { store, size } = input;
  if (size === 0) return fail('attachmentEmpty');
  if (size > maxAttachmentBytes) return fail('attachmentTooLarge');
  if (!knowsCase(work, input)) return fail('unknownCase');
  const attachmentId = randomId(work.random);
  const createdAt = toIsoInstant(work.clock.now());
  const begun = transactStore(work, store, (tx) => {
    const { caseId, name } = input;
    insertAttachment(tx, store, { id: attachmentId, caseId, name, mediaType: '', size, createdAt });
    return ok({ attachmentId });
  });
  if (!begun.ok) return begun;
  uploadsOf(work).set(attachmentId, {
    store,
    claimedType: input.mediaType,
    size,
    hash: createHash('sha256'),
    received: 0,
    chunks: 0,
    head: new Uint8Array(0),
    tail: new Uint8Array(0),
    mark: findMark(listMark),
  });
  return begun;
};
