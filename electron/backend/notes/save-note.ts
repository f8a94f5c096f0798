import type { DraftPlace } from '@shared/domain/draft/kinds.ts';
import { isTooLong, plainText } from '@shared/domain/long-text.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { withoutHiddenSigns } from '@shared/kernel/hidden-signs.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { NotesWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes } from '../db/transact.ts';
import { forgetOverlong, keepOverlong } from '../drafts/overlong.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteNoteFile, filesOfNote, findNote, insertNote, linkFile, updateNote } from './note-rows.ts';

export interface NoteText {
  /** Null: a new note. */
  readonly noteId: string | null;
  readonly caseId: string | null;
  readonly title: string;
  /** Rich text as the editor keeps it. */
  readonly content: string;
  /** All files of the note; one that is no longer named is deleted. */
  readonly attachmentIds: readonly string[];
}

type SaveError = 'unknownNote' | 'textTooLong' | 'unknownAttachment' | StorageErrorCode;

/** Makes the note's files those that are named; false when one of them cannot be had. */
const setFiles = (tx: NotesWriter, noteId: string, attachmentIds: readonly string[]): boolean => {
  const kept = new Set(attachmentIds);
  for (const file of filesOfNote(tx, noteId)) if (!kept.has(file.id)) deleteNoteFile(tx, file.id);
  return [...kept].every((id) => linkFile(tx, id, noteId));
};

const placeOf = ({ caseId, noteId }: NoteText): DraftPlace => ({ kind: 'note', caseId, subjectKey: noteId ?? '' });

const withTitle = ({ title }: NoteText, words: string): string => (title === '' ? words : `${title}\n\n${words}`);

/** Keeps the words of a note beside, whose form is more than can be stored: `content` is them alone. */
export const keepWords = (work: Workspace, note: NoteText): Result<never, AppError<'textTooFormatted'>> => {
  keepOverlong(work, placeOf(note), withTitle(note, note.content));
  return fail('textTooFormatted');
};

/**
 * Writes a private note, in notes.db alone; its words stand beside its form, for the search. One that is too long is
 * refused; its words are kept beside, in notes.db too.
 */
export const saveNote = (
  work: Workspace,
  input: NoteText,
): Result<{ noteId: string; updatedAt: string }, AppError<SaveError>> => {
  const words = plainText(input.content);
  const place = placeOf(input);
  if (isTooLong(words)) {
    keepOverlong(work, place, withTitle(input, words));
    return fail('textTooLong');
  }
  // A sign that nobody sees within a word, as web pages have, keeps nobody from finding it.
  const plain = withoutHiddenSigns(words);
  return transactNotes(work.notes, (tx): Result<{ noteId: string; updatedAt: string }, AppError<SaveError>> => {
    if (input.noteId !== null && findNote(tx, input.noteId) === undefined) return fail('unknownNote');
    const noteId = input.noteId ?? randomId(work.random);
    const updatedAt = toIsoInstant(work.clock.now());
    const { caseId, title, content } = input;
    if (input.noteId === null)
      insertNote(tx, { id: noteId, caseId, title, content, plain, createdAt: updatedAt, updatedAt });
    else updateNote(tx, noteId, { caseId, title, content, plain, updatedAt });
    if (!setFiles(tx, noteId, input.attachmentIds)) return fail('unknownAttachment');
    forgetOverlong(work, tx, place);
    appendAudit(work, tx, { kind: input.noteId === null ? 'noteAdded' : 'noteChanged', subject: noteId });
    return ok({ noteId, updatedAt });
  });
};
