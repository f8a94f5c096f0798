import { connect, type Socket } from 'node:net';
import {
  DBusError,
  type DBusMessage,
  type DBusWritten,
  maxDBusMessage,
  readDBusMessage,
  writeDBusMessage,
} from './d-bus-message.ts';

/** What is asked of whom. */
export interface DBusQuestion {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly body: readonly DBusWritten[];
}

export interface DBusConnection {
  /** Asks and gives the answer; rejects with DBusError where the other side refuses or the connection ends. */
  readonly ask: (question: DBusQuestion) => Promise<DBusMessage>;
  /** Sends a message that nobody answers. */
  readonly send: (message: Omit<DBusMessage, 'serial' | 'body'> & { readonly body: readonly DBusWritten[] }) => void;
  readonly close: () => void;
}

export interface DBusEvents {
  /** Every message that answers no question. */
  readonly message: (message: DBusMessage) => void;
  /** The connection has ended, once. */
  readonly ended: () => void;
}

/** The bus itself, which answers questions too. */
export const theBus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/** Connects, says who we are (the user, whom the socket tells too), and waits for the bus to take it. */
const signIn = (path: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ path });
    let said = '';
    const hear = (bytes: Buffer): void => {
      said += bytes.toString('latin1');
      if (!said.includes('\r\n') && said.length < 1000) return;
      socket.off('data', hear);
      if (!said.startsWith('OK ')) return void socket.destroy();
      socket.write('BEGIN\r\n');
      resolve(socket);
    };
    socket.on('data', hear);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => reject(new DBusError('no bus takes us there')));
    const user = Buffer.from(String(process.getuid?.() ?? 0));
    socket.on('connect', () => socket.write(`\0AUTH EXTERNAL ${user.toString('hex')}\r\n`));
  });

/**
 * Opens a connection to the bus that listens at `path`. Rejects where nobody listens or the bus refuses; what is no
 * message of D-Bus, or too large a one, ends the connection.
 */
export const openDBus = async (path: string, events: DBusEvents): Promise<DBusConnection> => {
  const socket = await signIn(path);
  const waiting = new Map<number, { resolve: (message: DBusMessage) => void; reject: (error: Error) => void }>();
  let serial = 0;

  const hear = (message: DBusMessage): void => {
    const asked = waiting.get(message.answers ?? 0);
    waiting.delete(message.answers ?? 0);
    if (asked === undefined) events.message(message);
    else if (message.kind === 'answer') asked.resolve(message);
    else asked.reject(new DBusError('refused'));
  };
  let pending: Buffer = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    pending = Buffer.concat([pending, bytes]);
    try {
      for (let read = readDBusMessage(pending); read !== null; read = readDBusMessage(pending)) {
        pending = pending.subarray(read.size);
        hear(read.message);
      }
      if (pending.length > maxDBusMessage) throw new DBusError('D-Bus message too large');
    } catch {
      socket.destroy();
    }
  });
  socket.once('close', () => {
    for (const { reject } of waiting.values()) reject(new DBusError('the bus has gone'));
    events.ended();
  });

  const ask = (question: DBusQuestion): Promise<DBusMessage> =>
    new Promise((resolve, reject) => {
      serial += 1;
      waiting.set(serial, { resolve, reject });
      socket.write(writeDBusMessage({ kind: 'call', serial, ...question }));
    });
  await ask({ ...theBus, member: 'Hello', body: [] });
  return {
    ask,
    send: (message) => {
      serial += 1;
      socket.write(writeDBusMessage({ ...message, serial }));
    },
    close: () => socket.destroy(),
  };
};
