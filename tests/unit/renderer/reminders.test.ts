import { describe, expect, it } from 'vitest';
import { dueSoon, isLate } from '../../../renderer/features/home/reminders.ts';

describe('what waits', () => {
  const terms = { reminderDays: 7, correctionDays: 14 };
  it('is late past the days of the reminders, an answer to a request past the term of its own', () => {
    expect([7, 8].map((days) => isLate('reportRegistered', days, terms))).toEqual([false, true]);
    expect([8, 14, 15].map((days) => isLate('correctionAnswered', days, terms))).toEqual([false, false, true]);
    expect(isLate('correctionAnswered', 99, undefined)).toBe(false);
  });

  it('is a follow-up whose day passed, or comes within the days of the reminders', () => {
    const followUps = ['2026-11-20', '2026-11-24', '2026-12-01', '2026-12-02'].map((dueDate) => ({ dueDate }));
    const days = (of: typeof terms | undefined) => dueSoon(followUps, '2026-11-24', of).map(({ dueDate }) => dueDate);
    expect(days(terms)).toEqual(['2026-11-20', '2026-11-24', '2026-12-01']);
    expect(days(undefined)).toEqual(['2026-11-20', '2026-11-24']);
  });
});
