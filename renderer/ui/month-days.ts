import { addDays, mondayOf } from '@shared/kernel/date.ts';

const lastOf = (month: string): string => addDays(`${shiftMonth(month, 1)}-01`, -1);

/** Days of the weeks (Monday first) that a month touches, as `YYYY-MM-DD`. `month`: `YYYY-MM`. */
export const monthDays = (month: string): readonly string[][] => {
  const first = `${month}-01`;
  const last = lastOf(month);
  const weeks: string[][] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    const start = monday;
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(start, day)));
  }
  return weeks;
};

/** The month `step` months away, `YYYY-MM`. */
export const shiftMonth = (month: string, step: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + step;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
};

/** First and last day of a month, `YYYY-MM-DD`. */
export const monthSpan = (month: string): { readonly from: string; readonly to: string } => ({
  from: `${month}-01`,
  to: lastOf(month),
});
