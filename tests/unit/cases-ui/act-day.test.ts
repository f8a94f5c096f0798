import { expect, test } from 'vitest';
import { actDay, wasRecordedLate } from '../../../renderer/features/cases/view/act-day.ts';

const signed = { statedOn: '2026-03-09', body: null };

test.each([
  [{ date: '2026-03-05' }, '2026-03-05', true],
  [{ date: '2026-03-09' }, '2026-03-09', false],
  [{ date: '2026-03-12' }, '2026-03-12', false],
  [{ date: '' }, signed.statedOn, false],
  [null, signed.statedOn, false],
])('an act that tells of %j is of the day %s and was recorded late: %s', (currentContent, day, late) => {
  expect(actDay({ ...signed, currentContent })).toBe(day);
  expect(wasRecordedLate({ ...signed, currentContent })).toBe(late);
});
