import { describe, expect, it } from 'vitest';
import { isBackupDue, type KeptBackup, superfluousBackups } from '../../../shared/domain/backup/thinning.ts';

const day = 86_400_000;
const first = Date.parse('2026-03-02T03:00:00Z');

/** Backups of these days, counted from the first, in the order in which they were made. */
const madeOn = (...days: readonly number[]): KeptBackup[] =>
  days.map((days, index) => ({ name: `b${index}`, at: first + days * day, bytes: 100 }));

const namesOf = (backups: readonly KeptBackup[]): string[] => backups.map(({ name }) => name).sort();

describe('thinning', () => {
  it('keeps one of each of 7 days, of 4 weeks and 12 months, and the two newest', () => {
    const backups = madeOn(...Array.from({ length: 40 }, (_, index) => index));
    const gone = new Set(namesOf(superfluousBackups(backups, null)));
    const kept = backups.filter(({ name }) => !gone.has(name));
    expect(kept.slice(-7).map(({ name }) => name)).toEqual(['b33', 'b34', 'b35', 'b36', 'b37', 'b38', 'b39']);
    expect(kept.length).toBeLessThan(13);
  });

  it('goes by the order in which they were made: one of a wrong clock is not the newest for ever', () => {
    const five = 5 * 365;
    const backups = madeOn(0, five, five + 1, 1, 2, 3);
    // Room for three: the two that a clock of years ahead made are the oldest but one by now, and go first.
    const gone = namesOf(superfluousBackups(backups, 300));
    expect(gone).toEqual(['b0', 'b1', 'b2']);
  });

  it('never leaves fewer than two, however little space there is', () => {
    expect(namesOf(superfluousBackups(madeOn(0, 1, 2), 1))).toEqual(['b0']);
  });
});

describe('a backup', () => {
  it('is due once on each calendar day', () => {
    expect(isBackupDue(null, first)).toBe(true);
    expect(isBackupDue(first, first + 60_000)).toBe(false);
    expect(isBackupDue(first, first + day)).toBe(true);
    expect(isBackupDue(first + 5 * 365 * day, first)).toBe(true);
  });
});
