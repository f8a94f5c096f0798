import { editsBetween } from './spelled-alike.ts';

/** Words before a name that are no part of it: degrees, offices, and Haji. */
const titles = new Set(['dr', 'drg', 'drh', 'dra', 'drs', 'ir', 'prof', 'h', 'hj', 'kh', 'apt', 'ns', 'br', 'sr']);

/** How given names are shortened or spelled, and what they stand for. */
const spellings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'm',
      'md',
      'mhd',
      'moch',
      'mochamad',
      'mochammad',
      'moh',
      'mohd',
      'mohamad',
      'mohammad',
      'muh',
      'muhamad',
      'muhd',
    ].map((short) => [short, 'muhammad']),
  ),
  abd: 'abdul',
  achmad: 'ahmad',
  akhmad: 'ahmad',
};

/** Degrees as they stand behind a name without a comma: `S.Kom.`, `M.Si`. */
const isDegree = (word: string): boolean => /^\p{L}{1,3}\.\p{L}{1,5}\.?(\p{L}{1,5}\.?)*$/u.test(word);

/** The words of a name without degrees, case and punctuation; shortened names stay as they are. */
export const wordsOf = (name: string): string[] =>
  (name.normalize('NFKC').split(',')[0] ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !isDegree(word))
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '' && !titles.has(word));

/** True when two names are one but for degrees, case and punctuation. */
export const sameName = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ');

/** True when a word may be the other one: the same, or its first letter. */
const mayBe = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** True when each word of one name may be a word of the other. */
const isWithin = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 && some.every((word) => others.some((other) => mayBe(word, other)));

/** Most signs by which two spellings of one name differ. */
const maxEdits = 2;

/**
 * True when two names may be of one person though they are not written alike: a name shortened, spelled otherwise or
 * left out, an initial, up to two signs. Says nothing of whether it is one person: that is asked.
 */
export const nearNames = (a: string, b: string): boolean => {
  const [some, others] = [a, b].map((name) => wordsOf(name).map((word) => spellings[word] ?? word)) as [
    string[],
    string[],
  ];
  if (isWithin(some, others) || isWithin(others, some)) return true;
  const [first, second] = [some.join(' '), others.join(' ')];
  return Math.abs(first.length - second.length) <= maxEdits && editsBetween(first, second) <= maxEdits;
};
