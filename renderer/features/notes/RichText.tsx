import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import { Alert } from '@mantine/core';
import { maxVisible } from '@shared/domain/long-text.ts';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { fits, type NoteContent, readContent } from './note-content.ts';

export interface RichTextProps {
  readonly label: string;
  /** Empty for nothing yet. Read once. */
  readonly content: NoteContent;
  readonly onChange: (content: NoteContent) => void;
}

/** Something that the text did not take, to be said. */
type Refused = 'pictures' | 'tooLong';

const carriesPicture = (data: DataTransfer | null): boolean =>
  data !== null && data.files.length > 0 && data.getData('text/plain') === '' && data.getData('text/html') === '';

/** Keeps out what would not fit into a note, and hears of it. */
const withinLimit = (onRefused: () => void) =>
  Extension.create({
    name: 'withinLimit',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: (change, state) => {
          if (!change.docChanged || fits(state.doc, change.doc)) return true;
          onRefused();
          return false;
        },
      }),
    ],
  });

/** Rich text without links or pictures from elsewhere: nothing that could leave the room. */
export const RichText = ({ label, content, onChange }: RichTextProps) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [refused, setRefused] = useState<Refused | null>(null);
  const refusePicture = (data: DataTransfer | null): boolean => {
    const isPicture = carriesPicture(data);
    if (isPicture) setRefused('pictures');
    return isPicture;
  };
  // Made once: an editor that is given others begins anew.
  const [start] = useState(() => ({
    content: readContent(content),
    extensions: [StarterKit.configure({ link: false }), withinLimit(() => setRefused('tooLong'))],
  }));
  const editor = useEditor({
    ...start,
    injectCSS: false,
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox' },
      handlePaste: (_view, event) => refusePicture(event.clipboardData),
      handleDrop: (_view, event) => refusePicture(event.dataTransfer),
    },
    onUpdate: ({ editor: changed }) => {
      setRefused(null);
      onChange(changed.state.doc);
    },
  });
  return (
    <RichTextEditor
      editor={editor}
      labels={{
        boldControlLabel: t('notes.bold'),
        italicControlLabel: t('notes.italic'),
        underlineControlLabel: t('notes.underline'),
        h2ControlLabel: t('notes.heading'),
        bulletListControlLabel: t('notes.bulletList'),
        orderedListControlLabel: t('notes.orderedList'),
        blockquoteControlLabel: t('notes.blockquote'),
        undoControlLabel: t('notes.undo'),
        redoControlLabel: t('notes.redo'),
      }}
    >
      <RichTextEditor.Toolbar role="toolbar" aria-label={t('notes.toolbar')}>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Underline />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.H2 />
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Undo />
          <RichTextEditor.Redo />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content mih={220} />
      {refused !== null && (
        <Alert
          color="amber"
          m="xs"
          withCloseButton
          closeButtonLabel={t('common.close')}
          onClose={() => setRefused(null)}
          role="alert"
        >
          {t(`notes.refused.${refused}`, { most: number(maxVisible) })}
        </Alert>
      )}
    </RichTextEditor>
  );
};
