import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSettling, settleTime } from '../../../renderer/app/confirm/settling.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A window that is shown now; says whether a press that ends now is taken, as the page asks it. */
const shown = () => {
  let taken = false;
  const settling = createSettling((to) => {
    taken = to;
  });
  const press = (held = 80): boolean => {
    settling.down();
    vi.advanceTimersByTime(held);
    settling.up();
    return taken;
  };
  settling.begin();
  return { settling, press, isTaken: () => taken };
};

it('takes the first press of somebody who read, and not a moment before', () => {
  const { press, isTaken } = shown();
  vi.advanceTimersByTime(settleTime - 1);
  expect(isTaken()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(press()).toBe(true);
  // And each after it: a wrong passphrase is typed again.
  expect(press()).toBe(true);
});

it.each([60, 200, 400, settleTime - 90])('takes no press of a rhythm with %i ms in between', (pause) => {
  const { press } = shown();
  const taken = Array.from({ length: 40 }, () => {
    vi.advanceTimersByTime(pause);
    return press();
  });
  expect(taken).toEqual(taken.map(() => false));
  vi.advanceTimersByTime(settleTime);
  expect(press()).toBe(true);
});

it('takes no press that began before, however long it is held', () => {
  const { settling, press } = shown();
  vi.advanceTimersByTime(settleTime / 2);
  expect(press(settleTime * 20)).toBe(false);
  vi.advanceTimersByTime(settleTime);
  settling.begin();
  expect(press(settleTime * 20)).toBe(false);
});

it('waits anew when the window is looked at again', () => {
  const { settling, press, isTaken } = shown();
  vi.advanceTimersByTime(settleTime);
  expect(isTaken()).toBe(true);
  settling.begin();
  expect(press()).toBe(false);
  vi.advanceTimersByTime(settleTime);
  expect(press()).toBe(true);
});

it('a key that is held keeps it waiting', () => {
  const { settling, isTaken } = shown();
  for (let repeat = 0; repeat < 200; repeat += 1) {
    settling.down();
    vi.advanceTimersByTime(33);
  }
  expect(isTaken()).toBe(false);
  settling.up();
  vi.advanceTimersByTime(settleTime);
  expect(isTaken()).toBe(true);
});
