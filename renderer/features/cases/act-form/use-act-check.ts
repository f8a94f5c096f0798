import type { ActInput, ActCheck as Check, ListedAct } from '@shared/contract/case.ts';
import type { WireError } from '@shared/contract/method.ts';
import type { Result } from '@shared/kernel/result.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useRpc } from '../../../lib/rpc-context.ts';
import { asValues } from '../../../ui/form/field-props.ts';

/** Milliseconds without typing after which what is typed is tried. */
const settleTime = 350;

interface TriedState<Answer> {
  /** What came of the latest try; null until the first answer. */
  readonly check: Answer | null;
  /** True while the answer does not yet belong to what is typed. */
  readonly checking: boolean;
  readonly error: WireError | null;
}

interface Tried<Answer> extends TriedState<Answer> {
  /** What was tried latest, as JSON; empty before the first answer. */
  readonly asked: string;
  /** Tries what is typed now, without waiting; null when that failed. */
  readonly checkNow: () => Promise<Answer | null>;
}

export type ActCheckState = TriedState<Check>;

export interface ActCheck extends Tried<Check> {
  /** True when a field of the content is as it was at the latest try. */
  readonly isOfNow: (name: string) => boolean;
}

/** Tries what is being written, as JSON, once typing rests; `ask` must stay the same function. */
const useTried = <Answer>(typed: string, ask: (typed: string) => Promise<Result<Answer, WireError>>): Tried<Answer> => {
  const [state, setState] = useState<TriedState<Answer> & { readonly asked: string }>({
    asked: '',
    check: null,
    checking: true,
    error: null,
  });
  const run = useCallback(
    async (text: string, isWanted: () => boolean): Promise<Answer | null> => {
      const answer = await ask(text);
      if (isWanted()) {
        if (answer.ok) setState({ asked: text, check: answer.value, checking: false, error: null });
        else setState((before) => ({ ...before, asked: text, checking: false, error: answer.error }));
      }
      return answer.ok ? answer.value : null;
    },
    [ask],
  );
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => void run(typed, () => wanted), settleTime);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [run, typed]);
  const checkNow = useCallback(() => run(typed, () => true), [run, typed]);
  return { check: state.check, error: state.error, asked: state.asked, checking: state.asked !== typed, checkNow };
};

/** Tries the act while it is being written, without recording it: obstacles, refused fields, receivers. */
export const useActCheck = (act: ActInput): ActCheck => {
  const rpc = useRpc();
  const ask = useCallback((text: string) => rpc.call('case.checkAct', JSON.parse(text) as ActInput), [rpc]);
  const tried = useTried<Check>(JSON.stringify(act), ask);
  const { asked } = tried;
  const before = useMemo(() => (asked === '' ? null : (JSON.parse(asked) as ActInput).content), [asked]);
  const now = asValues(act.content);
  const isOfNow = (name: string): boolean =>
    !tried.checking || JSON.stringify(asValues(before)[name]) === JSON.stringify(now[name]);
  return { ...tried, isOfNow };
};

/** The same with acts of one case that are recorded together: one answer for each, in their order. */
export const useActsCheck = (acts: readonly ListedAct[]): Tried<readonly Check[]> => {
  const rpc = useRpc();
  const ask = useCallback(
    (text: string) => rpc.call('case.checkActs', { acts: JSON.parse(text) as ListedAct[] }),
    [rpc],
  );
  return useTried<readonly Check[]>(JSON.stringify(acts), ask);
};
