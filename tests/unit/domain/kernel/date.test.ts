import { expect, it } from 'vitest';
import { isIsoInstant, toIsoInstant } from '../../../../shared/kernel/date.ts';

it.each([
  [toIsoInstant(0), true],
  ['2028-02-29T23:59:59.999Z', true],
  ['2026-02-29T00:00:00.000Z', false],
  ['2026-13-45T99:99:99.999Z', false],
  ['2026-01-01T24:00:00.000Z', false],
  ['2026-01-01T00:00:00Z', false],
  ['2026-01-01T07:00:00.000+07:00', false],
])('the instant %s exists: %s', (text, exists) => {
  expect(isIsoInstant(text)).toBe(exists);
});
