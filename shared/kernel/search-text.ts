import { foldText, foldWords } from './fold-text.ts';

/** What a search looks through, made once for many searches. */
export interface Searchable {
  readonly words: string;
  /** The same without spaces. */
  readonly joined: string;
}

/** A text without signs that are no letters, digits or spaces: `S.Pd.` as `spd`, `Sub-Bagian` as `subbagian`. */
const withoutPunctuation = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}\s]+/gu, '');

/** Letters from which on a word is also found across spaces; shorter ones would be found anywhere. */
const acrossSpaces = 5;

/** Texts as a search looks through them; no word is found across two of them. */
export const searchable = (texts: readonly string[]): Searchable => {
  const parted = texts.map(foldWords);
  return {
    words: [...parted, ...texts.map(withoutPunctuation)].join('\n'),
    joined: parted.map((text) => text.replaceAll(' ', '')).join('\n'),
  };
};

/**
 * Whether a search finds a text: every word of it must stand there, whatever the case, accents, signs that nobody sees,
 * and punctuation, which may part words or stand within one (`A.Rahmat`, `SPd`). A longer word may be written apart
 * (`Subbagian`). No word finds all.
 */
export const finds = (search: string): ((text: Searchable) => boolean) => {
  const words = search
    .split(/\s+/)
    .map((word) => ({ parted: foldWords(word), whole: withoutPunctuation(word) }))
    .filter(({ parted }) => parted !== '');
  return (text) =>
    words.every(
      ({ parted, whole }) =>
        text.words.includes(parted) ||
        text.words.includes(whole) ||
        (whole.length >= acrossSpaces && text.joined.includes(whole)),
    );
};
