import { fail, ok } from '@shared/kernel/result.ts';
import { exportAttachment } from '../attachments/export-attachment.ts';
import type { NotesReader } from '../db/handles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { filesOfNote, findNote } from './note-rows.ts';

/** A file of a private note that is to leave. */
export interface NoteFile {
  readonly noteId: string;
  readonly attachmentId: string;
}

/** The file and the note that it belongs to, or what is not there. */
export const findNoteFile = (notes: NotesReader, { noteId, attachmentId }: NoteFile) => {
  const note = findNote(notes, noteId);
  if (note === undefined) return fail('unknownNote');
  const file = filesOfNote(notes, noteId).find(({ id }) => id === attachmentId);
  return file === undefined ? fail('unknownAttachment') : ok({ note, file });
};

/**
 * Saves a file of a private note outside the vault, in the clear, as its holder alone decides. The trail of the notes
 * keeps it. The note itself has no way out.
 */
export const exportNoteFile = async (
  work: Workspace,
  deps: Parameters<typeof exportAttachment>[1],
  { noteId, attachmentId, folder }: NoteFile & { readonly folder: string },
) => {
  const found = findNoteFile(work.notes, { noteId, attachmentId });
  return found.ok ? exportAttachment(work, deps, { store: 'notes', attachmentId, folder }) : found;
};
