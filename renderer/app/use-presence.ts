import { useEffect } from 'react';
import { useRpc } from '../lib/rpc-context.ts';

const interval = 5000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Tells the idle clock that a person is there, at most every five seconds while keys or pointer move. */
export const usePresence = (): void => {
  const rpc = useRpc();
  useEffect(() => {
    let last = 0;
    const tell = (): void => {
      const now = performance.now();
      if (last !== 0 && now - last < interval) return;
      last = now;
      void rpc.call('session.active', {});
    };
    for (const sign of signs) window.addEventListener(sign, tell, { passive: true, capture: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell, { capture: true });
    };
  }, [rpc]);
};
