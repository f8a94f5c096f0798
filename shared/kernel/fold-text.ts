import { withoutHiddenSigns } from './hidden-signs.ts';

/** A text as it is compared and searched: without case, accents, signs of no width, and forms of the same sign. */
export const foldText = (text: string): string =>
  withoutHiddenSigns(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text without punctuation, with one space between them. */
export const foldWords = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
