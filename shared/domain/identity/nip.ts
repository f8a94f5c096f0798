/** How many digits of a NIP stay readable when it is masked. */
const SHOWN_DIGITS = 4;

/**
 * A NIP as lists show it: all but the last four digits as dots, since its first fourteen tell birth date and appointment
 * (a NIP of a civil servant is YYYYMMDD birth, YYYYMM appointment, 1 man or 2 woman, 3 digits of serial).
 */
export const maskNip = (nip: string): string =>
  '•'.repeat(Math.max(0, nip.length - SHOWN_DIGITS)) + nip.slice(-SHOWN_DIGITS);
