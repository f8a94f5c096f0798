import type { CommandName, Contract, MethodName, QueryName } from '@shared/contract/index.ts';
import type { Area, InputOf, OutputOf, WireError } from '@shared/contract/method.ts';
import { fail, type Result } from '@shared/kernel/result.ts';
import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { clockAskedBy, useAskClock } from './ask-clock.ts';
import { CallError } from './call-error.ts';
import { rememberFocus } from './remember-focus.ts';
import { useRpc } from './rpc-context.ts';

export type Input<M extends MethodName> = InputOf<Contract[M]>;
export type Output<M extends MethodName> = OutputOf<Contract[M]>;

/** Key under which the answer of a query is kept; its area comes first (`case.list` → `case`). */
export const queryKey = (method: QueryName, input: unknown): readonly unknown[] => [
  method.split('.', 1)[0],
  method,
  input,
];

/** Lets every query of these areas be asked anew: at once what is on screen, the rest when it is shown again. */
export const askAnew = (queries: QueryClient, changed: readonly Area[]): void => {
  const names: readonly string[] = changed;
  void queries.invalidateQueries({ predicate: ({ queryKey: [area] }) => names.includes(String(area)) });
};

/** Query client of the window: no network, no retries, kept until something changed. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

export interface QueryCallOptions {
  /** False: not asked yet. */
  readonly enabled?: boolean;
  /** Shows the former answer while a new one (other input) is on its way. */
  readonly keepPrevious?: boolean;
}

/** The answer of a query, asked again when the backend says that its area changed. `error` has `code` and `details`. */
export const useQueryCall = <M extends QueryName>(
  method: M,
  input: Input<M>,
  { enabled = true, keepPrevious = false }: QueryCallOptions = {},
): UseQueryResult<Output<M>, CallError> => {
  const rpc = useRpc();
  return useQuery<Output<M>, CallError>({
    queryKey: queryKey(method, input),
    queryFn: async () => {
      const answer = await rpc.call(method, input);
      if (!answer.ok) throw new CallError(answer.error);
      return answer.value as Output<M>;
    },
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  } as Parameters<typeof useQuery<Output<M>, CallError>>[0]);
};

export interface Command<M extends CommandName> {
  /**
   * Sends the call. What its contract asks the person to confirm is confirmed in a window of its own meanwhile;
   * `notConfirmed` when that was left. Where signing asks about the clock of this computer, the person is asked, and
   * the call is made again with the answer.
   */
  readonly run: (input: Input<M>) => Promise<Result<Output<M>, WireError>>;
  readonly busy: boolean;
  /** Failure of the latest run; null after a success, when the person did not confirm it, and after `reset`. */
  readonly error: WireError | null;
  readonly reset: () => void;
}

/** A call that does something. What it changes is declared in its contract, and the backend says so (`askAnew`). */
export const useCommand = <M extends CommandName>(method: M): Command<M> => {
  const rpc = useRpc();
  const askClock = useAskClock();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const run = useCallback(
    async (input: Input<M>): Promise<Result<Output<M>, WireError>> => {
      const returnFocus = rememberFocus();
      setBusy(true);
      setError(null);
      const call = async (given: Input<M>): Promise<Result<Output<M>, WireError>> => {
        const answer = (await rpc.call(method, given)) as Result<Output<M>, WireError>;
        const asked = answer.ok ? null : clockAskedBy(answer.error);
        if (asked === null || askClock === null) return answer;
        setBusy(false);
        const clock = await askClock(asked);
        setBusy(true);
        return clock === null ? fail('notConfirmed') : call({ ...given, clock });
      };
      const answer = await call(input);
      setBusy(false);
      if (!answer.ok && answer.error.code !== 'notConfirmed') setError(answer.error);
      returnFocus();
      return answer;
    },
    [rpc, method, askClock],
  );
  const reset = useCallback(() => setError(null), []);
  return { run, busy, error, reset };
};
