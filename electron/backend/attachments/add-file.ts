import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { maxAttachmentBytes } from '@shared/contract/attachments.ts';
import { maxPieceBytes } from '@shared/contract/fields.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import type { StoreName } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { appendPiece } from './append-piece.ts';
import { beginUpload } from './begin-upload.ts';
import { discardAttachment } from './discard-attachment.ts';
import { finishUpload } from './finish-upload.ts';

export interface FileToAdd {
  readonly store: StoreName;
  readonly caseId: string | null;
  /** Path that a dialog gave. */
  readonly path: string;
}

type AddError =
  | 'attachmentTooLarge'
  | 'attachmentEmpty'
  | 'attachmentIsList'
  | 'unknownCase'
  | 'fileUnreadable'
  | StorageErrorCode;

interface OpenFile {
  readonly size: number;
  /** The next bytes, at most a piece, good until the next call; empty at the end. */
  readonly next: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

const openFile = async (path: string): Promise<OpenFile | undefined> => {
  try {
    const handle = await open(path, 'r');
    const stat = await handle.stat();
    if (!stat.isFile()) {
      await handle.close();
      return undefined;
    }
    const buffer = Buffer.alloc(maxPieceBytes);
    const next = async () => buffer.subarray(0, (await handle.read(buffer, 0, maxPieceBytes)).bytesRead);
    return { size: stat.size, next, close: () => handle.close() };
  } catch {
    return undefined;
  }
};

/** Bytes, or undefined when the file cannot be read. */
const readNext = async (file: OpenFile): Promise<Uint8Array | undefined> => {
  try {
    return await file.next();
  } catch {
    return undefined;
  }
};

const takeIn = async (
  work: Workspace,
  input: FileToAdd,
  file: OpenFile,
): Promise<Result<AttachmentRef, AppError<AddError>>> => {
  const { store, caseId, path } = input;
  const name = basename(path).slice(0, 255);
  const begun = beginUpload(work, { store, caseId, name, mediaType: '', size: file.size });
  if (!begun.ok) return begun;
  const { attachmentId } = begun.value;
  // A file that grows or shrinks while it is read cannot be taken in.
  const giveUp = (code: string): Result<never, AppError<AddError>> => {
    discardAttachment(work, { store, attachmentId });
    return fail(code === 'diskFull' || code === 'storageFailed' ? code : 'fileUnreadable');
  };
  for (let offset = 0; ; ) {
    const bytes = await readNext(file);
    if (bytes === undefined) return giveUp('fileUnreadable');
    if (bytes.length === 0) break;
    const appended = appendPiece(work, { store, attachmentId, offset, bytes });
    if (!appended.ok) return giveUp(appended.error.code);
    offset += bytes.length;
  }
  const finished = finishUpload(work, { store, attachmentId });
  if (finished.ok) return finished;
  return finished.error.code === 'attachmentIsList' ? fail('attachmentIsList') : giveUp(finished.error.code);
};

/** Takes in a file of the disk piece by piece; whole or not at all. `fileUnreadable` when it cannot be read. */
export const addFile = async (
  work: Workspace,
  input: FileToAdd,
): Promise<Result<AttachmentRef, AppError<AddError>>> => {
  const file = await openFile(input.path);
  if (file === undefined) return fail('fileUnreadable');
  try {
    if (file.size > maxAttachmentBytes) return fail('attachmentTooLarge');
    return await takeIn(work, input, file);
  } finally {
    await file.close();
  }
};
