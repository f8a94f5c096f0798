/** Most words of a search that count. */
const maxWords = 12;

/**
 * Full-text query (https://sqlite.org/fts5.html#full_text_query_syntax) of what a person typed: every word must
 * occur, as a whole or as the beginning of a word. Words are quoted, so that nothing typed is taken as syntax.
 * Null when no word is in it.
 */
export const toSearchQuery = (typed: string): string | null => {
  const words = typed.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, maxWords) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' AND ');
};
