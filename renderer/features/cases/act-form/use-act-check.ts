import type { ActInput } from '@shared/contract/case.ts';
import type { WireError } from '@shared/contract/method.ts';
import { useEffect, useState } from 'react';
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

/** Tries the act while it is being written, without recording it: obstacles, refused fields, receivers. */
export const useActCheck = (act: ActInput): ActCheckState => {
  const rpc = useRpc();
  const asked = JSON.stringify(act);
  const [state, setState] = useState<ActCheckState & { readonly asked: string }>({
    asked: '',
    check: null,
    checking: true,
    error: null,
  });
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(async () => {
      const answer = await rpc.call('case.checkAct', JSON.parse(asked) as ActInput);
      if (!wanted) return;
      if (answer.ok) setState({ asked, check: answer.value, checking: false, error: null });
      else setState((before) => ({ ...before, asked, checking: false, error: answer.error }));
    }, settleTime);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [rpc, asked]);
  return { check: state.check, error: state.error, checking: state.asked !== asked };
};
