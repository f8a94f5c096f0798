import type { ActInput } from '@shared/contract/case.ts';
import type { WireError } from '@shared/contract/method.ts';
import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../../../lib/query.ts';
import { useRpc } from '../../../lib/rpc-context.ts';

/** Milliseconds without typing after which an act is tried. */
const settleTime = 350;

export interface ActCheckState {
  /** What came of the latest try; null until the first answer. */
  readonly check: Output<'case.checkAct'> | null;
  /** True while the answer does not yet belong to what is typed. */
  readonly checking: boolean;
  readonly error: WireError | null;
}

export interface ActCheck extends ActCheckState {
  /** Tries the act as it is typed now, without waiting; null when that failed. */
  readonly checkNow: () => Promise<ActCheckState['check']>;
}

/** Tries the act while it is being written, without recording it: obstacles, refused fields, receivers. */
export const useActCheck = (act: ActInput): ActCheck => {
  const rpc = useRpc();
  const asked = JSON.stringify(act);
  const [state, setState] = useState<ActCheckState & { readonly asked: string }>({
    asked: '',
    check: null,
    checking: true,
    error: null,
  });
  const ask = useCallback(
    async (text: string, isWanted: () => boolean): Promise<ActCheckState['check']> => {
      const answer = await rpc.call('case.checkAct', JSON.parse(text) as ActInput);
      if (isWanted()) {
        if (answer.ok) setState({ asked: text, check: answer.value, checking: false, error: null });
        else setState((before) => ({ ...before, asked: text, checking: false, error: answer.error }));
      }
      return answer.ok ? answer.value : null;
    },
    [rpc],
  );
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => void ask(asked, () => wanted), settleTime);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ask, asked]);
  const checkNow = useCallback(() => ask(asked, () => true), [ask, asked]);
  return { check: state.check, error: state.error, checking: state.asked !== asked, checkNow };
};
