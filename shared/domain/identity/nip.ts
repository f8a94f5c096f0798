/** How many digits of a NIP stay readable when it is masked: its serial number. */
const SHOWN_DIGITS = 3;

/**
 * A NIP as lists show it: all but the last three digits as dots, since the rest tells birth date, appointment and sex
 * (domain.md, "Identity numbers"). Empty stays empty.
 */
export const maskNip = (nip: string): string =>
  '•'.repeat(Math.max(0, nip.length - SHOWN_DIGITS)) + nip.slice(-SHOWN_DIGITS);
