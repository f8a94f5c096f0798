import { weekdayOf } from '@shared/kernel/date.ts';

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;
const days = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** A day as paper writes it, "24 November 2026"; null for anything that is no `YYYY-MM-DD`. */
export const paperDate = (day: string | undefined): string | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  const month = parts === null ? undefined : months[Number(parts[2]) - 1];
  return parts === null || month === undefined ? null : `${Number(parts[3])} ${month} ${parts[1]}`;
};

/** The same with the day of the week, "Selasa, 24 November 2026". */
export const paperDateWithWeekday = (day: string | undefined): string | null => {
  const date = paperDate(day);
  return date === null ? null : `${days[weekdayOf(day ?? '')]}, ${date}`;
};

/** Month 1–12 in Roman numerals; throws RangeError outside. */
export const romanMonth = (month: number): string => {
  const numeral = roman[month - 1];
  if (numeral === undefined) throw new RangeError('month');
  return numeral;
};

/** A time of day, as forms have it: where nobody said in which zone, it is that of the place. */
export interface PaperTime {
  readonly startTime?: string | undefined;
  readonly minutes?: number | undefined;
  readonly zone?: string | undefined;
}

/**
 * Clock times on paper: start "09:30" and 90 minutes in WITA → "09.30–11.00 WITA"; "waktu setempat" where no zone is
 * said. Null when the start is unknown.
 */
export const paperTimeSpan = ({ startTime, minutes, zone }: PaperTime): string | null => {
  if (startTime === undefined || !/^\d{2}:\d{2}$/.test(startTime)) return null;
  const from = startTime.replace(':', '.');
  const where = zone || 'waktu setempat';
  if (minutes === undefined) return `${from} ${where}`;
  const end = (Number(startTime.slice(0, 2)) * 60 + Number(startTime.slice(3)) + minutes) % (24 * 60);
  return `${from}–${String(Math.floor(end / 60)).padStart(2, '0')}.${String(end % 60).padStart(2, '0')} ${where}`;
};
