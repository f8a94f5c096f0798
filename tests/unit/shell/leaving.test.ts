import type { Leave, LockAnswer } from '@shared/contract/control.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { againAfter, answerLimit, createLeaving } from '../../../electron/main/leaving.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const make = () => {
  const said: string[] = [];
  const leaving = createLeaving({
    ask: (leave) => said.push(`ask ${leave}`),
    go: (leave) => said.push(`go ${leave}`),
  });
  return { ...leaving, said };
};

/** Far longer than any limit here. */
const long = 60 * 60_000;

describe.each(['lock', 'quit'] as const)('who presses %s', (leave) => {
  it('is asked first, and leaves once all is saved', () => {
    const { press, answer, said } = make();
    press(leave);
    expect(said).toEqual([`ask ${leave}`]);
    answer('ready');
    vi.advanceTimersByTime(long);
    expect(said).toEqual([`ask ${leave}`, `go ${leave}`]);
  });

  it('leaves a page that says nothing', () => {
    const { press, said } = make();
    press(leave);
    vi.advanceTimersByTime(answerLimit - 1);
    expect(said).toEqual([`ask ${leave}`]);
    vi.advanceTimersByTime(1);
    expect(said).toEqual([`ask ${leave}`, `go ${leave}`]);
  });

  it('is waited for as long as the question stands, and leaves without saving when that is answered', () => {
    const { press, answer, said } = make();
    press(leave);
    answer('asking');
    vi.advanceTimersByTime(long);
    expect(said).toEqual([`ask ${leave}`]);
    answer('ready');
    expect(said).toEqual([`ask ${leave}`, `go ${leave}`]);
  });

  it.each<LockAnswer | null>([null, 'asking', 'stay'])('leaves by a second press, the page saying %s', (given) => {
    const { press, answer, said } = make();
    press(leave);
    if (given !== null) answer(given);
    vi.advanceTimersByTime(againAfter);
    press(leave);
    expect(said).toEqual([`ask ${leave}`, `go ${leave}`]);
  });

  it('is asked when a key is held down or a button pressed twice at once', () => {
    const { press, answer, said } = make();
    press(leave);
    answer('asking');
    for (let times = 0; times < 20; times += 1) {
      vi.advanceTimersByTime(againAfter - 1);
      press(leave);
    }
    expect(said).toEqual([`ask ${leave}`]);
  });

  it('stays where the person said so in the window, and is asked anew the next time', () => {
    const { press, answer, touched, said } = make();
    press(leave);
    answer('asking');
    touched();
    answer('stay');
    vi.advanceTimersByTime(long);
    press(leave);
    expect(said).toEqual([`ask ${leave}`, `ask ${leave}`]);
  });

  it('is not asked about another way to leave that was pressed before', () => {
    const other: Leave = leave === 'lock' ? 'quit' : 'lock';
    const { press, answer, said } = make();
    press(other);
    vi.advanceTimersByTime(againAfter);
    press(leave);
    answer('ready');
    vi.advanceTimersByTime(long);
    expect(said).toEqual([`ask ${other}`, `ask ${leave}`, `go ${leave}`]);
  });

  it('is asked no more when the vault locks by itself', () => {
    const { press, answer, clear, said } = make();
    press(leave);
    clear();
    answer('ready');
    vi.advanceTimersByTime(long);
    expect(said).toEqual([`ask ${leave}`]);
  });
});

it('does not believe a page that nobody asked, before or later', () => {
  const { press, answer, touched, said } = make();
  for (const given of ['ready', 'asking', 'stay'] as const) answer(given);
  touched();
  press('lock');
  answer('stay');
  vi.advanceTimersByTime(againAfter);
  press('lock');
  expect(said).toEqual(['ask lock', 'go lock']);
});
