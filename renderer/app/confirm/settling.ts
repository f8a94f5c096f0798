/**
 * How long a confirmation stands, and nothing is pressed, before a press is taken, in milliseconds: longer than the
 * presses of a double click lie apart, shorter than anybody reads.
 */
export const settleTime = 700;

/** Tells presses that were meant for what stood there before from one that was meant for what stands there now. */
export interface Settling {
  /** Takes nothing from now on, until it has settled: something is shown, or the window is looked at again. */
  readonly begin: () => void;
  /** A press begins. */
  readonly down: () => void;
  /** A press ends. */
  readonly up: () => void;
}

/**
 * Waits until nothing was pressed or held for `settleTime`, then says that a press is taken, until it begins anew. So
 * whoever presses in a rhythm, or holds what was pressed before, presses nothing; what begins after that is taken.
 */
export const createSettling = (say: (taken: boolean) => void): Settling => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let taken = false;
  const turn = (to: boolean): void => {
    taken = to;
    say(to);
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => turn(true), settleTime);
  };
  return {
    begin: () => {
      turn(false);
      wait();
    },
    down: () => {
      if (!taken) clearTimeout(timer);
    },
    up: () => {
      if (!taken) wait();
    },
  };
};

/** Keys that press what has the focus, or send a form. */
const pressing: readonly string[] = ['Enter', ' '];

/** Lets presses in the page, and that its window is looked at again, be heard; a key that is held presses nothing. */
export const listenFor = (settling: Settling): void => {
  const onKey = (heard: () => void) => (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    // A passphrase has spaces.
    if (pressing.includes(event.key) && !(event.target instanceof HTMLInputElement)) heard();
  };
  window.addEventListener('focus', settling.begin);
  window.addEventListener('pointerdown', settling.down, true);
  window.addEventListener('keydown', onKey(settling.down), true);
  for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, settling.up, true);
  window.addEventListener('keyup', onKey(settling.up), true);
};
