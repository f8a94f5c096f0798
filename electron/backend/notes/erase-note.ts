import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { noteNotesErased } from '../backup/erased-notes.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes } from '../db/transact.ts';
import { forgetOverlong } from '../drafts/overlong.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteNote, findNote } from './note-rows.ts';

/** Erases a note, its files and its place in the search for good (pages are overwritten: `secure_delete`). */
export const eraseNote = (
  work: Workspace,
  noteId: string,
): Result<Record<string, never>, AppError<'unknownNote' | StorageErrorCode>> => {
  const note = findNote(work.notes, noteId);
  if (note === undefined) return fail('unknownNote');
  const marked = noteNotesErased(work);
  if (!marked.ok) return marked;
  return transactNotes(work.notes, (tx) => {
    deleteNote(tx, noteId);
    forgetOverlong(work, tx, { kind: 'note', caseId: note.caseId, subjectKey: noteId });
    appendAudit(work, tx, { kind: 'noteErased', subject: noteId });
    return ok({});
  });
};
