import type { AppError, Err, Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { type NotesTx, type RecordsTx, transactNotes, transactRecords } from '../db/transact.ts';
import type { Workspace } from './workspace.ts';

/** In which database a file is kept: with the cases, or among the private notes. */
export type StoreName = 'records' | 'notes';
/** A database or a transaction on it, of either store. */
export type StoreTx = RecordsTx | NotesTx;

/** The tables of a store. */
export const storeTables = {
  records: { files: 'attachments', chunks: 'attachment_chunks' },
  notes: { files: 'note_attachments', chunks: 'note_attachment_chunks' },
} as const satisfies Record<StoreName, { files: string; chunks: string }>;

/** The database of a store, for reading. */
export const storeOf = (work: Workspace, store: StoreName): StoreTx =>
  store === 'records' ? work.records : work.notes;

/** Runs `body` in one transaction of the store's database; as `transactRecords`. */
export const transactStore = <R extends Result<unknown, unknown>>(
  work: Workspace,
  store: StoreName,
  body: (tx: StoreTx) => R,
): R | Err<AppError<StorageErrorCode>> =>
  store === 'records' ? transactRecords(work.records, body) : transactNotes(work.notes, body);
