import { useSyncExternalStore } from 'react';
import type { IncomingFile } from './incoming.ts';

/** A file still with the person, or one that the backend has at hand. */
export type IncomingSource = File | IncomingFile;

export interface WaitingList<T> {
  /** What waits, the next first; the same array until it changes. */
  readonly all: () => readonly T[];
  /** Puts these before what waits already. */
  readonly add: (items: readonly T[]) => void;
  /** Takes the next one off; undefined when nothing waits. */
  readonly takeNext: () => T | undefined;
  readonly clear: () => void;
  /** Has `listener` called at every change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A list of what waits for its turn. */
export const createWaitingList = <T>(): WaitingList<T> => {
  let waiting: readonly T[] = [];
  const listeners = new Set<() => void>();
  const set = (next: readonly T[]): void => {
    waiting = next;
    for (const listener of listeners) listener();
  };
  return {
    all: () => waiting,
    add: (items) => set([...items, ...waiting]),
    takeNext: () => {
      const [next, ...rest] = waiting;
      set(rest);
      return next;
    },
    clear: () => set([]),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

// Beside the pages: who certifies a card leaves the one on which the others were dropped. A lock ends it with the page.
const waitingFiles = createWaitingList<readonly IncomingSource[]>();

/** Files that were dropped together and are still to be looked at, grouped by what belongs together. */
export const useWaitingFiles = (): WaitingList<readonly IncomingSource[]> & { readonly count: number } => {
  const { length } = useSyncExternalStore(waitingFiles.subscribe, waitingFiles.all);
  return { ...waitingFiles, count: length };
};
