import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from '@playwright/test';
import { dumpLimit, openToOthers, umaskOf } from './support/kept-apart.ts';
import { backendPid, launchProbe, openNewVault } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// What the system may see of the application beside its window: files of other users' reach, and dumps of memory.

test.skip(process.platform !== 'linux', 'reads /proc');

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
