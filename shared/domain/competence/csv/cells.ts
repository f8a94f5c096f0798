import { withoutHiddenSigns } from '../../../kernel/hidden-signs.ts';
import { monthWords } from './months.ts';

/** How a formula begins in a spreadsheet, spaces before it or not; the wide signs are run by some of them too. */
const startsFormula = /^\s*[=+\-@\t\r＝＋－＠]/;
/** The same behind apostrophes, however many. */
const startsMarked = /^'+\s*[=+\-@\t\r＝＋－＠]/;
const isNumber = (text: string): boolean => /^\s*[-+]?\d+([.,]\d+)?\s*$/.test(text);

/** Every sign that people take for a dash. */
const anyDash = String.raw`\p{Pd}\u02d7\u2043\u207b\u208b\u2212\u23af\u2500\u2501\u2796\u30fc\uff70`;
/** What stands beside dashes for nothing: `-,-`, `(-)`, `"-"`. An apostrophe keeps a dash that is meant. */
const besideDash = String.raw`\s,./:;|()[\]"“”`;
const dash = new RegExp(`[${anyDash}]`, 'gu');
const onlyDashes = new RegExp(`^[${besideDash}]*[${anyDash}][${besideDash}${anyDash}]*$`, 'u');

/** A text with one sign for every dash, as programs that write texts make others of it. */
export const withOneDash = (text: string): string => text.replace(dash, '-');

/** True for what people write where there is nothing: dashes of any kind, also in a row, as `-,-` or `(-)`. */
export const isNothing = (text: string): boolean => text.length < 60 && onlyDashes.test(text);

/** A text, and nothing for a lone dash: by that a row of a file and what stands here are the same. */
export const withoutDash = (text: string): string => (isNothing(text) ? '' : text);

/** True for a text that a spreadsheet would run. A plain number or a lone dash is none. */
const wouldRun = (text: string): boolean =>
  (startsFormula.test(text) || /^[\t\r]/.test(text)) && !isNumber(text) && !isNothing(text);

/** A formula that gives nothing but its own text, by which other programs keep digits: `="0012"`. */
const constantText = /^\s*="([^"]*)"\s*$/;
const isConstant = (cell: string): boolean => {
  const text = constantText.exec(cell)?.[1];
  return text !== undefined && !wouldRun(text);
};

/** Lines of words behind a dash or plus and a space: a list. Nothing in them calls, compares or names a cell. */
const isList = (text: string): boolean =>
  /^ *[-+]\s/.test(text) &&
  !/[=|!&<>^"@]|\p{L}[\d(]/u.test(text) &&
  text.split(/[\r\n]+/).every((line) => !startsFormula.test(line) || /^\s*[-+]\s+\p{L}/u.test(line));
const isPhone = (text: string): boolean => /^\s*\+\d[\d\s-]{6,18}$/.test(text);

/** True for a cell that a spreadsheet would run: it is never read. A list of words or a telephone number is none. */
export const isFormula = (cell: string): boolean =>
  wouldRun(cell) && !isConstant(cell) && !isList(cell) && !isPhone(cell);

const month = new RegExp(`(?<![a-z])(?:${monthWords.join('|')})(?![a-z])`, 'g');
/** Signs of which spreadsheets make numbers, days and times of day, but for digits. */
const valueSigns = /rp|[ap]m|[\d\s.,:/+\-%()$€e]/g;

/**
 * True for a text of which a spreadsheet makes a number, a day or a truth value, and gives something else back: an NIP
 * of 18 digits, `007`, `12/2026`, `1E5`, `TRUE`, `Rp500.000,-` (-500000 in LibreOffice). A short plain number comes
 * back as it was.
 */
const takenForValue = (text: string): boolean => {
  const word = text.trim().toLowerCase();
  if (/^(true|false|benar|salah)$/.test(word)) return true;
  if (!/\d/.test(word) || /^-?(0|[1-9]\d{0,10})$/.test(text)) return false;
  return word.replace(month, '').replace(valueSigns, '') === '';
};

/** True for what a spreadsheet shows where it has no value, or no room for one: `#REF!`, `####`. A hashtag is none. */
export const isBroken = (cell: string): boolean => /^\s*(#{2,}|#[A-Z/\d]+[!?]|#N\/[A-Z]|[Ee]rr:\d+)\s*$/.test(cell);
/** What is written behind an apostrophe, so that no spreadsheet takes it for such. */
const looksBroken = (text: string): boolean => isBroken(text) || /^\s*(#[a-z/\d]+[!?]?|err:\d+)\s*$/i.test(text);

/** True for a number that a spreadsheet cut short, its last digits lost: `1,99103E+17`. */
export const isShortened = (cell: string): boolean => /^\s*[-+]?\d+([.,]\d+)?\s*E\s*\+\s*\d+\s*$/i.test(cell);

/** True for what a cell cannot hold as it is, by what is seen of it: it would be run, read as nothing, or changed. */
const needsMark = (text: string): boolean => {
  const seen = withoutHiddenSigns(text);
  return wouldRun(seen) || isNothing(seen) || takenForValue(seen) || looksBroken(seen) || isShortened(seen);
};

const isMarked = (cell: string): boolean => {
  const seen = withoutHiddenSigns(cell);
  return startsMarked.test(seen) || (seen.startsWith("'") && needsMark(seen.replace(/^'+/, '')));
};

/**
 * Where a cell would begin for a spreadsheet that takes another sign for the separator, or lets quotes be, and that
 * cell would be a formula or is marked as one. A sign of plus or minus that nothing follows, as in `Rp500.000,-`, is
 * none.
 */
const innerFormula = /([,;\t\r\n])(?=['"\s]*(?:[=@＝＠]|[+\-＋－](?!\s*(?:$|[,;\t\r\n]))))/g;
/** The same as `writeCell` leaves it. */
const innerMarked = /([,;\t\r\n])'(?=['"\s]*(?:[=@＝＠]|[+\-＋－](?!\s*(?:$|[,;\t\r\n]))))/g;

/**
 * A text as a cell. An apostrophe stands before what would begin a formula, at its beginning and behind each sign that
 * some spreadsheet separates cells by; before a lone dash, which would be read as nothing; and before what a
 * spreadsheet would make a number or a day of. LibreOffice and Excel keep such a cell as it is.
 */
export const writeCell = (text: string): string => {
  const safe = text.replace(innerFormula, "$1'");
  return needsMark(safe) || isMarked(safe) ? `'${safe}` : safe;
};

/** A cell as it was before `writeCell`. */
export const readCell = (cell: string): string => {
  if (isConstant(cell)) return constantText.exec(cell)?.[1] ?? '';
  // Nothing that is seen stands before the mark.
  return (isMarked(cell) ? cell.replace("'", '') : cell).replace(innerMarked, '$1');
};
