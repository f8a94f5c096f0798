import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { NotesReader, NotesWriter } from '../db/handles.ts';
import { notes } from '../db/notes-schema.ts';
import { audit, meta } from '../db/shared-columns.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { noteErased, overtakesBackups } from './backup-state.ts';

/**
 * Row of `meta` in notes.db: ids of notes that were erased according to another notes.db of the same vault, for which
 * this one stands or out of which notes came. Those that were erased here stand in the trail.
 */
const key = 'erasedNotes';
const schema = z.array(z.string());

const toldOf = (tx: NotesReader): readonly string[] =>
  schema.parse(JSON.parse(tx.select().from(meta).where(eq(meta.key, key)).get()?.value ?? '[]'));

/** Whether a note that is not here was erased, as far as this notes.db was told. */
export const isErasedNote = (tx: NotesReader, id: string): boolean => {
  const isErasure = and(eq(audit.kind, 'noteErased'), eq(audit.subject, id));
  return tx.select({ seq: audit.seq }).from(audit).where(isErasure).get() !== undefined || toldOf(tx).includes(id);
};

/** Ids of all notes that were erased, as far as this notes.db was told; none that is here all the same. */
export const erasedNotes = (tx: NotesReader): readonly string[] => {
  const isErasure = eq(audit.kind, 'noteErased');
  const here = tx.select({ subject: audit.subject }).from(audit).where(isErasure).all();
  const erased = new Set([...toldOf(tx), ...here.map(({ subject }) => subject)]);
  for (const { id } of tx.select({ id: notes.id }).from(notes).all()) erased.delete(id);
  return [...erased].sort();
};

/** Keeps what another notes.db of this vault says of erased notes, beside what was told before. */
export const keepErasedNotes = (tx: NotesWriter, erased: readonly string[]): void => {
  const known = toldOf(tx);
  const all = [...new Set([...known, ...erased])].sort();
  if (all.length === known.length) return;
  const value = JSON.stringify(all);
  tx.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
};

/**
 * Notes that the backups of notes still have what is about to be erased. To be called before: cut off between the two
 * databases, a backup is told as older that is not, and none is passed over.
 */
export const noteNotesErased = (work: Workspace): Result<null, AppError<StorageErrorCode>> => {
  if (!overtakesBackups(work, ['notes'])) return ok(null);
  return transactRecords(work.records, (tx) => {
    noteErased(work, tx, ['notes']);
    return ok(null);
  });
};
