import { isIsoDate } from '@shared/kernel/date.ts';
import { isNip } from './nip.ts';

/** What looks odd about a NIP or NI PPPK; each is a warning, never a block (law: nip). */
export type NipDoubt = 'birthImplausible' | 'appointmentImplausible' | 'sexImplausible';

const numberAt = (nip: string, from: number, to: number): number => Number(nip.slice(from, to));

/**
 * What is implausible in a number of the right shape, seen from `today` (`YYYY-MM-DD`): a birth that is no day or less
 * than 15 years ago, an appointment before the fifteenth birthday or more than a year ahead, a sex other than 1 or 2.
 */
export const nipDoubts = (nip: string, today: string): readonly NipDoubt[] => {
  if (!isNip(nip)) return [];
  const birth = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
  const birthYear = numberAt(nip, 0, 4);
  const appointed = numberAt(nip, 8, 12);
  const now = numberAt(today, 0, 4);
  const doubts: NipDoubt[] = [];
  if (!isIsoDate(birth) || birthYear < 1900 || birthYear + 15 > now) doubts.push('birthImplausible');
  if (appointed < birthYear + 15 || appointed > now + 1) doubts.push('appointmentImplausible');
  if (!/^[12]$/.test(nip.charAt(14))) doubts.push('sexImplausible');
  return doubts;
};
