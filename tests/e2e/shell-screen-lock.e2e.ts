import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { type FakeLogin, ownPath, type PrivateBus, startBus, startFakeLogin } from '../fixtures/fake-login.ts';
import type { RunningApp } from './support/launch.ts';
import { backendPid, enter, isAlive, launchProbe, openNewVault, passphrase, readyPage } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// The computer's screen locks or it goes to sleep, as logind says it on a bus that is the test's own: the vault locks.

let appFolder: string;
let app: RunningApp;
let bus: PrivateBus;
let login: FakeLogin;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  appFolder = await makeProbeApp();
  bus = await startBus();
  login = await startFakeLogin(bus);
  app = await launchProbe(appFolder, { env: { DBUS_SYSTEM_BUS_ADDRESS: bus.address, XDG_SESSION_ID: 'c2' } });
});

test.afterAll(async () => {
  await app?.close();
  login?.end();
  bus?.end();
  await rm(dirname(appFolder), { recursive: true, force: true });
});

test('logind locks the session, by its call and by its hint', async () => {
  const { vaultId } = await openNewVault(app);
  await login.asked;
  const locks = [
    () => login.signal(ownPath, 'org.freedesktop.login1.Session', 'Lock', []),
    () => login.lockedHint(ownPath, true),
  ];
  for (const lock of locks) {
    // Two seconds count as one lock.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    lock();
    const lockPage = await readyPage(app, 'lock');
    expect(new URL(lockPage.url()).searchParams.get('reason')).toBe('screenLock');
    await enter(lockPage, 'vault.unlock', { vaultId, passphrase });
    await readyPage(app, 'app');
  }
});

/** Addresses of the windows that are shown, as the application knows them. */
const shown = (): Promise<string[]> =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((window) => (window.isVisible() ? [window.webContents.getURL()] : [])),
  );

test('logind puts the computer to sleep', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const open = await backendPid(app);
  expect(await shown()).toEqual([expect.stringContaining('/app.html')]);
  login.signal('/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'PrepareForSleep', [true]);
  // Chromium hears it too and closes its connections, the driver's to the pages among them: the main process tells.
  await expect.poll(shown).toEqual([expect.stringContaining('reason=suspend')]);
  expect(open).toBeDefined();
  await expect.poll(() => isAlive(open ?? 0)).toBe(false);
});
