import type { LockReason } from '@shared/contract/control.ts';

/** A computer that locks or falls asleep says so in several ways: what comes within this time is said once. */
const sameLock = 2000;

/** Passes on what locks, but not again within two seconds: nobody has unlocked since. `now` is in milliseconds. */
export const lockOnce = (lock: (reason: LockReason) => void, now: () => number): ((reason: LockReason) => void) => {
  let last = Number.NEGATIVE_INFINITY;
  return (reason) => {
    if (now() - last < sameLock) return;
    last = now();
    lock(reason);
  };
};
