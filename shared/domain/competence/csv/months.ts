import { foldText } from '../../../kernel/fold-text.ts';

/** How months are written, Indonesian and English, in full and short; the first month first. */
const names: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'pebruari', 'febuari', 'febr', 'pebr', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agust', 'agus', 'agts', 'agst', 'ags', 'agt', 'agu', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];

/** Every way in which a month is written. */
export const monthWords: readonly string[] = names.flat();

/** Months as letters number them. */
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** Number of the month that a word or Roman figure names, from 1; undefined when it names none. */
export const monthOf = (word: string): number | undefined => {
  const folded = foldText(word);
  const index = names.findIndex((words, month) => words.includes(folded) || roman[month] === folded);
  return index < 0 ? undefined : index + 1;
};
