import type { LockReason } from '@shared/contract/control.ts';

/** How long before the lock the window is warned, in milliseconds. */
const warningTime = 30_000;
/**
 * How far the wall clock may part from the monotonic one within one tick before it counts as a jump, in milliseconds.
 */
const jumpTolerance = 30_000;

/** The two clocks of the machine. */
export interface Clocks {
  /** Wall clock, milliseconds since 1970. */
  readonly wall: () => number;
  /** Milliseconds since some fixed moment; stands still or not while the computer sleeps, never jumps back. */
  readonly monotonic: () => number;
}

export interface IdleEvents {
  readonly lock: (reason: LockReason) => void;
  readonly warn: (secondsLeft: number) => void;
}

/** Watches for a person's absence and for a clock that was set. */
export interface IdleClock {
  /** A person has just come in. */
  readonly begin: () => void;
  /** A person is there: too late when the time was over before, as after a sleep of the whole computer. */
  readonly active: () => void;
  /**
   * For how long nobody has touched the computer, as the system says: time before `begin` does not count, since a
   * person has come in then whatever the system says.
   */
  readonly systemIdle: (seconds: number) => void;
  /** Minutes without a person after which the vault locks. */
  readonly setLimit: (minutes: number) => void;
  /** Looks at the clocks; to be called every second while a vault is open. */
  readonly tick: () => void;
}

/** Minutes until lock unless the vault's settings say otherwise. */
export const defaultIdleMinutes = 5;

/**
 * Idle time counts on whichever clock has moved further, so neither sleep nor a clock set back
 * lengthens it. A wall clock that jumps (set, or a sleep that only it has seen) locks at once.
 */
export const createIdleClock = (clocks: Clocks, events: IdleEvents): IdleClock => {
  let limit = defaultIdleMinutes * 60_000;
  let lastActive = read(clocks);
  let begun = lastActive.monotonic;
  let untouched = 0;
  let lastTick = lastActive;
  let warned = false;

  const startAnew = (): void => {
    lastActive = read(clocks);
    warned = false;
  };

  const warnOnce = (left: number): void => {
    if (left > warningTime || warned) return;
    warned = true;
    events.warn(Math.ceil(left / 1000));
  };

  const tick = (): void => {
    const now = read(clocks);
    const drift = now.wall - lastTick.wall - (now.monotonic - lastTick.monotonic);
    const left = limit - Math.max(now.wall - lastActive.wall, now.monotonic - lastActive.monotonic, untouched);
    lastTick = now;
    if (Math.abs(drift) > jumpTolerance) events.lock('clockJump');
    else if (left <= 0) events.lock('idle');
    else warnOnce(left);
  };

  return {
    begin: () => {
      startAnew();
      begun = lastActive.monotonic;
      // What the clocks did before is nothing to this stay.
      lastTick = lastActive;
      untouched = 0;
    },
    active: () => {
      tick();
      startAnew();
    },
    systemIdle: (seconds) => {
      untouched = Math.min(seconds * 1000, clocks.monotonic() - begun);
    },
    setLimit: (minutes) => {
      limit = minutes * 60_000;
    },
    tick,
  };
};

const read = (clocks: Clocks) => ({ wall: clocks.wall(), monotonic: clocks.monotonic() });
