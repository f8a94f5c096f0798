import { z } from 'zod';
import { years } from '../fields.ts';

/**
 * Half of a calendar year, `YYYY-1` or `YYYY-2`: figures of a programme leave by it (law: figuresLeave). One length
 * alone, so that no two periods overlap and none is the difference of two others.
 */
export const semester = z
  .string()
  .regex(/^\d{4}-[12]$/)
  .refine((text) => Number(text.slice(0, 4)) >= years.first && Number(text.slice(0, 4)) <= years.last);
export type Semester = z.output<typeof semester>;

/** The half of a year in which a day (`YYYY-MM-DD`) lies; empty for no day. */
export const semesterOf = (day: string): Semester =>
  day === '' ? '' : `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;

/** First and last day. */
export const daysOf = (period: Semester): { readonly first: string; readonly last: string } => {
  const year = period.slice(0, 4);
  return period.endsWith('-1')
    ? { first: `${year}-01-01`, last: `${year}-06-30` }
    : { first: `${year}-07-01`, last: `${year}-12-31` };
};

/** True when its last day has passed. */
export const isOver = (period: Semester, today: string): boolean => daysOf(period).last < today;

/** The half-year before this one. */
export const semesterBefore = (period: Semester): Semester =>
  period.endsWith('-2') ? `${period.slice(0, 4)}-1` : `${String(Number(period.slice(0, 4)) - 1).padStart(4, '0')}-2`;
