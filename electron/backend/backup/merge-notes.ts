import { setImmediate } from 'node:timers/promises';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { and, asc, eq } from 'drizzle-orm';
import { erasedAt } from '../db/erased-files.ts';
import type { NotesDb, NotesReader, NotesWriter } from '../db/handles.ts';
import { noteAttachmentChunks, noteAttachments, notes } from '../db/notes-schema.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { erasedNotes, isErasedNote, keepErasedNotes } from './erased-notes.ts';
import { settleMissingNotes } from './missing-notes.ts';
import { takeDrafts } from './take-drafts.ts';

/** What became of the notes of a backup; those that are the same here are not counted. */
export interface Taken {
  readonly added: number;
  /** Older here: the words of the backup came in their place. */
  readonly renewed: number;
  /** Newer here, and left as they are. */
  readonly kept: number;
  /** Erased here since. */
  readonly erased: number;
  /** Unsent drafts that came back (`takeDrafts`). */
  readonly drafts: number;
}

type Note = typeof notes.$inferSelect;
type Fate = Exclude<keyof Taken, 'drafts'> | 'same';

const findNote = (tx: NotesReader, id: string): Note | undefined =>
  tx.select().from(notes).where(eq(notes.id, id)).get();

const fateOf = (here: NotesReader, note: Note): Fate => {
  const found = findNote(here, note.id);
  if (found === undefined) return isErasedNote(here, note.id) ? 'erased' : 'added';
  if (found.updatedAt === note.updatedAt) return 'same';
  return found.updatedAt < note.updatedAt ? 'renewed' : 'kept';
};

/** Files of a note that are not here yet, with their bytes. */
const takeFiles = (tx: NotesWriter, from: NotesReader, noteId: string): void => {
  const complete = and(eq(noteAttachments.noteId, noteId), eq(noteAttachments.complete, true));
  for (const file of from.select().from(noteAttachments).where(complete).all()) {
    const isOf = eq(noteAttachments.id, file.id);
    if (tx.select({ id: noteAttachments.id }).from(noteAttachments).where(isOf).get() !== undefined) continue;
    tx.insert(noteAttachments).values(file).run();
    const chunkAt = (idx: number) =>
      from
        .select()
        .from(noteAttachmentChunks)
        .where(and(eq(noteAttachmentChunks.attachmentId, file.id), eq(noteAttachmentChunks.idx, idx)))
        .get();
    for (let idx = 0, chunk = chunkAt(0); chunk !== undefined; chunk = chunkAt(++idx))
      tx.insert(noteAttachmentChunks).values(chunk).run();
  }
};

const take = (work: Workspace, from: NotesReader, { rowId: _row, ...note }: Note, fate: Fate) =>
  transactNotes(work.notes, (tx) => {
    // A file (case) that was erased here is named by no note any more.
    const isOfErased = note.caseId !== null && erasedAt(work.records, note.caseId) !== null;
    const row = { ...note, caseId: isOfErased ? null : note.caseId };
    if (fate === 'added') tx.insert(notes).values(row).run();
    else tx.update(notes).set(row).where(eq(notes.id, note.id)).run();
    takeFiles(tx, from, note.id);
    appendAudit(work, tx, { kind: 'noteTakenBack', subject: note.id });
    return ok(null);
  });

/**
 * Takes the notes of another notes.db of the same vault that this one does not have, and newer words of those that it
 * has, each note with its files in one transaction; calls are answered in between. What is newer here stays, what was
 * erased here does not come back, and what was erased there is known here from now on. Unsent drafts come last, with
 * which it is done.
 */
export const mergeNotes = async (
  work: Workspace,
  from: NotesDb,
): Promise<Result<Taken, AppError<StorageErrorCode>>> => {
  const taken: Record<Fate, number> = { added: 0, renewed: 0, kept: 0, erased: 0, same: 0 };
  for (const { id } of from.select({ id: notes.id }).from(notes).orderBy(asc(notes.rowId)).all()) {
    await setImmediate();
    const note = findNote(from, id);
    if (note === undefined) continue;
    const fate = fateOf(work.notes, note);
    taken[fate] += 1;
    if (fate !== 'added' && fate !== 'renewed') continue;
    const done = take(work, from, note, fate);
    if (!done.ok) return done;
  }
  const { same: _same, ...counts } = taken;
  const erased = erasedNotes(from);
  return transactNotes(work.notes, (tx) => {
    const drafts = takeDrafts(work, tx, from, counts.erased > 0);
    keepErasedNotes(tx, erased);
    settleMissingNotes(tx);
    return ok({ ...counts, drafts });
  });
};
