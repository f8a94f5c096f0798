import { describe, expect, it } from 'vitest';
import { isDoubtOpen, leaps } from '../../../shared/domain/audit/clock.ts';
import type { DirectoryEntry } from '../../../shared/domain/identity/directory.ts';
import { withoutFuture } from '../../../shared/domain/identity/directory.ts';

const last = '2026-11-26T04:00:00.000Z';

describe('a clock leaps', () => {
  it.each([
    ['2026-11-25T04:00:00.000Z', false],
    ['2026-11-25T03:59:59.999Z', true],
    ['2027-12-31T04:00:00.000Z', false],
    ['2027-12-31T04:00:00.001Z', true],
    ['2010-01-01T00:00:00.000Z', true],
    ['2031-01-01T00:00:00.000Z', true],
  ])('to %s: %s', (now, expected) => {
    expect(leaps(last, now)).toBe(expected);
  });
});

describe('a doubt about the clock is open', () => {
  const entry = (kind: 'clockJumped' | 'clockReturned' | 'clockStated', subject = '') => ({ kind, subject });
  it.each([
    [undefined, false],
    [entry('clockJumped'), true],
    [entry('clockReturned'), false],
    [entry('clockStated', 'earlierWrong'), false],
    [entry('clockStated', 'longUnused'), false],
  ])('after %o: %s', (found, expected) => {
    expect(isDoubtOpen(found)).toBe(expected);
  });
});

describe('keys of a directory', () => {
  const key = { key: '', recipient: '', vaultId: '', documentKey: '' } as const;
  const entry = (from: string, at: string): DirectoryEntry =>
    ({ roles: [], keys: [{ ...key, from, revoked: { at, reason: 'lost' } }] }) as unknown as DirectoryEntry;

  it('are never dated more than a day into the future by the next serial', () => {
    const future = '2031-06-15T04:00:00.000Z';
    expect(withoutFuture(entry(future, future), last)).toEqual(entry(last, last));
    const near = '2026-11-27T03:00:00.000Z';
    const past = '2010-01-01T00:00:00.000Z';
    expect(withoutFuture(entry(past, near), last)).toEqual(entry(past, near));
  });
});
