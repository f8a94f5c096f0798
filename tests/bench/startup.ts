import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron } from '@playwright/test';
import { launchApp } from '../e2e/support/launch.ts';
import { unlock } from '../e2e/support/steps/vault-steps.ts';
import { familyPss } from './memory.ts';
import type { BenchSetting } from './setting.ts';
import { type Figure, figure, median } from './statistics.ts';

/** Starts `main` under the watching wrapper; milliseconds from spawn to the first usable control. */
const timeToUsable = async (setting: BenchSetting, main: string, env: NodeJS.ProcessEnv): Promise<number> => {
  const wrapper = await mkdtemp(join(tmpdir(), 'bilik-bench-'));
  await writeFile(
    join(wrapper, 'package.json'),
    JSON.stringify({ name: 'bench', version: '0.0.0', type: 'module', main: 'watch.mjs' }),
  );
  await copyFile(setting.watchFile, join(wrapper, 'watch.mjs'));
  const started = Date.now();
  const child = spawn(setting.electron, [wrapper, ...setting.electronArgs], {
    env: { ...setting.env, ...env, BENCH_MAIN: main, BENCH_BARE_PAGE: setting.barePage },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('usable ')) return Number(line.slice('usable '.length)) - started;
    }
    throw new Error('the window never became usable');
  } finally {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    await rm(wrapper, { recursive: true, force: true });
  }
};

/** Spawn → unlock screen usable, against a bare Electron window; the two in turn, medians. */
export const measureStartup = async (setting: BenchSetting, rounds: number): Promise<Figure> => {
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const profile = join(setting.folder, `startup-${round}`);
    await mkdir(profile);
    const env = { BILIK_USER_DATA: setting.userData, BILIK_DOCUMENTS: profile };
    const a = await timeToUsable(setting, setting.appMain, env);
    const b = await timeToUsable(setting, setting.bareMain, env);
    if (round < 0) continue;
    own.push(a);
    bare.push(b);
  }
  return figure('startup.unlockUsable', 'ms', median(own), median(bare), 1.3);
};

/** Time for a page to come to rest before memory is read, in milliseconds. */
const rest = 2500;

const ofApp = async (setting: BenchSetting): Promise<number> => {
  const app = await launchApp({ home: setting.home });
  try {
    const page = await unlock(app, setting.passphrase);
    await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor();
    await page.waitForTimeout(rest);
    return await familyPss(app.electron.process().pid ?? 0);
  } finally {
    await app.close();
  }
};

const ofBare = async (setting: BenchSetting): Promise<number> => {
  const bare = await _electron.launch({
    executablePath: setting.electron,
    args: [setting.bareMain, ...setting.electronArgs],
    env: Object.fromEntries(
      Object.entries({ ...setting.env, BENCH_BARE_PAGE: setting.barePage }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  });
  try {
    const page = await bare.firstWindow();
    await page.getByRole('button', { name: 'Open' }).waitFor();
    await page.waitForTimeout(rest);
    return await familyPss(bare.process().pid ?? 0);
  } finally {
    await bare.close();
  }
};

/** PSS of all processes on Beranda against a bare window, medians in MiB. */
export const measureMemory = async (setting: BenchSetting, rounds: number): Promise<Figure> => {
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await ofApp(setting));
    bare.push(await ofBare(setting));
  }
  return figure('memory.homePss', 'MiB', median(own), median(bare), 1.4);
};
