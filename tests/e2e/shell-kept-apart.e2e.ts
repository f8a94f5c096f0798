import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { backendPid, launchProbe, openNewVault } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// What the system may see of the application beside its window: files of other users' reach, and dumps of memory.

test.skip(process.platform !== 'linux', 'reads /proc');

/** Limit of the size of memory dumps, soft and hard, of a process. */
const dumpLimit = async (pid: number): Promise<string> => {
  const limits = await readFile(`/proc/${pid}/limits`, 'utf8');
  return /^Max core file size\s+(\S+\s+\S+)/m.exec(limits)?.[1]?.replaceAll(/\s+/g, ' ') ?? '';
};

const umaskOf = async (pid: number): Promise<string> =>
  /^Umask:\s*(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';

/** Files below a folder that others than their owner may read, write or run. */
const openToOthers = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true });
  const open: string[] = [];
  for (const name of names) {
    const { mode } = await stat(join(folder, name));
    if ((mode & 0o077) !== 0) open.push(name);
  }
  expect(names.length).toBeGreaterThan(2);
  return open;
};

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
