import { foldText } from '@shared/kernel/fold-text.ts';

/** Characters of a note that a list shows. */
export const excerptLength = 200;
/** Those of them that come before a match. */
const before = 60;

/** Where the first word that begins with one of these stands; 0 where none does. */
const firstMatch = (text: string, beginnings: readonly string[]): number => {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = foldText(word);
    if (beginnings.some((beginning) => folded.startsWith(beginning))) return index;
  }
  return 0;
};

/**
 * A text around the first word that begins with one of those that were searched. `snippet` and `highlight` of FTS5
 * weigh or copy every match once more for each other one, which ends never where a word stands thousands of times.
 */
export const excerptAround = (text: string, words: readonly string[]): string => {
  const at = firstMatch(text, words.map(foldText));
  const from = Math.max(0, at - before);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + excerptLength)}`;
};
