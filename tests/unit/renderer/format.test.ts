import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatMoment,
  formatMonth,
  formatSize,
  formatTime,
} from '../../../renderer/lib/format.ts';
import { monthDays, shiftMonth } from '../../../renderer/ui/month-days.ts';

describe('formats', () => {
  test('days', () => {
    expect(formatDate('2026-11-24')).toBe('24 November 2026');
    expect(formatDate('2026-08-01', 'en')).toBe('1 August 2026');
    expect(formatMonth('2026-05-01')).toBe('Mei 2026');
    expect(formatDate('belum ditetapkan')).toBe('belum ditetapkan');
    expect(formatDate('')).toBe('');
  });

  test('times of an instant are those of this place', () => {
    expect(formatTime('2026-11-24T07:05:00.000Z')).toBe('14.05');
    expect(formatTime('14:05')).toBe('14.05');
    expect(formatTime('14:05', 'en')).toBe('14:05');
    expect(formatTime('2026-11-23T17:00:00.000Z')).toBe('00.00');
    expect(formatDateTime('2026-11-24T07:05:00.000Z')).toBe('24 Nov 2026 14.05 WIB');
    expect(formatDateTime('2026-11-24T07:05:00.000Z', 'en')).toBe('24 Nov 2026 14:05 WIB');
    expect(formatMoment('2026-11-24T07:05:00.000Z', '2026-11-24')).toBe('14.05 WIB');
    expect(formatMoment('2026-11-24T07:05:00.000Z', '2026-11-25')).toBe('24 Nov 2026 14.05 WIB');
  });

  test('sizes', () => {
    expect(formatSize(0)).toBe('0 B');
    expect(formatSize(999)).toBe('999 B');
    expect(formatSize(1_234_567)).toBe('1,2 MB');
    expect(formatSize(50_000_000, 'en')).toBe('50 MB');
  });

  test('months', () => {
    const weeks = monthDays('2026-11');
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
    expect(weeks).toHaveLength(6);
    expect(monthDays('2027-02')).toHaveLength(4);
    expect(shiftMonth('2026-11', 2)).toBe('2027-01');
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
  });
});
