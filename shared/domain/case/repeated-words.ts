/** Words in a row that are no chance any more when two texts have them. */
const run = 5;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const runsOf = (words: readonly string[]): readonly string[] =>
  words.slice(0, Math.max(0, words.length - run + 1)).map((_, at) => words.slice(at, at + run).join(' '));

/** True when a text has five words in a row of another one, however they are set and pointed. */
export const repeatsWords = (text: string, other: string): boolean => {
  const runs = new Set(runsOf(wordsOf(other)));
  return runsOf(wordsOf(text)).some((words) => runs.has(words));
};
