/** Entry of the backend's process (an Electron utility process): binds the backend to its parent port. */
import type { ToBackend, ToMain } from '@shared/contract/control.ts';
import { type Backend, createBackend, type PagePort } from './backend.ts';
import { systemClock } from './crypto/clock.ts';
import { systemRandom } from './crypto/random.ts';
import { createLog } from './rpc/log.ts';

/** Electron's ports, as far as they are used here; this layer does not import Electron. */
interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: ElectronPort[] }) => void): void;
  start(): void;
  close(): void;
}

const toPagePort = (port: ElectronPort): PagePort => ({
  postMessage: (message) => port.postMessage(message),
  onMessage: (listener) => {
    port.on('message', ({ data }) => listener(data));
    port.start();
  },
  close: () => port.close(),
});

// What is written here is for this user alone, also where a library makes the file.
process.umask(0o077);
const { parentPort } = process as unknown as { readonly parentPort: ElectronPort };
let backend: Backend | undefined;

parentPort.on('message', ({ data, ports }) => {
  const message = data as ToBackend;
  if (message.kind === 'start') {
    backend = createBackend(message.start, {
      send: (toMain: ToMain) => parentPort.postMessage(toMain),
      exit: () => process.exit(0),
      clock: systemClock,
      random: systemRandom,
      log: createLog(),
    });
    return;
  }
  backend?.receive(message, ports[0] && toPagePort(ports[0]));
});
