import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryAge, oldDirectoryDays } from '../../../../shared/domain/identity/directory-age.ts';

const dayMs = 86_400_000;
const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

describe('the age of a directory', () => {
  it.each([
    ['2026-11-24', '2026-11-24', 'days', 0, false],
    ['2026-11-25', '2026-11-24', 'days', 0, false],
    ['2026-11-23', '2026-11-24', 'days', 1, false],
    ['2026-09-25', '2026-11-24', 'days', 60, false],
    ['2026-09-24', '2026-11-24', 'months', 2, false],
    ['2026-08-26', '2026-11-24', 'months', 2, false],
    ['2026-08-25', '2026-11-24', 'months', 2, true],
    ['2026-06-02', '2026-11-24', 'months', 5, true],
    ['2024-11-25', '2026-11-24', 'months', 23, true],
    ['2024-11-24', '2026-11-24', 'months', 24, true],
  ])('of one issued on %s is on %s: %s, %d', (issuedOn, today, unit, count, isOld) => {
    expect(directoryAge(issuedOn, today)).toEqual({ unit, count, isOld });
  });

  it('is old after the named number of days, whatever months lie between, and never grows younger', () => {
    const day = fc.integer({ min: Date.UTC(2020, 0, 1) / dayMs, max: Date.UTC(2040, 0, 1) / dayMs });
    fc.assert(
      fc.property(day, fc.nat({ max: 2000 }), (issued, age) => {
        const at = (days: number) => directoryAge(dayOf(issued * dayMs), dayOf((issued + days) * dayMs));
        expect(at(age).isOld).toBe(age > oldDirectoryDays);
        const [now, next] = [at(age), at(age + 1)];
        if (now.unit === next.unit) expect(next.count).toBeGreaterThanOrEqual(now.count);
        else expect([now.unit, next.unit]).toEqual(['days', 'months']);
        expect(now.count > 0 || age === 0).toBe(true);
      }),
    );
  });
});
