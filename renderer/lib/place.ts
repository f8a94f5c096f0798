import { createContext, useCallback, useContext, useState } from 'react';

/** Keeps where the person is (path) and what the page looks like (state), encrypted in the vault. */
export interface PlaceKeeper {
  /** State kept for a path, as last written. */
  readonly stateOf: (path: string) => unknown;
  readonly setState: (path: string, state: unknown) => void;
  readonly setPath: (path: string) => void;
  /** Keeps at once what has not been kept yet. */
  readonly flush: () => void;
}

const nowhere: PlaceKeeper = { stateOf: () => undefined, setState: () => {}, setPath: () => {}, flush: () => {} };

/** The keeper of places of this page. */
export const PlaceContext = createContext<PlaceKeeper>(nowhere);

/** Gives pages the keeper of places. */
export const PlaceProvider = PlaceContext.Provider;

/**
 * State of a page (filter, open tab, chosen row) that is there again after lock or crash. `path` is the
 * page's own path from `usePath()`. The value must fit in 20 kB of JSON; longer state is not kept.
 */
export const usePlace = <T>(path: string, initial: T): [T, (next: T) => void] => {
  const keeper = useContext(PlaceContext);
  const [state, setState] = useState<T>(() => (keeper.stateOf(path) as T | undefined) ?? initial);
  const change = useCallback(
    (next: T) => {
      setState(next);
      keeper.setState(path, next);
    },
    [keeper, path],
  );
  return [state, change];
};

/** Keeps the state of another page, before one goes there. */
export const useKeepPlace = (): PlaceKeeper['setState'] => useContext(PlaceContext).setState;
