import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useTranslation } from 'react-i18next';

export interface RichTextProps {
  readonly label: string;
  /** ProseMirror JSON as text; empty for nothing yet. Read once. */
  readonly content: string;
  readonly onChange: (content: string) => void;
}

/** Content that the editor can read; broken JSON stays readable as plain text. */
const readContent = (content: string): object | string => {
  if (content === '') return '';
  try {
    return JSON.parse(content) as object;
  } catch {
    return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: content }] }] };
  }
};

/** Rich text without links or pictures from elsewhere: nothing that could leave the room. */
export const RichText = ({ label, content, onChange }: RichTextProps) => {
  const { t } = useTranslation();
  const editor = useEditor({
    extensions: [StarterKit.configure({ link: false })],
    content: readContent(content),
    injectCSS: false,
    editorProps: { attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox' } },
    onUpdate: ({ editor: changed }) => onChange(JSON.stringify(changed.getJSON())),
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
    </RichTextEditor>
  );
};
