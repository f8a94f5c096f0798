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

/** The words of a name, spelled out. */
const spelledOut = (name: string): readonly string[] => wordsOf(name).map((word) => spellings[word] ?? word);

const nearWords = (some: readonly string[], others: readonly string[]): boolean => {
  if (isWithin(some, others) || isWithin(others, some)) return true;
  const [first, second] = [some.join(' '), others.join(' ')];
  if (first === '' || second === '') return false;
  return Math.abs(first.length - second.length) <= maxEdits && editsBetween(first, second) <= maxEdits;
};

/**
 * True when two names may be of one person though they are not written alike: a name shortened, spelled otherwise or
 * left out, an initial, up to two signs. Says nothing of whether it is one person: that is asked.
 */
export const nearNames = (a: string, b: string): boolean => nearWords(spelledOut(a), spelledOut(b));

/** Those of many whose names are near one; what is asked of many again and again is read once. */
export const nearTo = <Named extends { readonly name: string }>(many: readonly Named[]) => {
  let read: readonly { readonly one: Named; readonly words: readonly string[] }[] | undefined;
  return (name: string): Named[] => {
    read ??= many.map((one) => ({ one, words: spelledOut(one.name) }));
    const words = spelledOut(name);
    return read.filter((other) => nearWords(words, other.words)).map(({ one }) => one);
  };
};
