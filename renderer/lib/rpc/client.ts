import type { Contract, MethodName } from '@shared/contract/index.ts';
import type { BackendEvent, ErrorCodeOf, InputOf, OutputOf, Request, Response } from '@shared/contract/method.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { wellFormedIn } from '@shared/kernel/well-formed.ts';

/** Outcome of a call: its output, or one of the codes that the contract names for it. */
export type CallResult<M extends MethodName> = Result<OutputOf<Contract[M]>, AppError<ErrorCodeOf<Contract[M]>>>;

/** Typed calls to the backend over the page's one port. */
export interface RpcClient {
  /** Never rejects: a port that has closed answers `locked`. */
  readonly call: <M extends MethodName>(method: M, input: InputOf<Contract[M]>) => Promise<CallResult<M>>;
  /** Hears every event of the backend until the returned function is called. */
  readonly onEvent: (listener: (event: BackendEvent) => void) => () => void;
  /** Hears once that the backend has gone. */
  readonly onClose: (listener: () => void) => () => void;
}

type Settle = (result: Response['result']) => void;

const subscribe = <T>(listeners: Set<T>, listener: T): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Client on a port whose other end is the backend; starts the port. */
export const createClient = (port: MessagePort): RpcClient => {
  const pending = new Map<number, Settle>();
  const eventListeners = new Set<(event: BackendEvent) => void>();
  const closeListeners = new Set<() => void>();
  let lastId = 0;
  let closed = false;

  port.onmessage = ({ data }: MessageEvent<Response | BackendEvent>) => {
    if ('event' in data) {
      for (const listener of eventListeners) listener(data);
      return;
    }
    pending.get(data.id)?.(data.result);
    pending.delete(data.id);
  };
  port.addEventListener('close', () => {
    closed = true;
    for (const settle of pending.values()) settle(fail('locked'));
    pending.clear();
    for (const listener of closeListeners) listener();
  });

  return {
    call: (method, input) =>
      new Promise((resolve) => {
        if (closed) return resolve(fail('locked'));
        const id = ++lastId;
        pending.set(id, resolve as Settle);
        // The backend takes no half character; what was pasted with one is not to be lost for it.
        const request: Request = { id, method, input: wellFormedIn(input) };
        port.postMessage(request);
      }),
    onEvent: (listener) => subscribe(eventListeners, listener),
    onClose: (listener) => subscribe(closeListeners, listener),
  };
};
