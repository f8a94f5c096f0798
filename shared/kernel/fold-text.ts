import { withoutHiddenSigns } from './hidden-signs.ts';

/** Signs that people write for an apostrophe, as a class of a pattern holds them: `Nur'aini`, `Nurʼaini`. */
export const apostrophes = String.raw`'’‘‛′´＇\u0060\u02b9-\u02bf\u02c8\ua78b\ua78c`;
const anyApostrophe = new RegExp(`[${apostrophes}]`, 'gu');

/** Signs of a keyboard alone: nothing to fold but case. Most names are such, and a register has thousands. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/** A text as it is compared and searched: without case, accents, signs of no width, and forms of the same sign. */
export const foldText = (text: string): string =>
  isPlain(text)
    ? text.toLowerCase()
    : withoutHiddenSigns(text).replace(anyApostrophe, "'").normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A line as it is compared: folded, with one space where there are some. Its punctuation stays: `C++` is not `C#`. */
export const foldLine = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();

/** The words of a text without punctuation, with one space between them. */
export const foldWords = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
