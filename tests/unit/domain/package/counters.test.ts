import { judgeCounter, missingCounters } from '@shared/domain/package/counters.ts';
import { describe, expect, it } from 'vitest';

const log = (taken: Readonly<Record<number, string>>, replaced: readonly number[] = []) => ({
  taken: new Map(Object.entries(taken).map(([counter, hash]) => [Number(counter), hash])),
  replaced: new Set(replaced),
});

describe('what a counter says', () => {
  it.each([
    ['the first', log({}), 1, 'a', 'new'],
    ['the next', log({ 1: 'a' }), 2, 'b', 'new'],
    ['the very same again', log({ 1: 'a' }), 1, 'a', 'duplicate'],
    ['the same number for another content', log({ 1: 'a' }), 1, 'b', 'fork'],
    ['one that was overtaken', log({ 2: 'b' }), 1, 'a', 'late'],
    ['one too many', log({ 1: 'a' }), 3, 'c', 'gap'],
    ['one too many, where the one between was replaced', log({ 1: 'a' }, [2]), 3, 'c', 'new'],
    ['not the first', log({}), 2, 'b', 'gap'],
  ] as const)('%s', (_what, taken, counter, hash, verdict) => {
    expect(judgeCounter(taken, counter, hash)).toBe(verdict);
  });

  it('names what never came, but for what a later package replaced', () => {
    expect(missingCounters(log({ 2: 'b', 5: 'e' }, [3]))).toEqual([1, 4]);
    expect(missingCounters(log({}))).toEqual([]);
    expect(missingCounters(log({ 10: 'j' }), 3)).toEqual([1, 2, 3]);
  });
});
