import { editsBetween } from './edits-between.ts';
import { wordsOf } from './name-words.ts';

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
  if (first === '' || second === '') return false;
  return Math.abs(first.length - second.length) <= maxEdits && editsBetween(first, second) <= maxEdits;
};
