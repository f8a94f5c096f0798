import { withoutTurningSigns } from '@shared/kernel/hidden-signs.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as HTML shows it, safe inside elements and quoted attributes. Control characters that HTML forbids become
 * spaces; hidden signs are left out, so that a paper says what it shows.
 */
export const escapeHtml = (text: string): string =>
  withoutTurningSigns(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the page
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** Running text as paragraphs, one per line that is not empty. */
export const paragraphs = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
