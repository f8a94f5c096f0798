import { copyMark } from '@shared/contract/control.ts';
import type { Clipboard } from 'electron';

/** Where Chromium keeps types of its own on the clipboard: Linux, macOS, Windows. */
const customTypes = [
  'chromium/x-web-custom-data',
  'org.chromium.web-custom-data',
  'Chromium Web Custom MIME Data Format',
];

/** Chromium writes the names of its types in UTF-16. */
const mark = Buffer.from(copyMark, 'utf16le');

/**
 * Clears the clipboard when it holds what was copied in a page of this application; what another program put there
 * stays. Only the mark is looked for: no text is read. What is merely selected bears no mark: on Linux, where that can
 * be pasted by the middle button, it is always cleared.
 */
export const forgetCopies = (clipboard: Pick<Clipboard, 'readBuffer' | 'clear'>): void => {
  if (process.platform === 'linux') clipboard.clear('selection');
  if (customTypes.some((type) => clipboard.readBuffer(type).includes(mark))) clipboard.clear();
};
