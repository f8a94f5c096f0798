import { useRef } from 'react';
import { NoteEditor, type NoteEditorProps } from './NoteEditor.tsx';

type Opened = NoteEditorProps['opened'];

/** Opens a note in the editor; a new note keeps its editor when it gets its id. */
export const OpenNote = ({ opened, onSaved, ...rest }: NoteEditorProps) => {
  const born = useRef<{ readonly opened: Opened; readonly noteId: string } | null>(null);
  const isBornHere = 'noteId' in opened && born.current?.noteId === opened.noteId;
  const edited = (isBornHere ? born.current?.opened : undefined) ?? opened;
  return (
    <NoteEditor
      {...rest}
      key={'noteId' in edited ? edited.noteId : `new ${edited.newNote}`}
      opened={edited}
      onSaved={(noteId) => {
        born.current = { opened: edited, noteId };
        onSaved(noteId);
      }}
    />
  );
};
