import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { ok } from '@shared/kernel/result.ts';
import { useRef } from 'react';
import { moveText } from '../../lib/move-text.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { alsoAt } from '../../lib/saving/savers.ts';
import { useSaved } from '../../lib/saving/use-saved.ts';
import { type NoteContent, storedContent, wordsOf } from './note-content.ts';
import type { OpenedNote } from './opened-note.ts';

/** A note as the editor holds it. */
export interface NoteText {
  readonly title: string;
  readonly content: NoteContent;
  readonly caseId: string | null;
  readonly attachments: readonly AttachmentRef[];
}

const idOf = (opened: Exclude<OpenedNote, null>): string | null => ('noteId' in opened ? opened.noteId : null);

/**
 * One note as it is written, kept by `useSaved`; a new one gets its id, and `onSaved` hears it, with the first save.
 */
export const useNote = (
  opened: Exclude<OpenedNote, null>,
  caseId: string | null,
  onSaved: (noteId: string) => void,
) => {
  const rpc = useRpc();
  const hears = useRef(onSaved);
  hears.current = onSaved;
  const noteId = useRef(idOf(opened));
  const place = 'noteId' in opened ? `note ${opened.noteId}` : `new note ${opened.newNote}`;

  return useSaved<NoteText, { readonly noteId: string; readonly updatedAt: string }>({
    place,
    initial: { title: '', content: '', caseId, attachments: [] },
    load: async () => {
      if (noteId.current === null) return ok(null);
      const got = await rpc.call('notes.get', { noteId: noteId.current });
      if (!got.ok) return got;
      const { noteId: savedId, updatedAt, ...note } = got.value;
      return ok({ value: note, saved: { noteId: savedId, updatedAt } });
    },
    write: async ({ attachments, content, ...rest }) => {
      const sent = await moveText(rpc, {
        stored: () => storedContent(content),
        words: () => wordsOf(content),
      });
      if (!sent.ok) return sent;
      const attachmentIds = attachments.map(({ attachmentId }) => attachmentId);
      const note = { noteId: noteId.current, ...rest, ...sent.value, attachmentIds };
      const answer = await rpc.call('notes.save', note);
      if (!answer.ok) return answer;
      if (noteId.current === null) {
        noteId.current = answer.value.noteId;
        alsoAt(place, `note ${answer.value.noteId}`);
        hears.current(answer.value.noteId);
      }
      return answer;
    },
  });
};
