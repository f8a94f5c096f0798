import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LockReason } from '@shared/contract/control.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { busPaths } from '../../../electron/main/computer/d-bus-address.ts';
import { openDBus } from '../../../electron/main/computer/d-bus-connection.ts';
import { maxDBusMessage } from '../../../electron/main/computer/d-bus-message.ts';
import { lockOnce } from '../../../electron/main/computer/lock-once.ts';
import { lockWithLinux } from '../../../electron/main/computer/screen-locks.ts';
import { type FakeLogin, ownPath, type PrivateBus, startBus, startFakeLogin } from '../../fixtures/fake-login.ts';

const session = 'org.freedesktop.login1.Session';

let computer: PrivateBus;
let desktop: PrivateBus;
let login: FakeLogin;
let stop: () => void = () => undefined;
let reasons: LockReason[];
let wake: () => void = () => undefined;

beforeEach(async () => {
  [computer, desktop] = await Promise.all([startBus(), startBus()]);
  login = await startFakeLogin(computer);
  reasons = [];
});

afterEach(() => {
  stop();
  login.end();
  computer.end();
  desktop.end();
});

/** Listens as the application does, and waits until it is set up on both buses. */
const listenAs = async (id: string | undefined): Promise<string> => {
  const lock = (reason: LockReason): void => {
    reasons.push(reason);
    wake();
  };
  stop = lockWithLinux(
    { DBUS_SYSTEM_BUS_ADDRESS: computer.address, DBUS_SESSION_BUS_ADDRESS: desktop.address, XDG_SESSION_ID: id },
    lock,
  );
  return login.asked;
};

/** What locks next; what locks while nobody waits is kept for the next one who does. */
const nextLock = (): Promise<LockReason | undefined> =>
  new Promise((resolve) => {
    wake = () => {
      if (reasons.length === 0) return;
      wake = () => undefined;
      resolve(reasons.shift());
    };
    wake();
  });

/** A signal by a foreign program, on the bus of the desktop. */
const dbusSend = (path: string, name: string, ...values: string[]): void => {
  execFileSync('dbus-send', [`--bus=${desktop.address}`, '--type=signal', path, name, ...values]);
};

test('the own session that logind locks locks the vault, another one does not', async () => {
  await listenAs('c2');
  login.signal('/org/freedesktop/login1/session/_99', session, 'Lock', []);
  void login.lockedHint('/org/freedesktop/login1/session/_99', true);
  login.signal('/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'PrepareForSleep', [false]);
  login.signal('/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'PrepareForSleep', [true]);
  expect(await nextLock()).toBe('suspend');
  login.signal(ownPath, session, 'Lock', []);
  expect(await nextLock()).toBe('screenLock');
  login.signal(ownPath, session, 'Unlock', []);
  await login.lockedHint(ownPath, false);
  await login.lockedHint(ownPath, true);
  expect(await nextLock()).toBe('screenLock');
  // What comes last is the next: nothing else has locked.
  login.signal('/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'PrepareForSleep', [true]);
  expect(await nextLock()).toBe('suspend');
});

test('where nobody knows which session is the own one, any that locks counts', async () => {
  await listenAs(undefined);
  login.signal('/org/freedesktop/login1/session/_99', session, 'Lock', []);
  expect(await nextLock()).toBe('screenLock');
});

test('somebody on the bus who is not logind locks nothing', async () => {
  const us = await listenAs('c2');
  const stranger = await openDBus(computer.path, { message: () => undefined, ended: () => undefined });
  const locking = { kind: 'signal', path: ownPath, interface: session, member: 'Lock', body: [] } as const;
  stranger.send(locking);
  stranger.send({ ...locking, destination: us });
  login.signal('/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'PrepareForSleep', [true]);
  expect(await nextLock()).toBe('suspend');
  expect(reasons).toEqual([]);
  stranger.close();
});

test('a locker of the screen that comes up locks the vault, one that goes does not', async () => {
  await listenAs('c2');
  // The bus of the desktop may be set up a moment later than that of the computer: signals before that go unheard.
  let heard: LockReason | undefined;
  const coming = nextLock().then((reason) => {
    heard = reason;
  });
  while (heard === undefined) {
    dbusSend('/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.ActiveChanged', 'boolean:false');
    dbusSend('/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.ActiveChanged', 'boolean:true');
    await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
  expect(heard).toBe('screenLock');
});

test('a bus that is not there, or speaks another tongue, harms nothing', async () => {
  const path = join(tmpdir(), `bilik-tongue-${process.pid}`);
  const answers = ['HTTP/1.1 400 Bad Request\r\n\r\n', 'OK 1234\r\n'];
  const server = createServer((socket) => {
    const answer = answers.shift() ?? '';
    socket.on('error', () => undefined);
    socket.on('data', () => socket.write(answer + (answer.startsWith('OK') ? 'l'.repeat(maxDBusMessage + 100) : '')));
  }).listen(path);
  const none = { message: () => undefined, ended: () => undefined };
  await expect(openDBus(path, none)).rejects.toThrow('no bus takes us there');
  await expect(openDBus(path, none)).rejects.toThrow('the bus has gone');
  await expect(openDBus(`${path}-absent`, none)).rejects.toThrow('no bus takes us there');
  server.close();
});

test('addresses of buses', () => {
  expect(busPaths('unix:path=/run/user/1000/bus,guid=12')).toEqual(['/run/user/1000/bus']);
  expect(busPaths('tcp:host=a;unix:abstract=/tmp/dbus-1%2c2;unix:path=%zz;unix:guid=1;')).toEqual(['\0/tmp/dbus-1,2']);
  expect(busPaths('')).toEqual([]);
});

describe('a lock that is said in several ways', () => {
  /** What is said, at which millisecond, after how many deeds; answers with what locked. */
  const lockedBy = (said: readonly (readonly [LockReason, now: number, deeds: number])[]): LockReason[] => {
    let [now, deeds] = [0, 0];
    const locked: LockReason[] = [];
    const lock = lockOnce(
      (reason) => locked.push(reason),
      () => now,
      () => deeds,
    );
    for (const [reason, at, after] of said) {
      [now, deeds] = [at, after];
      lock(reason);
    }
    return locked;
  };

  test('is one', () => {
    expect(
      lockedBy([
        ['screenLock', 0, 4],
        ['suspend', 1999, 4],
        ['suspend', 2000, 4],
      ]),
    ).toEqual(['screenLock', 'suspend']);
  });

  test('is another where somebody pressed or a vault opened since', () => {
    expect(
      lockedBy([
        ['suspend', 0, 0],
        ['screenLock', 700, 1],
        ['screenLock', 701, 1],
      ]),
    ).toEqual(['suspend', 'screenLock']);
  });
});
