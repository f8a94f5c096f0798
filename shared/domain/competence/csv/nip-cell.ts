import { nipDigits, typedNip } from '../../identity/nip.ts';
import { isShortened } from './cells.ts';

/** An NIP as files write it, as digits alone: grouped by spaces, dots or dashes, behind `NIP` or an apostrophe. */
export const readNip = (text: string): string =>
  isShortened(text)
    ? text
    : typedNip(
        text
          .replace(/^nip\b[.:\s]*/i, '')
          .replace(/^([\d\s.,]+)[.,]0{1,2}$/, '$1')
          .replace(/[’,]/g, ''),
      );

/** Digits of a number that a spreadsheet keeps; those behind become 0. */
const keptDigits = 15;
const rounded = new RegExp(`^\\d{${keptDigits}}0{${nipDigits - keptDigits}}$`);

/** True for an NIP that nobody has and that looks as a spreadsheet leaves it: shortened, or its last digits all 0. */
export const isChangedNip = (nip: string): boolean => isShortened(nip) || rounded.test(nip);
