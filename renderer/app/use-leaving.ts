import type { Leave, LockAnswer } from '@shared/contract/control.ts';
import { useCallback, useEffect, useState } from 'react';
import type { PlaceKeeper } from '../lib/place.ts';
import { useRpc } from '../lib/rpc-context.ts';
import { saveUnsaved } from '../lib/saving/savers.ts';

export interface Leaving {
  /** How the person wants to leave while something typed could not be saved; null: nothing is asked. */
  readonly asking: Leave | null;
  /** Locks, as a person asks on this page. */
  readonly lock: () => void;
  /** Leaves as it was asked, without what is not saved. */
  readonly go: () => void;
  readonly stay: () => void;
}

/** Leaving the vault, by this page or by the menu and the frame of its window: saved first, else asked. */
export const useLeaving = (keeper: PlaceKeeper): Leaving => {
  const rpc = useRpc();
  const [asking, setAsking] = useState<Leave | null>(null);
  const answer = useCallback((given: LockAnswer) => rpc.call('session.answerLock', { answer: given }), [rpc]);

  const saved = useCallback(async (): Promise<boolean> => {
    keeper.flush();
    return saveUnsaved();
  }, [keeper]);

  useEffect(
    () =>
      rpc.onEvent(async (event) => {
        if (event.event !== 'lockAsked') return;
        if (await saved()) return void answer('ready');
        setAsking(event.leave);
        void answer('asking');
      }),
    [rpc, saved, answer],
  );

  const go = useCallback((): void => {
    if (asking === 'quit') void answer('ready');
    else void rpc.call('vault.lock', {});
  }, [asking, answer, rpc]);

  return {
    asking,
    lock: async () => {
      if (await saved()) void rpc.call('vault.lock', {});
      else setAsking('lock');
    },
    go,
    stay: () => {
      setAsking(null);
      void answer('stay');
    },
  };
};
