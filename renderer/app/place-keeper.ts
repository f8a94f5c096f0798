import { maxPlaceState } from '@shared/contract/session.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import type { PlaceKeeper } from '../lib/place.ts';
import type { RpcClient } from '../lib/rpc/client.ts';

/** How long a change of place waits before it is kept, in milliseconds. */
const delay = 500;

export interface StartedPlaceKeeper extends PlaceKeeper {
  /** Where the person was; `/` when nothing is kept. */
  readonly path: string;
}

const parse = (text: string | null): Record<string, unknown> => {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** Reads the kept place, and keeps it from then on: the path and the state of each page, the present one first. */
export const startPlaceKeeper = async (rpc: RpcClient): Promise<StartedPlaceKeeper> => {
  const kept = await rpc.call('session.getPlace', {});
  const place = kept.ok ? kept.value : null;
  const states = new Map(Object.entries(parse(place?.state ?? null)));
  let path = place?.path ?? placeOf('home');
  let timer: ReturnType<typeof setTimeout> | null = null;

  const write = (): void => {
    timer = null;
    const all = JSON.stringify(Object.fromEntries(states));
    const own = JSON.stringify(Object.fromEntries([...states].filter(([key]) => key === path)));
    const state = [all, own].find((text) => text.length <= maxPlaceState) ?? null;
    void rpc.call('session.setPlace', { path, state });
  };
  const later = (): void => {
    timer ??= setTimeout(write, delay);
  };
  return {
    path,
    stateOf: (at) => states.get(at),
    setState: (at, state) => {
      states.set(at, state);
      later();
    },
    setPath: (next) => {
      if (next === path) return;
      path = next;
      later();
    },
    flush: () => {
      if (timer === null) return;
      clearTimeout(timer);
      write();
    },
  };
};
