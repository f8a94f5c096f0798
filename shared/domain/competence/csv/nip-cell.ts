import { isNip, nipDigits, typedNip } from '../../identity/nip.ts';
import { saysNone } from '../same-activity.ts';

/**
 * A NIP that a spreadsheet cut short, in any of its spellings: `1,99103E+17`, `19.9103e16`, `1,99103×10^17`, whatever
 * signs stand around it. The letter may be one that looks like an E.
 */
const isCutShort = (text: string): boolean =>
  /^[^\p{L}\d]*\d[\d.,\s]*([eе]\s*\+?|[x×*·]\s*10\s*\^?)\s*\d{1,4}[^\p{L}\d]*$/iu.test(text.normalize('NFKC'));

/** What is written in the place of a NIP that there is not: `NIP. -`. */
const nameAlone = /^\s*n\.?\s*i\.?\s*p[.\s:\p{Pd}]*$/iu;

/**
 * An NIP as files write it, as digits alone: grouped by spaces or any signs, behind an apostrophe, with words before or
 * behind it (`NIP Baru: …`, `… (PNS)`); empty where what is written says that there is none.
 */
export const readNip = (text: string): string => {
  if (isCutShort(text)) return text;
  if (saysNone(text) || /^\s*0+\s*$/.test(text) || nameAlone.test(text)) return '';
  const typed = typedNip(text.replace(/^([\d\s.,]+)[.,]0{1,2}$/, '$1'));
  const [, digits = ''] = /^\D*(\d+)\D*$/.exec(typed) ?? [];
  return isNip(digits) ? digits : typed;
};

/** A NIP as a program writes it that kept it as a number: its last digits are others. */
export const keptAsNumber = (nip: string): string => BigInt(Number(nip)).toString();

/** Digits of a number that a spreadsheet keeps; those behind become 0. */
const keptDigits = 15;
const rounded = new RegExp(`^\\d{${keptDigits}}0{${nipDigits - keptDigits}}$`);

/** True for an NIP that nobody has and that looks as a spreadsheet leaves it: shortened, or its last digits all 0. */
export const isChangedNip = (nip: string): boolean => isCutShort(nip) || rounded.test(nip);
