/**
 * Hands one message port, whose other end is the backend, to the page, and does nothing else.
 * The main process sends it once the page's document exists; it waits here until the page asks.
 */

import { portMessage, portRequest } from '@shared/contract/control.ts';
import { ipcRenderer } from 'electron';

let port: MessagePort | undefined;
let asked = false;

const handOver = (): void => {
  if (!asked || port === undefined) return;
  window.postMessage(portMessage, window.location.origin, [port]);
  port = undefined;
};

ipcRenderer.once(portMessage, (event) => {
  port = event.ports[0];
  handOver();
});

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== window.location.origin || event.data !== portRequest) return;
  asked = true;
  handOver();
});

ipcRenderer.send(portRequest);
