import { describe, expect, it } from 'vitest';
import { judgeEcho, type OwnSide } from '../../../../shared/domain/package/echo.ts';
import type { Seen } from '../../../../shared/domain/package/manifest.ts';

const named = (packageId: string, counter: number) => ({ packageId, counter, at: '2026-05-01T00:00:00.000Z' as never });

/** Somebody has the packages `a` (1) and `b` (2) of ours. */
const seen: Seen = {
  epoch: 'e'.repeat(32),
  counter: 2,
  missing: [],
  received: [named('a', 1), named('b', 2)],
  audit: { size: 0, hash: '0'.repeat(64) },
};

/** Remembers and has made what the letters say. */
const side = (remembered: string, made: string, rest: Partial<OwnSide> = {}): OwnSide => ({
  epoch: 'present',
  head: 'holds',
  isLossKnown: false,
  remembers: ({ packageId }) => remembered.includes(packageId),
  made: ({ packageId }) => made.includes(packageId),
  ...rest,
});

describe('an echo', () => {
  it.each([
    ['all is remembered', side('ab', 'ab'), 'fits'],
    ['all is remembered, of packages without marks', side('ab', ''), 'fits'],
    ['the latest is forgotten', side('a', 'ab'), 'rolledBack'],
    ['an earlier one is forgotten', side('b', 'ab'), 'rolledBack'],
    ['one is forgotten and another was never made', side('', 'a'), 'rolledBack'],
    ['one was never made', side('a', 'a'), 'invented'],
    ['all is forgotten, the epoch too', side('', 'ab', { epoch: 'unknown' }), 'rolledBack'],
    ['nothing was made, in an epoch that never was', side('', '', { epoch: 'unknown' }), 'invented'],
    ['the head was ours and is no more', side('ab', 'ab', { head: 'lost' }), 'rolledBack'],
    ['the head was never ours', side('ab', 'ab', { head: 'foreign' }), 'invented'],
    ['nothing tells of the head', side('ab', 'ab', { head: 'unproven' }), 'invented'],
    ['nothing tells of the head, but a forgotten package does', side('a', 'ab', { head: 'unproven' }), 'rolledBack'],
    ['the epoch was given up', side('', 'ab', { epoch: 'past' }), 'fits'],
    ['the epoch was given up, and the head is lost', side('', 'ab', { epoch: 'past', head: 'lost' }), 'rolledBack'],
    [
      'the same, and that something of it is lost was told before',
      side('', 'ab', { epoch: 'past', head: 'lost', isLossKnown: true }),
      'fits',
    ],
    ['more of the present epoch is lost', side('ab', 'ab', { head: 'lost', isLossKnown: true }), 'rolledBack'],
    [
      'the epoch was given up, and the head was never ours',
      side('', '', { epoch: 'past', head: 'foreign' }),
      'invented',
    ],
  ])('%s', (_, own, verdict) => {
    expect(judgeEcho(seen, own)).toBe(verdict);
  });

  it('names the package of its highest number', () => {
    expect(judgeEcho({ ...seen, counter: 3 }, side('ab', 'ab'))).toBe('invented');
    expect(judgeEcho({ ...seen, received: [] }, side('ab', 'ab'))).toBe('invented');
  });
});
