import { apostrophes } from '../../kernel/fold-text.ts';
import { withoutHiddenSigns } from '../../kernel/hidden-signs.ts';

/** Digits of a NIP. */
export const nipDigits = 18;
/** True for a NIP as it is kept: digits alone. */
export const isNip = (text: string): boolean => text.length === nipDigits && /^\d+$/.test(text);
/** True for a NIP that may be left empty. */
export const isNipShape = (text: string): boolean => text === '' || isNip(text);

/** What is written before a NIP: `NIP.`, `N.I.P :`, `NIPPPK`, `NI PPPK`. */
const named = /^[\s\p{P}]*n[\s.]*i[\s.]*(?:p[\s.]*)*k?[\s\p{P}]*(?=\d)/iu;

const anyApostrophe = new RegExp(`[${apostrophes}]`, 'gu');

/** A NIP as it is typed, pasted or kept in a spreadsheet: without what stands between and before its digits. */
export const typedNip = (text: string): string =>
  withoutHiddenSigns(text)
    .replace(anyApostrophe, '')
    .normalize('NFKC')
    .replace(named, '')
    .replace(/[\s\p{P}]/gu, '');

/** How many digits of a NIP stay readable when it is masked: its serial number. */
const SHOWN_DIGITS = 3;

/**
 * A NIP as lists show it: all but the last three digits as dots, since the rest tells birth date, appointment and sex
 * (law: nip). Empty stays empty.
 */
export const maskNip = (nip: string): string =>
  '•'.repeat(Math.max(0, nip.length - SHOWN_DIGITS)) + nip.slice(-SHOWN_DIGITS);

/**
 * What digits 13 and 14 suggest: a month of appointment (01 to 12) a PNS, a contract count a PPPK. Null when the
 * number has not 18 digits. What looks wrong about a number is told by `nipDoubts`.
 */
export const suggestedStatus = (nip: string): 'pns' | 'pppk' | null => {
  if (!isNip(nip)) return null;
  const month = Number(nip.slice(12, 14));
  return month >= 1 && month <= 12 ? 'pns' : 'pppk';
};
