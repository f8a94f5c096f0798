import { createContext, useContext } from 'react';
import type { RpcClient } from './rpc/client.ts';

const RpcContext = createContext<RpcClient | null>(null);

/** Gives a page's components the client of its port. */
export const RpcProvider = RpcContext.Provider;

/** The typed client; `client.call(method, input)` answers with a Result. */
export const useRpc = (): RpcClient => {
  const client = useContext(RpcContext);
  if (client === null) throw new Error('no RpcProvider');
  return client;
};
