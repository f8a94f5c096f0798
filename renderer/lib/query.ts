import type { Contract, MethodName } from '@shared/contract/index.ts';
import type { InputOf, OutputOf, WireError } from '@shared/contract/method.ts';
import type { Result } from '@shared/kernel/result.ts';
import { keepPreviousData, QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { CallError } from './call-error.ts';
import { useRpc } from './rpc-context.ts';

export type Input<M extends MethodName> = InputOf<Contract[M]>;
export type Output<M extends MethodName> = OutputOf<Contract[M]>;

/** Topic of a method: the part before the dot (`case.list` → `case`). */
export const topicOf = (method: string): string => method.split('.', 1)[0] ?? method;

/** Key under which the answer of a call is kept. */
export const queryKey = (method: MethodName, input: unknown): readonly unknown[] => [topicOf(method), method, input];

/** Topics whose answers are made of those of others. */
const derivedTopics: Readonly<Record<string, readonly string[]>> = {
  case: ['overview', 'documents', 'attachments', 'persons', 'exchange'],
  drafts: ['overview'],
  settings: ['session'],
  profile: ['session', 'settings'],
  persons: ['case', 'overview', 'competence'],
  exchange: [
    'case',
    'overview',
    'documents',
    'attachments',
    'persons',
    'directory',
    'identity',
    'invitation',
    'guidance',
  ],
  directory: ['identity', 'exchange', 'invitation'],
  guidance: ['documents', 'attachments', 'exchange'],
  competence: ['attachments'],
  programme: ['attachments'],
};

/** Lets every query of these topics, and of those made from them, be asked anew. */
export const invalidateTopics = (queries: QueryClient, topics: readonly string[]): void => {
  const all = new Set(topics.flatMap((topic) => [topicOf(topic), ...(derivedTopics[topicOf(topic)] ?? [])]));
  void queries.invalidateQueries({ predicate: ({ queryKey: [topic] }) => all.has(String(topic)) });
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

/** The answer of a reading call, asked again when a `changed` event names its topic. `error` has `code` and `details`. */
export const useQueryCall = <M extends MethodName>(
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

export interface Command<M extends MethodName> {
  /** Sends the call. `token`: of `useReauthentication()`, for methods that need it. */
  readonly run: (input: Input<M>, token?: string) => Promise<Result<Output<M>, WireError>>;
  readonly busy: boolean;
  /** Failure of the latest run; null after a success or `reset`. */
  readonly error: WireError | null;
  readonly reset: () => void;
}

/** A call that changes something; afterwards its topic is asked anew. */
export const useCommand = <M extends MethodName>(method: M): Command<M> => {
  const rpc = useRpc();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const run = useCallback(
    async (input: Input<M>, token?: string): Promise<Result<Output<M>, WireError>> => {
      setBusy(true);
      setError(null);
      const answer = (await rpc.call(
        method,
        input,
        token === undefined ? undefined : { reauthentication: token },
      )) as Result<Output<M>, WireError>;
      setBusy(false);
      if (answer.ok) invalidateTopics(queries, [topicOf(method)]);
      else setError(answer.error);
      return answer;
    },
    [rpc, queries, method],
  );
  const reset = useCallback(() => setError(null), []);
  return { run, busy, error, reset };
};
