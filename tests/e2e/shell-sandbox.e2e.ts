import { execFileSync } from 'node:child_process';
import { chmod, copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, loaderFile, loadRuntime } from './support/launch.ts';
import { pagePids, readyPage } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// Chromium's own sandbox, which root cannot have: as root the application runs as `nobody`, from copies that
// this user can read (the home of root is not).

test.skip(process.platform !== 'linux', 'reads /proc');

const nobody = { uid: 65534, gid: 65534 };

/** Gives a tree to everyone for reading. */
const openToAll = (folder: string): void => {
  execFileSync('chmod', ['-R', 'a+rX', folder]);
};

/** A program that starts Electron as another user. */
const asNobody = async (folder: string, electron: string): Promise<string> => {
  const script = join(folder, 'as-nobody');
  const drop = `setpriv --reuid=${nobody.uid} --regid=${nobody.gid} --clear-groups`;
  await writeFile(script, `#!/bin/sh\nexec ${drop} "${electron}" "$@"\n`);
  await chmod(script, 0o755);
  return script;
};

/** The key to the display, which only its owner can read. */
const displayKey = async (folder: string): Promise<Record<string, string>> => {
  const key = process.env.XAUTHORITY;
  if (!key) return {};
  const copy = join(folder, 'display-key');
  await copyFile(key, copy);
  await chmod(copy, 0o644);
  return { XAUTHORITY: copy };
};

const statusOf = async (pid: number): Promise<Record<string, string>> => {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  return Object.fromEntries(text.split('\n').map((line) => line.split(/:\s*/, 2) as [string, string]));
};

test('every page runs in the real sandbox of an ordinary user', async () => {
  const runtime = await loadRuntime();
  const { electronDist, electronExecutable } = runtime.runtimePaths();
  const folder = await mkdtemp(join(tmpdir(), 'bilik-sandbox-'));
  const appFolder = await makeProbeApp();
  const isRoot = process.getuid?.() === 0;
  const home = join(folder, 'home');
  await mkdir(home);
  let executable = electronExecutable;
  let env: Record<string, string> = {};
  const loader = join(folder, basename(loaderFile));
  await copyFile(loaderFile, loader);
  if (isRoot) {
    const dist = join(folder, 'dist');
    await cp(electronDist, dist, { recursive: true });
    await chmod(home, 0o777);
    executable = await asNobody(folder, join(dist, basename(electronExecutable)));
    env = { HOME: home, TMPDIR: tmpdir(), ...(await displayKey(folder)) };
    const binding = runtime.appEnv().BILIK_SQLITE_BINDING;
    if (binding) {
      await copyFile(binding, join(folder, basename(binding)));
      env = { ...env, BILIK_SQLITE_BINDING: join(folder, basename(binding)) };
    }
    for (const readable of [folder, dirname(appFolder)]) openToAll(readable);
  }

  const app = await launchApp({ appFolder, home, executable, env, loader, sandbox: true });
  const page = await readyPage(app, 'lock');
  expect(app.electron.process().spawnargs.filter((arg) => arg.includes('no-sandbox'))).toEqual([]);
  const pids = await pagePids(app);
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) {
    const status = await statusOf(pid);
    // seccomp(2): 2 is a filter; see proc_pid_status(5).
    expect(status.Seccomp).toBe('2');
    expect(status.NoNewPrivs).toBe('1');
    expect(status.Uid?.split(/\s+/)).not.toContain('0');
  }
  expect(await page.evaluate(() => window.probe.client.call('vault.list', {}))).toMatchObject({ ok: true });
  await app.close();
  await rm(folder, { recursive: true, force: true });
  await rm(dirname(appFolder), { recursive: true, force: true });
});
