import type { WireError } from '@shared/contract/method.ts';
import type { Result } from '@shared/kernel/result.ts';

/** Milliseconds from the first change that is not saved yet to its saving, however much is typed meanwhile. */
export const saveAfter = 500;
/** Milliseconds after a save that failed until it is tried again. */
export const retryAfter = 1000;

/** What a save answers: at least the instant of it. */
export interface Saved {
  readonly updatedAt: string;
}

/** Writes a value for good. */
export type Write<T, S extends Saved> = (value: T) => Promise<Result<S, WireError>>;

/** How the saving stands. */
export interface SaverState<S extends Saved> {
  readonly saving: boolean;
  /** Answer of the latest save; null before the first. */
  readonly saved: S | null;
  /** Why the latest try failed; null once one has succeeded. */
  readonly error: WireError | null;
}

export interface Saver<T, S extends Saved> {
  /** Takes what is typed; it is written at latest after `saveAfter`. */
  readonly change: (value: T) => void;
  /** Writes now what is not written yet. Settles after one try; never rejects. */
  readonly flush: () => Promise<void>;
  /** Forgets what is not written, and the answers so far, once a save on its way has ended; later changes count. */
  readonly forget: () => Promise<void>;
  /** The newest value as long as it is not written; null when everything is. */
  readonly unsaved: () => { readonly value: T } | null;
  readonly state: () => SaverState<S>;
  /** Hears of every new state until the returned function is called. */
  readonly onState: (listener: () => void) => () => void;
}

/**
 * Saves what is typed: the newest value alone, one save at a time, so that an older value never comes after a newer
 * one. The clock starts with the first unsaved change and is not put back by later ones. A save that failed is tried
 * again, with the newest value, until one succeeds.
 */
export const createSaver = <T, S extends Saved>(write: Write<T, S>): Saver<T, S> => {
  const listeners = new Set<() => void>();
  let state: SaverState<S> = { saving: false, saved: null, error: null };
  /** Typed and not on its way. */
  let waiting: { readonly value: T } | null = null;
  /** Not wanted any more, also when it comes back unsaved. */
  let dropped: { readonly value: T } | null = null;
  /** On its way. */
  let sent: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const patch = (part: Partial<SaverState<S>>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  const writeNewest = async (): Promise<void> => {
    while (waiting !== null) {
      sent = waiting;
      waiting = null;
      patch({ saving: true });
      const answer = await write(sent.value);
      if (answer.ok) patch({ saved: answer.value, error: null });
      else patch({ error: answer.error });
      if (!answer.ok && waiting === null) {
        if (sent !== dropped) waiting = sent;
        break;
      }
    }
    sent = null;
    patch({ saving: false });
  };

  const stopTimer = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };

  const flush = (): Promise<void> => {
    stopTimer();
    running ??= writeNewest().finally(() => {
      running = null;
      if (waiting !== null) timer = setTimeout(() => void flush(), retryAfter);
    });
    return running;
  };

  return {
    change: (value) => {
      waiting = { value };
      if (running === null) timer ??= setTimeout(() => void flush(), saveAfter);
    },
    flush,
    forget: async () => {
      stopTimer();
      waiting = null;
      dropped = sent;
      await running;
      dropped = null;
      patch({ saving: false, saved: null, error: null });
    },
    unsaved: () => waiting ?? sent,
    state: () => state,
    onState: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
