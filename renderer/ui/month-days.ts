/** Days of the weeks (Monday first) that a month touches, as `YYYY-MM-DD`. `month`: `YYYY-MM`. */
export const monthDays = (month: string): readonly string[][] => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = Date.UTC(year, number - 1, 1);
  const last = Date.UTC(year, number, 0);
  const dayLength = 86_400_000;
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * dayLength;
  const weeks: string[][] = [];
  for (let monday = start; monday <= last; monday += 7 * dayLength) {
    weeks.push(Array.from({ length: 7 }, (_, day) => new Date(monday + day * dayLength).toISOString().slice(0, 10)));
  }
  return weeks;
};

/** The month `step` months away, `YYYY-MM`. */
export const shiftMonth = (month: string, step: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
};

/** First and last day of a month, `YYYY-MM-DD`. */
export const monthSpan = (month: string): { readonly from: string; readonly to: string } => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
};
