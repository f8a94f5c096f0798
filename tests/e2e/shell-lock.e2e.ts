import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { RunningApp } from './support/launch.ts';
import {
  backendPid,
  callFrom,
  enter,
  isAlive,
  launchProbe,
  openNewVault,
  pagePids,
  passphrase,
  readyPage,
} from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// The page and the backend are replaced whenever a vault opens or locks.

let appFolder: string;
let app: RunningApp;
let page: Page;
let vaultId: string;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  appFolder = await makeProbeApp();
  app = await launchProbe(appFolder);
  ({ page, vaultId } = await openNewVault(app));
});

test.afterAll(async () => {
  await app?.close();
  await rm(dirname(appFolder), { recursive: true, force: true });
});

/** The processes that hold something of the open vault. */
const vaultProcesses = async (): Promise<number[]> => [...(await pagePids(app)), (await backendPid(app))!];

const expectLocked = async (processes: readonly number[], reason: string): Promise<void> => {
  const lockPage = await readyPage(app, 'lock');
  expect(new URL(lockPage.url()).searchParams.get('reason')).toBe(reason);
  await expect.poll(() => processes.filter(isAlive)).toEqual([]);
  expect(app.electron.windows()).toHaveLength(1);
  expect(await callFrom(lockPage, 'session.get', {})).toMatchObject({ value: { unlocked: null } });
  expect(await callFrom(lockPage, 'session.getPlace', {})).toMatchObject({ error: { code: 'locked' } });
};

const unlock = async (): Promise<Page> => {
  const lockPage = await readyPage(app, 'lock');
  await enter(lockPage, 'vault.unlock', { vaultId, passphrase });
  return readyPage(app, 'app');
};

test('unlocking replaces the page and its process', async () => {
  const locked = await launchProbe(appFolder);
  const lockPage = await readyPage(locked, 'lock');
  const before = await pagePids(locked);
  const opened = await openNewVault(locked);
  await expect.poll(() => lockPage.isClosed()).toBe(true);
  await expect.poll(() => before.filter(isAlive)).toEqual([]);
  expect(await callFrom(opened.page, 'session.get', {})).toMatchObject({
    value: { unlocked: { label: 'Brankas Contoh' } },
  });
  await locked.close();
});

test('a wrong passphrase leaves the lock page where it is', async () => {
  const other = await launchProbe(appFolder);
  const lockPage = await readyPage(other, 'lock');
  const refused = await callFrom(lockPage, 'vault.unlock', { vaultId, passphrase });
  expect(refused).toMatchObject({ error: { code: 'unknownVault' } });
  expect(lockPage.isClosed()).toBe(false);
  await other.close();
});

test('a call locks', async () => {
  const processes = await vaultProcesses();
  await enter(page, 'vault.lock', {});
  await expectLocked(processes, 'requested');
  page = await unlock();
});

test('Ctrl+L locks, after the page could save', async () => {
  const processes = await vaultProcesses();
  await page.evaluate(() => {
    window.probe.client.onEvent(({ event }) => {
      if (event === 'lockSoon') void window.probe.client.call('session.setPlace', { path: '/terakhir', state: null });
    });
  });
  await app.electron.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    webContents.focus();
    webContents.sendInputEvent({ type: 'keyDown', keyCode: 'L', modifiers: ['control'] });
  });
  await expectLocked(processes, 'requested');
  page = await unlock();
  expect(await callFrom(page, 'session.getPlace', {})).toMatchObject({ value: { path: '/terakhir' } });
});

for (const [event, reason] of [
  ['suspend', 'suspend'],
  ['lock-screen', 'screenLock'],
] as const) {
  test(`the computer's ${event} locks`, async () => {
    const processes = await vaultProcesses();
    await app.electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
    await expectLocked(processes, reason);
    page = await unlock();
  });
}

test('a backend that hears nothing any more is killed', async () => {
  const processes = await vaultProcesses();
  process.kill((await backendPid(app))!, 'SIGSTOP');
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expectLocked(processes, 'suspend');
  page = await unlock();
});

test('a crash of the page locks', async () => {
  const processes = await vaultProcesses();
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  );
  await expectLocked(processes, 'pageCrash');
  page = await unlock();
});

test('a crash of the backend locks and says so', async () => {
  const processes = await vaultProcesses();
  process.kill((await backendPid(app))!, 'SIGKILL');
  await expectLocked(processes, 'backendCrash');
  page = await unlock();
});

test('locking during an unlock wins', async () => {
  await enter(page, 'vault.lock', {});
  const lockPage = await readyPage(app, 'lock');
  const processes = await vaultProcesses();
  const unlocking = enter(lockPage, 'vault.unlock', { vaultId, passphrase });
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await unlocking;
  await expectLocked(processes, 'suspend');
  page = await unlock();
});

test('closing the window locks and leaves', async () => {
  const processes = [...(await vaultProcesses()), app.electron.process().pid!];
  const ended = app.electron.waitForEvent('close');
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await ended;
  await expect.poll(() => processes.filter(isAlive)).toEqual([]);
});
