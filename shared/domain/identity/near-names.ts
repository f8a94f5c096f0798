import { editsBetween } from './edits-between.ts';
import { wordsOf } from './name-words.ts';

/** How given names are spelled, and in which one way they are compared; old spellings are told by their letters. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^m[ou]c?k?h(d|am+[ae]d)?$/, 'muhammad'],
  [/^a(ch|kh|k)mad$/, 'ahmad'],
  [/^abd$/, 'abdul'],
  [/oe/g, 'u'],
  [/tj/g, 'c'],
  [/dj/g, 'j'],
  [/sj/g, 'sy'],
  // Of Arabic: Rachman, Chairul, Khairul.
  [/[ck]h/g, 'h'],
];

/** Cyrillic and Greek letters by the Latin ones that they look like, large or small. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  (
    'аa вb сc ԁd еe ԍg һh нh іi ӏl јj кk мm оo рp ԛq ѕs тt уy ѵv ԝw хx ' +
    'αa βb εe ηh ιi κk μm νn οo ρp τt υy χx ζz ıi'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/** A word as it looks: whoever reads a name does not see of which script its letters are. */
const asSeen = (word: string): string =>
  /[^a-z]/.test(word) ? [...word].map((sign) => lookalikes.get(sign) ?? sign).join('') : word;

const spelled = (word: string): string =>
  spellings.reduce((text, [written, meant]) => text.replace(written, meant), word);

/** Most letters of a word that stands for a longer one by its consonants: `Ngr`, `Gst`, `Mhmd`. */
const longestShort = 4;

/** Most letters of a word that is the beginning of a longer one: `Cok`, `Yoh`, `Ign`. */
const longestBeginning = 3;

/** True when a word may be short for another one: its beginning, or consonants of it from the first on. */
const isShortFor = (short: string, word: string): boolean => {
  if (short.length === 1) return word.startsWith(short);
  if (short.length <= longestBeginning && !/[aeiou]$/.test(short) && word.startsWith(short)) return true;
  if (short.length > longestShort || short[0] !== word[0] || /[aeiou]/.test(short)) return false;
  let from = 0;
  return [...short].every((letter) => {
    from = word.indexOf(letter, from) + 1;
    return from > 0;
  });
};

/** True when a word may be the other one: the same, or short for it. */
const mayBe = (a: string, b: string): boolean => a === b || isShortFor(a, b) || isShortFor(b, a);

/** True when each word of one name may be a word of the other. */
const isWithin = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 && some.every((word) => others.some((other) => mayBe(word, other)));

/** Two consonants as the initials that they may be: `FX` is `F X`. */
const asInitials = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => (/^[b-df-hj-np-tv-z]{2}$/.test(word) ? [...word] : [word]));

/** Most signs by which two spellings of one name differ. */
const maxEdits = 2;

/** The words of a name, spelled out. */
const spelledOut = (name: string): readonly string[] => wordsOf(name).map(asSeen).map(spelled);

/** True when both have an initial in the same place, and not the same one: no slip makes one of the other. */
const haveOtherInitials = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length &&
  some.some((word, index) => word.length === 1 && others[index]?.length === 1 && word !== others[index]);

const nearWords = (some: readonly string[], others: readonly string[]): boolean => {
  if (isWithin(some, others) || isWithin(others, some)) return true;
  const [apart, othersApart] = [asInitials(some), asInitials(others)];
  const isApart = apart.length > some.length || othersApart.length > others.length;
  if (isApart && (isWithin(apart, others) || isWithin(othersApart, some))) return true;
  const [first, second] = [some.join(' '), others.join(' ')];
  if (first === '' || second === '' || haveOtherInitials(some, others)) return false;
  return Math.abs(first.length - second.length) <= maxEdits && editsBetween(first, second) <= maxEdits;
};

/**
 * True when two names may be of one person though they are not written alike: a name shortened, spelled otherwise or
 * left out, an initial, up to two signs, letters of another script that look the same. Says nothing of whether it is
 * one person: that is asked.
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
