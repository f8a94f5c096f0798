import { ok } from '@shared/kernel/result.ts';
import { wholeText } from '../drafts/moved-texts.ts';
import { chooseTargetOf, exportDepsOf } from '../export/call-deps.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { viewed } from '../trail/note-view.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { eraseNote } from './erase-note.ts';
import { exportNoteFile } from './export-note-file.ts';
import { getNote } from './get-note.ts';
import { decideNotes, eraseAllNotes, readLeaving } from './leaving.ts';
import { listNotes } from './list-notes.ts';
import { keepWords, saveNote } from './save-note.ts';

/** The counsellor's private notes. */
export const notesHandlers = defineHandlers({
  'notes.list': (input, context) => ok(listNotes(workspaceOf(context), input)),
  'notes.get': ({ noteId }, context) => {
    const work = workspaceOf(context);
    return viewed(work, { store: 'notes', kind: 'noteViewed', subject: noteId }, getNote(work, noteId));
  },
  'notes.save': ({ content: end, movedBefore, wordsOnly, ...note }, context) => {
    const content = wholeText(workspaceOf(context), { content: end, movedBefore });
    if (!content.ok) return content;
    const save = wordsOnly ? keepWords : saveNote;
    return save(workspaceOf(context), { ...note, content: content.value });
  },
  'notes.exportFile': (input, context) =>
    exportNoteFile(
      workspaceOf(context),
      { ...exportDepsOf(context), chooseTarget: chooseTargetOf(context) },
      { ...input, folder: context.start.documentsFolder },
    ),
  'notes.leaving': (_input, context) => ok(readLeaving(workspaceOf(context))),
  'notes.decide': (input, context) => decideNotes(workspaceOf(context), input),
  'notes.eraseAll': (_input, context) => eraseAllNotes(workspaceOf(context)),
  'notes.erase': ({ noteId }, context) => eraseNote(workspaceOf(context), noteId),
});
