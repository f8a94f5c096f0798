import { isIsoDate } from '../../kernel/date.ts';
import { type AppError, fail, ok, type Result } from '../../kernel/result.ts';

/** How many digits of a NIP stay readable when it is masked: its serial number. */
const SHOWN_DIGITS = 3;

/**
 * A NIP as lists show it: all but the last three digits as dots, since the rest tells birth date, appointment and sex
 * (domain.md, "Identity numbers"). Empty stays empty.
 */
export const maskNip = (nip: string): string =>
  '•'.repeat(Math.max(0, nip.length - SHOWN_DIGITS)) + nip.slice(-SHOWN_DIGITS);

export type NipWarning = 'nipBirthImplausible' | 'nipBirthInFuture' | 'nipAppointmentImplausible' | 'nipSexImplausible';

/** What the digits of a NIP (PNS) or NI PPPK say. It has no check digit: this proves nothing about a person. */
export interface Nip {
  /** The 18 digits without spaces. */
  readonly digits: string;
  /** Digits 13 and 14 of 01 to 12 suggest a month of appointment, so a PNS; others a contract count, so a PPPK. */
  readonly suggests: 'pns' | 'pppk';
  /** Birth date `YYYY-MM-DD`, as written; may not exist. */
  readonly birth: string;
  /** Year of the appointment. */
  readonly year: string;
  /** What looks wrong; never a reason to block. */
  readonly warnings: readonly NipWarning[];
}

const warningsOf = (birth: string, year: string, sex: string, today: string): NipWarning[] => [
  ...(isIsoDate(birth) ? [] : ['nipBirthImplausible' as const]),
  ...(isIsoDate(birth) && birth > today ? ['nipBirthInFuture' as const] : []),
  ...(Number(year) - Number(birth.slice(0, 4)) >= 15 && year <= today.slice(0, 4)
    ? []
    : ['nipAppointmentImplausible' as const]),
  ...(sex === '1' || sex === '2' ? [] : ['nipSexImplausible' as const]),
];

/**
 * Reads a NIP; spaces between groups are allowed. `today` is `YYYY-MM-DD`. Fails with `nipShape` when it is not 18
 * digits; whatever is merely implausible is a warning (domain.md, "Identity numbers").
 */
export const parseNip = (text: string, today: string): Result<Nip, AppError<'nipShape'>> => {
  const digits = text.replace(/\s+/g, '');
  if (!/^\d{18}$/.test(digits)) return fail('nipShape');
  const birth = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const year = digits.slice(8, 12);
  const month = Number(digits.slice(12, 14));
  const suggests = month >= 1 && month <= 12 ? 'pns' : 'pppk';
  return ok({ digits, suggests, birth, year, warnings: warningsOf(birth, year, digits.slice(14, 15), today) });
};
