import type { LockReason } from '@shared/contract/control.ts';

/** A computer that locks or falls asleep says so in several ways: what comes within this time is said once. */
const sameLock = 2000;

/**
 * Passes on what locks, but not again within two seconds while nobody could have opened a vault in between. `now` is in
 * milliseconds; `deeds` counts presses in the windows and openings of a vault.
 */
export const lockOnce = (
  lock: (reason: LockReason) => void,
  now: () => number,
  deeds: () => number,
): ((reason: LockReason) => void) => {
  let last = { at: Number.NEGATIVE_INFINITY, deeds: 0 };
  return (reason) => {
    const heard = { at: now(), deeds: deeds() };
    if (heard.deeds === last.deeds && heard.at - last.at < sameLock) return;
    last = heard;
    lock(reason);
  };
};
