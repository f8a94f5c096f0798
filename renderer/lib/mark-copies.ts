import { copyMark } from '@shared/contract/control.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** What is selected: in the field that has the focus, else on the page, as where a box to tick has it. */
const selected = (field: Element | null): string => {
  const inField = isTextField(field) ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : '';
  return inField || (document.getSelection()?.toString() ?? '');
};

/** Puts the selected text on the clipboard, as the browser would without a mark; false where it has to do so itself. */
const takeOver = (event: ClipboardEvent, data: DataTransfer): boolean => {
  const field = document.activeElement;
  const cuts = event.type === 'cut';
  if (isTextField(field) ? field.type === 'password' || (cuts && field.readOnly) : cuts) return false;
  const text = selected(field);
  if (text === '') return false;
  event.preventDefault();
  data.setData('text/plain', text);
  // Undo and the field's own listeners see it like any other deletion.
  if (cuts) document.execCommand('delete');
  return true;
};

const mark = (event: ClipboardEvent): void => {
  const data = event.clipboardData;
  if (data === null) return;
  // An editor that has put something there keeps it.
  if (event.defaultPrevented || takeOver(event, data)) data.setData(copyMark, '1');
};

/**
 * Marks what a person copies or cuts in this page, so that it can be taken off the clipboard when the vault locks. A
 * copy is plain text.
 */
export const markCopies = (): void => {
  for (const type of ['copy', 'cut'] as const) window.addEventListener(type, mark);
};
