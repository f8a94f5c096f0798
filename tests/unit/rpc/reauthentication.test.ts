import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { createReauthentication, tokenLifetime } from '../../../electron/backend/rpc/reauthentication.ts';

const make = () => {
  const time = { now: 1_000_000 };
  return { time, tokens: createReauthentication({ now: () => time.now }, systemRandom) };
};

describe('a re-authentication token', () => {
  it('serves once', () => {
    const { tokens } = make();
    const token = tokens.grant('a.b');
    expect(tokens.redeem('a.b', token)).toBe(true);
    expect(tokens.redeem('a.b', token)).toBe(false);
  });

  it('serves the method that it was asked for alone, and is used up by another', () => {
    const { tokens } = make();
    const token = tokens.grant('a.b');
    expect(tokens.redeem('a.c', token)).toBe(false);
    expect(tokens.redeem('a.b', token)).toBe(false);
  });

  it('serves for its lifetime and no longer', () => {
    const { time, tokens } = make();
    const inTime = tokens.grant('a.b');
    time.now += tokenLifetime;
    expect(tokens.redeem('a.b', inTime)).toBe(true);
    const late = tokens.grant('a.b');
    time.now += tokenLifetime + 1;
    expect(tokens.redeem('a.b', late)).toBe(false);
  });

  it('is refused when the clock was set back', () => {
    const { time, tokens } = make();
    const token = tokens.grant('a.b');
    time.now -= 1;
    expect(tokens.redeem('a.b', token)).toBe(false);
  });

  it('is used up by a wrong guess, not by a call without any', () => {
    const { tokens } = make();
    const token = tokens.grant('a.b');
    expect(tokens.redeem('a.b', undefined)).toBe(false);
    expect(tokens.redeem('a.b', '0'.repeat(64))).toBe(false);
    expect(tokens.redeem('a.b', token)).toBe(false);
  });

  it('is replaced by the next one', () => {
    const { tokens } = make();
    const first = tokens.grant('a.b');
    tokens.grant('a.b');
    expect(tokens.redeem('a.b', first)).toBe(false);
  });
});
