import { Loader } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { emptyNote, NoteEditor } from './NoteEditor.tsx';
import type { OpenedNote } from './opened-note.ts';

export interface OpenNoteProps {
  readonly opened: Exclude<OpenedNote, null>;
  /** Case of a new note; null for none. */
  readonly caseId: string | null;
  /** Hears the id that a new note got with its first save. */
  readonly onSaved: (noteId: string) => void;
  readonly onErased: () => void;
}

/** Fetches the note and opens it in the editor; a new note keeps its editor when it gets its id. */
export const OpenNote = ({ opened, caseId, onSaved, onErased }: OpenNoteProps) => {
  const { t } = useTranslation();
  const born = useRef<{ readonly key: string; readonly noteId: string } | null>(null);
  const isNew = 'newNote' in opened;
  const bornHere = !isNew && born.current?.noteId === opened.noteId;
  const answer = useQueryCall('notes.get', { noteId: isNew ? '' : opened.noteId }, { enabled: !isNew && !bornHere });
  const key = isNew ? `new-${opened.newNote}` : bornHere ? (born.current?.key ?? opened.noteId) : opened.noteId;
  if (isNew || bornHere) {
    return (
      <NoteEditor
        key={key}
        note={{ ...emptyNote, caseId }}
        onSaved={(noteId) => {
          if (!isNew) return;
          born.current = { key, noteId };
          onSaved(noteId);
        }}
        onErased={onErased}
      />
    );
  }
  if (answer.error) return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Loader aria-label={t('common.loading')} />;
  return <NoteEditor key={key} note={answer.data} onSaved={() => {}} onErased={onErased} />;
};
