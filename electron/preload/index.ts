/**
 * Hands a message port, whose other end is the backend, to the page when the page asks, and does nothing
 * else. The main process decides whether this page gets one.
 */

import { portMessage, portRequest } from '@shared/contract/control.ts';
import { ipcRenderer } from 'electron';

ipcRenderer.on(portMessage, (event) => {
  window.postMessage(portMessage, window.location.origin, [...event.ports]);
});

window.addEventListener('message', (event) => {
  const own = event.source === window && event.origin === window.location.origin;
  if (own && event.data === portRequest) ipcRenderer.send(portRequest);
});
