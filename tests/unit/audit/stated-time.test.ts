import { describe, expect, it } from 'vitest';
import {
  type ClockAnswer,
  clockAnswerSchema,
  clockQuestion,
  isFitTime,
  newestKnown,
  reasonsFor,
  timeToState,
} from '../../../shared/domain/audit/stated-time.ts';

const named = '2026-11-26T04:00:00.000Z';
const earlier = '2026-10-01T04:00:00.000Z';
const old = '2010-01-01T04:00:00.000Z';
const ahead = '2031-06-15T04:00:00.000Z';

const wrong = (at: string): ClockAnswer => ({ reason: 'computerWrong', at });

describe('signing asks about the clock', () => {
  it.each([
    ['after what is named', '2026-11-26T04:00:00.001Z', null, [earlier, named], false],
    ['a day before what is named', '2026-11-25T04:00:00.000Z', null, [earlier, named], false],
    ['more than a day before what is named', '2026-11-25T03:59:59.999Z', null, [named, earlier], true],
    ['where nothing is named', old, null, [], false],
    ['after a leap, whatever is named', ahead, named, [], true],
  ] as const)('%s', (_, reads, leaptFrom, times, asked) => {
    expect(clockQuestion(reads, leaptFrom, times) !== null).toBe(asked);
  });

  it('goes by the newest moment that is known', () => {
    const question = clockQuestion(old, earlier, [named]);
    expect(question).toEqual({ reads: old, leaptFrom: earlier, behind: named });
    expect(question && newestKnown(question)).toBe(named);
  });

  it('takes long disuse for a reason of a leap ahead alone', () => {
    const reasons = (reads: string, leaptFrom: string | null, times: readonly string[]) =>
      reasonsFor(clockQuestion(reads, leaptFrom, times) ?? { reads, leaptFrom: null, behind: null });
    expect(reasons(ahead, named, [])).toEqual(['computerWrong', 'earlierWrong', 'longUnused']);
    expect(reasons(old, named, [])).toEqual(['computerWrong', 'earlierWrong']);
    expect(reasons(old, null, [named])).toEqual(['computerWrong', 'earlierWrong']);
    // A leap ahead that stays behind what is named: no disuse explains the newer act.
    expect(reasons(earlier, old, [named])).toEqual(['computerWrong', 'earlierWrong']);
  });
});

describe('a corrected time', () => {
  const question = { reads: old, leaptFrom: null, behind: named };
  it.each([
    ['2026-11-25T04:00:00.000Z', true],
    ['2026-11-25T03:59:00.000Z', false],
    ['2026-11-29T04:00:00.000Z', true],
    ['2027-12-31T04:00:00.000Z', true],
    ['2027-12-31T04:01:00.000Z', false],
    [old, false],
  ])('%s: %s', (at, fits) => {
    expect(isFitTime(question, at)).toBe(fits);
    expect(timeToState(old, question, wrong(at))).toMatchObject(
      fits ? { value: { at, corrected: true } } : { error: { code: 'correctionUnfit', details: { known: named } } },
    );
  });

  it('is measured by the trail where the clock leapt', () => {
    expect(isFitTime({ reads: ahead, leaptFrom: named, behind: null }, '2026-11-27T04:00:00.000Z')).toBe(true);
    expect(isFitTime({ reads: ahead, leaptFrom: named, behind: null }, ahead)).toBe(false);
  });
});

describe('the time that is signed', () => {
  const question = clockQuestion(old, null, [named]);

  it('is that of the clock where nothing is asked, whatever is said', () => {
    expect(timeToState(named, null, wrong(old))).toEqual({ ok: true, value: { at: named, corrected: false } });
  });

  it('is not signed before somebody answered what was asked', () => {
    const details = { reads: old, known: named, reasons: ['computerWrong', 'earlierWrong'], isBehind: true };
    const asked = { error: { code: 'clockAsked', details: { ...details, hasLeapt: false } } };
    expect(timeToState(old, question, null)).toMatchObject(asked);
    expect(timeToState(old, question, { reason: 'longUnused' })).toMatchObject(asked);
  });

  it('is that of the clock where somebody says that it is right', () => {
    expect(timeToState(old, question, { reason: 'earlierWrong' })).toMatchObject({
      value: { at: old, corrected: false },
    });
  });
});

describe('an answer', () => {
  it('states a time where the clock is wrong, and no other', () => {
    const fits = (answer: unknown) => clockAnswerSchema.safeParse(answer).success;
    expect(fits({ reason: 'computerWrong', at: named })).toBe(true);
    expect(fits({ reason: 'computerWrong' })).toBe(false);
    expect(fits({ reason: 'computerWrong', at: 'kemarin' })).toBe(false);
    expect(fits({ reason: 'earlierWrong' })).toBe(true);
    expect(fits({ reason: 'earlierWrong', at: named })).toBe(false);
    expect(fits({ reason: 'lain' })).toBe(false);
  });
});
