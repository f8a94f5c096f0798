import { portMessage, portRequest } from '@shared/contract/control.ts';
import { createClient, type RpcClient } from './client.ts';

/** Asks the preload for the page's port. To be called once for each page. */
export const receivePort = (): Promise<MessagePort> =>
  new Promise((resolve) => {
    const receive = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== window || event.origin !== window.location.origin) return;
      if (event.data !== portMessage || port === undefined) return;
      window.removeEventListener('message', receive);
      resolve(port);
    };
    window.addEventListener('message', receive);
    window.postMessage(portRequest, window.location.origin);
  });

/**
 * Asks the preload for the port to the backend. Settles when the port is there; the backend may still
 * be starting, calls wait for it. To be called once for each page.
 */
export const connect = async (): Promise<RpcClient> => createClient(await receivePort());
