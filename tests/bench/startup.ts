import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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
