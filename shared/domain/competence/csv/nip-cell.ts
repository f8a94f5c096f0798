import { nipDigits, typedNip } from '../../identity/nip.ts';
import { saysNone } from '../same-activity.ts';

/** A NIP that a spreadsheet cut short, in any of its spellings: `1,99103E+17`, `1.99103e17`, `1,99103×10^17`. */
const isCutShort = (text: string): boolean =>
  /^\s*\d([.,]\d+)?\s*(E\s*\+?|[x×*]\s*10\s*\^?)\s*0?1[678]\s*$/i.test(text);

/**
 * An NIP as files write it, as digits alone: grouped by spaces or any signs, behind `NIP` or an apostrophe; empty where
 * what is written says that there is none.
 */
export const readNip = (text: string): string => {
  if (isCutShort(text)) return text;
  if (saysNone(text) || /^\s*0+\s*$/.test(text)) return '';
  return typedNip(text.replace(/^([\d\s.,]+)[.,]0{1,2}$/, '$1'));
};

/** A NIP as a program writes it that kept it as a number: its last digits are others. */
export const keptAsNumber = (nip: string): string => BigInt(Number(nip)).toString();

/** Digits of a number that a spreadsheet keeps; those behind become 0. */
const keptDigits = 15;
const rounded = new RegExp(`^\\d{${keptDigits}}0{${nipDigits - keptDigits}}$`);

/** True for an NIP that nobody has and that looks as a spreadsheet leaves it: shortened, or its last digits all 0. */
export const isChangedNip = (nip: string): boolean => isCutShort(nip) || rounded.test(nip);
