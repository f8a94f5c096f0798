import { setImmediate } from 'node:timers/promises';

/** Long work in small steps: it yields wherever calls may be answered in between, and returns what came out. */
export type Turns<T> = Generator<undefined, T>;

/** Does all steps at once: for a process that answers nobody meanwhile. */
export const inOneGo = <T>(work: Turns<T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};

/** Does a step at a time; calls are answered in between. Throws what `signal` was aborted with. */
export const inTurns = async <T>(work: Turns<T>, signal: AbortSignal): Promise<T> => {
  try {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      await setImmediate();
      signal.throwIfAborted();
    }
  } finally {
    // What the work holds open it closes, also when it was broken off.
    work.return(undefined as T);
  }
};
