import { withoutHiddenSigns } from '@shared/kernel/hidden-signs.ts';

/** Most words of a search that count. */
const maxWords = 12;

/** Words of what a person typed, as they are searched. */
export const searchedWords = (typed: string): readonly string[] =>
  withoutHiddenSigns(typed)
    .match(/[\p{L}\p{N}\p{M}]+/gu)
    ?.slice(0, maxWords) ?? [];

/**
 * Full-text query (https://sqlite.org/fts5.html#full_text_query_syntax) of such words: every one must occur, as a whole
 * or as the beginning of a word. Words are quoted, so that nothing typed is taken as syntax. Null when there is none.
 */
export const toSearchQuery = (words: readonly string[]): string | null =>
  words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' AND ');
