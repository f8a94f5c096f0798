import { isIsoDate, weekdayOf } from '@shared/kernel/date.ts';
import { apostrophes } from '../../../kernel/fold-text.ts';
import { withOneDash } from './cells.ts';
import { monthOf } from './months.ts';
import { weekdayNamed, weekdayWords } from './weekdays.ts';

/** Which comes first in a day of figures alone: `3/4/2026` is 3 April or 4 March. */
export const dayOrders = ['dayFirst', 'monthFirst'] as const;
export type DayOrder = (typeof dayOrders)[number];

/** Why a day is not read. */
export type DayProblem = 'csvDateInvalid' | 'csvYearShort' | 'csvDaySerial' | 'csvDayOrderMixed' | 'csvWeekdayOther';

/** The weekday before a day; what a letter calls a day stands before it too. */
const weekday = new RegExp(
  `^(?:(?:hari\\s*[/,]\\s*)?(?:tanggal|tgl)\\.?(?:\\s*:\\s*|\\s+)|hari\\s*[:,]?\\s+|(${weekdayWords.join('|')})(?:\\.?\\s*[,/]\\s*|\\.?\\s+))+`,
  'i',
);
/**
 * A time of day behind a day, as spreadsheets and other programs write it. An hour of UTC is none: there the day may be
 * another one.
 */
const timeOfDay = new RegExp(
  String.raw`(?:,?\s+(?:pukul|jam|pkl\.?)?\s*|(?<=\d)T)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?` +
    String.raw`(?:\s*(?:WIB|WITA|WIT)|\+0[789]:?00)?$`,
  'i',
);

/** No day is longer when written. */
const longestDay = 60;

const withinWord = new RegExp(`(?<=[a-z])[${apostrophes}](?=[a-z])`, 'gi');

/** A day as it is read: with one sign for every dash and slash, and no apostrophe within a word. */
const written = (text: string): string =>
  text.length > longestDay
    ? ''
    : withOneDash(text.replace(withinWord, '').normalize('NFKC'))
        .replace(/[\u2044\u2215\u29f8]/g, '/')
        .trim();

/** The day alone, without its weekday and time. */
const bare = (text: string): string =>
  written(text)
    .replace(weekday, '')
    .replace(timeOfDay, '')
    .replace(/(?<=\d)\s*[.,]$/, '')
    .trim();

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
/** Eight figures; the day first makes no month of the figures in their midst, so none is both. */
const yearFirstBare = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const figures = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4})$/;
const dayWord = /^(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]*([a-z]+)[-/.,\s]*(\d{4})$/i;
const wordDay = /^([a-z]+)[-/.\s]*(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(\d{4})$/i;
const yearWord = /^(\d{4})[-/.\s]+([a-z]+)[-/.\s]+(\d{1,2})$/i;
const shortYear =
  /^(\d{1,2}[-/.\s]+\d{1,2}[-/.\s]+|\d{1,2}[-/.,\s]*[a-z]+[-/.,\s]*|[a-z]+[-/.\s]*\d{1,2}[-/.,\s]+)['’]?\d{2}$/i;
/** Days since 1900 or 1904, as a spreadsheet keeps them. */
const serial = /^\d{5}([.,]\d+)?$/;

const isoOf = (year: string | undefined, month: string | number | undefined, day: string | undefined) => {
  const two = (part: string | number | undefined): string => String(part ?? '').padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}`;
  return isIsoDate(iso) ? iso : undefined;
};

/** What a day says of the order in its file: one of them, either, or nothing (null). */
export const orderTold = (text: string): DayOrder | 'either' | null => {
  const [, one, two] = figures.exec(bare(text)) ?? [];
  const [first, second] = [Number(one), Number(two)];
  if (one === undefined || first === second || Math.min(first, second) > 12) return null;
  if (first > 12) return 'dayFirst';
  return second > 12 ? 'monthFirst' : 'either';
};

/** A day in figures under both orders, for who is asked which is meant. */
export const bothWays = (text: string): Readonly<Record<DayOrder, string>> => {
  const [, first, second, year] = figures.exec(bare(text)) ?? [];
  return { dayFirst: isoOf(year, second, first) ?? text, monthFirst: isoOf(year, first, second) ?? text };
};

/** What the days of a file say together: their order (the more usual one), or the first day that could be either. */
export const orderOfDays = (
  texts: Iterable<string>,
): { readonly order: DayOrder | null; readonly unclear: string | null } => {
  const told = { dayFirst: 0, monthFirst: 0 };
  let unclear: string | null = null;
  for (const text of texts) {
    const order = orderTold(text);
    if (order === 'either') unclear ??= text;
    else if (order !== null) told[order] += 1;
  }
  if (told.dayFirst + told.monthFirst === 0) return { order: null, unclear };
  return { order: told.monthFirst > told.dayFirst ? 'monthFirst' : 'dayFirst', unclear: null };
};

const readText = (text: string): string | undefined => {
  const [, year, month, day] = yearFirst.exec(text) ?? yearFirstBare.exec(text) ?? [];
  if (year !== undefined) return isoOf(year, month, day);
  const [, day1, word1, year1] = dayWord.exec(text) ?? [];
  if (word1 !== undefined) return isoOf(year1, monthOf(word1), day1);
  const [, word2, day2, year2] = wordDay.exec(text) ?? [];
  if (word2 !== undefined) return isoOf(year2, monthOf(word2), day2);
  const [, year3, word3, day3] = yearWord.exec(text) ?? [];
  return word3 === undefined ? undefined : isoOf(year3, monthOf(word3), day3);
};

const dayIn = (plain: string, order: DayOrder): { readonly day: string } | { readonly code: DayProblem } => {
  if (figures.test(plain)) {
    const ways = bothWays(plain);
    if (isIsoDate(ways[order])) return { day: ways[order] };
    const other = order === 'dayFirst' ? ways.monthFirst : ways.dayFirst;
    return { code: isIsoDate(other) ? 'csvDayOrderMixed' : 'csvDateInvalid' };
  }
  const day = readText(plain);
  if (day !== undefined) return { day };
  if (serial.test(plain)) return { code: 'csvDaySerial' };
  return { code: shortYear.test(plain) ? 'csvYearShort' : 'csvDateInvalid' };
};

/** True when a weekday stands before a day that is none of it. */
const isOtherWeekday = (text: string, day: string): boolean => {
  const [, word] = weekday.exec(written(text)) ?? [];
  return word !== undefined && weekdayNamed(word) !== weekdayOf(day);
};

/**
 * A day as files write it: `2026-11-26`, `26/11/2026` in the order of its file, `26 November 2026`, `26 Nop 2026`,
 * `Kamis, 26-Nov-2026`. Else why it is none: a year of two figures and a spreadsheet's number of a day are guessed by
 * nobody, and a weekday that is not that day's leaves open which of them is meant.
 */
export const readDay = (
  text: string,
  order: DayOrder = 'dayFirst',
): { readonly day: string } | { readonly code: DayProblem } => {
  const read = dayIn(bare(text), order);
  return 'day' in read && isOtherWeekday(text, read.day) ? { code: 'csvWeekdayOther' } : read;
};
