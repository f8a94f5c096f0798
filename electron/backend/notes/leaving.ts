import {
  type NoteDecision,
  type NoteFate,
  noteDecision,
  notesQuestion,
  standingDecision,
} from '@shared/domain/retention/own-notes.ts';
import { toIsoInstant, toLocalDay } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import { noteNotesErased } from '../backup/erased-notes.ts';
import type { NotesReader } from '../db/handles.ts';
import { noteAttachments } from '../db/notes-schema.ts';
import { meta } from '../db/shared-columns.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes } from '../db/transact.ts';
import { eraseOverlong } from '../drafts/overlong.ts';
import { leftCounselling } from '../settings/left-counselling.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteNote, listNoteRows } from './note-rows.ts';

/** Row of `meta` in notes.db, where nothing but the notes' own database tells of it. */
const key = 'noteDecision';

const decisionIn = (tx: NotesReader): NoteDecision | null => {
  const row = tx.select().from(meta).where(eq(meta.key, key)).get();
  return row === undefined ? null : noteDecision.parse(JSON.parse(row.value));
};

/** How many private notes there are, what was decided about them, and what is to be asked today. */
export const readLeaving = (work: Workspace) => {
  const notes = listNoteRows(work.notes, undefined).length;
  const left = { leftAt: leftCounselling(work.records), decision: decisionIn(work.notes) };
  const question = notesQuestion({ notes, ...left }, toLocalDay(work.clock.now()));
  return { notes, decision: standingDecision(left), question };
};

/**
 * Keeps what the counsellor decided about all private notes; nothing is erased by it, and nothing goes by itself later.
 * `untilNotLater`: the day is not in the future.
 */
export const decideNotes = (
  work: Workspace,
  { fate, until }: { readonly fate: NoteFate; readonly until: string | null },
): Result<Record<string, never>, AppError<'untilNotLater' | StorageErrorCode>> => {
  const now = work.clock.now();
  if (fate === 'keepUntil' && (until === null || until <= toLocalDay(now))) return fail('untilNotLater');
  const decision: NoteDecision = { fate, until: fate === 'keepUntil' ? until : null, decidedAt: toIsoInstant(now) };
  const value = JSON.stringify(decision);
  return transactNotes(work.notes, (tx) => {
    tx.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
    appendAudit(work, tx, { kind: 'notesDecided', subject: '' });
    return ok({});
  });
};

/** Erases every private note for good, with its files and what was kept of notes too long to save, at once. */
export const eraseAllNotes = (work: Workspace): Result<{ erased: number }, AppError<StorageErrorCode>> => {
  const marked = noteNotesErased(work);
  if (!marked.ok) return marked;
  return transactNotes(work.notes, (tx) => {
    const rows = listNoteRows(tx, undefined);
    for (const { noteId } of rows) {
      deleteNote(tx, noteId);
      appendAudit(work, tx, { kind: 'noteErased', subject: noteId });
    }
    // Words that their note refused for their length lie beside it, as do files of a note that was never saved.
    eraseOverlong(work, tx, 'note');
    tx.delete(noteAttachments).run();
    tx.delete(meta).where(eq(meta.key, key)).run();
    return ok({ erased: rows.length });
  });
};
