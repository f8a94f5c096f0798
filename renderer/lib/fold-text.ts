/** What is shown of a text at first, and what stands behind it: nothing where it is short enough to be read whole. */
export interface Folded {
  readonly line: string;
  readonly more: string;
}

/** The most characters of a text that is shown whole: about one line of a wide page, two of a narrow one. */
export const mostInLine = 150;

/** The end of a sentence with the credit in brackets behind it. After an abbreviation a text goes on in small. */
const sentenceEnd = /[.?!](?: \([^()]*\))?(?= [\p{Lu}“"[])/u;
const credit = / \([^()]*\)$/;

/**
 * Folds a rule or a help text to its first sentence. A sentence that has no credit of its own shares the one that ends
 * the text, so that nobody reads a rule without whose it is.
 */
export const foldText = (text: string): Folded => {
  const end = text.length > mostInLine ? sentenceEnd.exec(text) : null;
  if (end === null) return { line: text, more: '' };
  const line = text.slice(0, end.index + end[0].length);
  const more = text.slice(line.length + 1);
  const shared = credit.test(line) ? '' : (credit.exec(more)?.[0] ?? '');
  return { line: `${line}${shared}`, more };
};
