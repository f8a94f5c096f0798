import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { dumpLimit, openToOthers, umaskOf } from './support/kept-apart.ts';
import { backendPid, launchProbe, openNewVault } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// What the system may see of the application: pictures of its windows, files of other users' reach, dumps of memory.

test.skip(process.platform !== 'linux', 'reads /proc');

test('every window is kept out of pictures of the screen', async () => {
  const appFolder = await makeProbeApp();
  const app = await launchProbe(appFolder);
  // Linux has no such protection, and Electron does not say there what was asked of it: so the asking is heard.
  await app.electron.evaluate(({ BrowserWindow }) => {
    const shared = BrowserWindow.prototype;
    const ask = shared.setContentProtection;
    shared.setContentProtection = function (isOn) {
      Object.assign(this, { isProtected: isOn });
      ask.call(this, isOn);
    };
  });
  const windows = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((window) => [
          /[a-z]+(?=\.html)/.exec(window.webContents.getURL())?.[0],
          'isProtected' in window && window.isProtected,
        ])
        .sort(),
    );
  const { page } = await openNewVault(app);
  // The window of confirmation is made ready with the first key.
  await page.keyboard.press('Shift');
  await expect.poll(windows).toEqual([
    ['app', true],
    ['confirm', true],
  ]);
  await app.close();
  await rm(dirname(appFolder), { recursive: true, force: true });
});

test('no process leaves its memory on disk, and no file is there for others', async () => {
  const appFolder = await makeProbeApp();
  const app = await launchProbe(appFolder);
  await openNewVault(app);
  const [main, all] = await app.electron.evaluate(({ app: electronApp }) => [
    process.pid,
    electronApp.getAppMetrics().map(({ pid }) => pid),
  ]);
  const backend = await backendPid(app);
  expect(all).toContain(backend);
  expect(all.length).toBeGreaterThan(3);
  await expect.poll(() => Promise.all(all.map(dumpLimit))).toEqual(all.map(() => '0 0'));
  for (const pid of [main, backend!]) expect(await umaskOf(pid)).toBe('0077');
  expect(await openToOthers(app.documents)).toEqual([]);
  await app.close();
  await rm(dirname(appFolder), { recursive: true, force: true });
});
