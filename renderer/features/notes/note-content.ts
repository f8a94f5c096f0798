import { maxVisible, nearlyFull, plainText, visibleLength } from '@shared/domain/long-text.ts';
import type { Node } from '@tiptap/pm/model';

/** Text of a note: ProseMirror JSON as it is stored, or the document of the editor since something was typed. */
export type NoteContent = string | Node;

/** The text as it is stored. Made when it is saved, not with every key: a long note takes a moment. */
export const storedContent = (content: NoteContent): string =>
  typeof content === 'string' ? content : JSON.stringify(content.toJSON());

/** The words of a note without their form. */
export const wordsOf = (content: NoteContent): string =>
  typeof content === 'string' ? plainText(content) : content.textBetween(0, content.content.size, '\n\n', '\n');

/** Content that the editor can read; broken JSON stays readable as plain text. */
export const readContent = (content: NoteContent): object | string => {
  if (typeof content !== 'string') return content.toJSON() as object;
  if (content === '') return '';
  try {
    return JSON.parse(content) as object;
  } catch {
    return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: content }] }] };
  }
};

/** Characters of a note, once it is nearly full; null as long as there is plenty of room. */
export const nearLength = (content: NoteContent): number | null => {
  const most = typeof content === 'string' ? content.length : content.content.size;
  if (most < nearlyFull) return null;
  const length = visibleLength(typeof content === 'string' ? plainText(content) : content.textContent);
  return length < nearlyFull ? null : length;
};

/** True when what is typed or pasted fits. Text that was too long already may become shorter. */
export const fits = (before: Node, after: Node): boolean =>
  after.content.size <= maxVisible ||
  after.content.size <= before.content.size ||
  visibleLength(after.textContent) <= maxVisible;
