import type { AppError, Err, Result } from '@shared/kernel/result.ts';
import type { NotesReader, NotesWriter, RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes, transactRecords } from '../db/transact.ts';
import type { Workspace } from './workspace.ts';

/** In which database a file is kept: with the cases, or among the private notes. */
export type StoreName = 'records' | 'notes';
/** What may read either store: a database or a transaction on it. */
export type StoreReader = RecordsReader | NotesReader;
/** What may also write either store: a transaction of `transactStore`. */
export type StoreWriter = RecordsWriter | NotesWriter;

/** The tables of a store. */
export const storeTables = {
  records: { files: 'attachments', chunks: 'attachment_chunks' },
  notes: { files: 'note_attachments', chunks: 'note_attachment_chunks' },
} as const satisfies Record<StoreName, { files: string; chunks: string }>;

/** The database of a store, for reading. */
export const storeOf = (work: Workspace, store: StoreName): StoreReader =>
  store === 'records' ? work.records : work.notes;

/** Runs `body` in one transaction of the store's database; as `transactRecords`. */
export const transactStore = <R extends Result<unknown, unknown>>(
  work: Workspace,
  store: StoreName,
  body: (tx: StoreWriter) => R,
): R | Err<AppError<StorageErrorCode>> =>
  store === 'records' ? transactRecords(work.records, body) : transactNotes(work.notes, body);
