/** The day so many days from today, as fields of dates take it: `YYYY-MM-DD`. */
export const dayFromNow = (days: number): string => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};
