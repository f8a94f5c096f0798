import type { LockReason } from '@shared/contract/control.ts';
import { busPaths } from './d-bus-address.ts';
import { type DBusConnection, openDBus, theBus } from './d-bus-connection.ts';
import type { DBusMessage } from './d-bus-message.ts';

/** What keeps the sessions of a Linux computer; its words are those of systemd's org.freedesktop.login1. */
const login = 'org.freedesktop.login1';
const session = `${login}.Session`;
const properties = 'org.freedesktop.DBus.Properties';

/** Lockers of the screen that say so on the bus of the session (GNOME, KDE, Cinnamon, MATE, Xfce). */
export const screenSavers = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
] as const;

type Lock = (reason: LockReason) => void;

/** How long after the end of a connection the bus is tried again, in milliseconds. */
const pauseBeforeAgain = 10_000;

/** What decides where the buses listen and whose session this is: the environment of the process. */
export interface BusEnvironment {
  readonly [name: string]: string | undefined;
}

/** Where the bus of the computer listens, and that of the session, if there is one. */
const addressesOf = (env: BusEnvironment) => ({
  system: env.DBUS_SYSTEM_BUS_ADDRESS ?? 'unix:path=/run/dbus/system_bus_socket',
  session: env.DBUS_SESSION_BUS_ADDRESS ?? (env.XDG_RUNTIME_DIR ? `unix:path=${env.XDG_RUNTIME_DIR}/bus` : ''),
});

const signal = (interfaceName: string, member: string, rest = ''): string =>
  `type='signal',interface='${interfaceName}',member='${member}'${rest}`;

/** Asks for all signals at once: whatever is asked afterwards is answered when all of them are heard. */
const listen = async (bus: DBusConnection, rules: readonly string[]): Promise<void> => {
  await Promise.all(rules.map((rule) => bus.ask({ ...theBus, member: 'AddMatch', body: [rule] })));
};

/** Path of the session that this process belongs to; null where nobody knows: then any session counts. */
const ownSession = async (bus: DBusConnection, env: BusEnvironment): Promise<string | null> => {
  const manager = { destination: login, path: '/org/freedesktop/login1', interface: `${login}.Manager` };
  const questions = [
    ...(env.XDG_SESSION_ID ? [{ member: 'GetSession', body: [env.XDG_SESSION_ID] }] : []),
    { member: 'GetSessionByPID', body: [process.pid] },
  ];
  for (const question of questions) {
    const answer = await bus.ask({ ...manager, ...question }).catch(() => null);
    const path = answer?.body[0];
    if (typeof path === 'string') return path;
  }
  return null;
};

/** True for the present name of logind: anybody on a bus can send a signal to us alone, past what we listen for. */
const isLogin = async (bus: DBusConnection, sender: string | undefined): Promise<boolean> => {
  const owner = await bus.ask({ ...theBus, member: 'GetNameOwner', body: [login] });
  return sender !== undefined && owner.body[0] === sender;
};

/** What a signal of logind asks for, by the path of the own session; null for none of the vault's business. */
const reasonOf = async (bus: DBusConnection, own: string | null, message: DBusMessage): Promise<LockReason | null> => {
  const { member, path, body } = message;
  if (member === 'PrepareForSleep') return body[0] === true ? 'suspend' : null;
  if (path === undefined || (own !== null && path !== own)) return null;
  if (member === 'Lock') return 'screenLock';
  // The answer, not the signal, tells whether it is locked: the signal may leave the value out.
  const question = { destination: login, path, interface: properties, member: 'Get' };
  const hint = await bus.ask({ ...question, body: [session, 'LockedHint'] });
  return hint.body[0] === true ? 'screenLock' : null;
};

/** Hears the computer's own bus: its screen locks, and it goes to sleep. */
const hearComputer = async (path: string, env: BusEnvironment, lock: Lock, ended: () => void) => {
  const hear = async (message: DBusMessage): Promise<void> => {
    if (message.kind !== 'signal' || !(await isLogin(bus, message.sender))) return;
    const reason = await reasonOf(bus, await own, message);
    if (reason !== null) lock(reason);
  };
  const bus = await openDBus(path, { message: (message) => void hear(message).catch(() => undefined), ended });
  const from = `,sender='${login}'`;
  const listening = listen(bus, [
    signal(`${login}.Manager`, 'PrepareForSleep', from),
    signal(session, 'Lock', from),
    signal(properties, 'PropertiesChanged', `${from},arg0='${session}'`),
  ]);
  const own = ownSession(bus, env);
  await listening;
  return bus;
};

/** Hears the bus of the session: a locker of the screen has come up. */
const hearSession = async (path: string, lock: Lock, ended: () => void) => {
  const hear = ({ kind, member, body }: DBusMessage): void => {
    if (kind === 'signal' && member === 'ActiveChanged' && body[0] === true) lock('screenLock');
  };
  const bus = await openDBus(path, { message: hear, ended });
  await listen(
    bus,
    screenSavers.map((name) => signal(name, 'ActiveChanged')),
  );
  return bus;
};

/**
 * Locks when a Linux computer locks its screen or goes to sleep, as logind and the lockers of the screen say; Electron
 * hears of a locked screen on Windows and macOS alone. A bus that is not there, or goes, is tried again every ten
 * seconds. Gives what ends the listening.
 */
export const lockWithLinux = (env: BusEnvironment, lock: Lock): (() => void) => {
  const open = new Set<DBusConnection>();
  let over = false;
  const keep = (hear: (ended: () => void) => Promise<DBusConnection>): void => {
    let gone = false;
    const again = (): void => {
      if (gone || over) return;
      gone = true;
      setTimeout(() => !over && keep(hear), pauseBeforeAgain).unref();
    };
    void hear(again).then((bus) => (over || gone ? bus.close() : open.add(bus)), again);
  };
  const addresses = addressesOf(env);
  for (const path of busPaths(addresses.system)) keep((ended) => hearComputer(path, env, lock, ended));
  for (const path of busPaths(addresses.session)) keep((ended) => hearSession(path, lock, ended));
  return () => {
    over = true;
    for (const bus of open) bus.close();
  };
};
