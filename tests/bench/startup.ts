import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron } from '@playwright/test';
import { launchApp } from '../e2e/support/launch.ts';
import { goTo } from '../e2e/support/steps/case-steps.ts';
import { unlock } from '../e2e/support/steps/vault-steps.ts';
import { familyPss } from './memory.ts';
import type { BenchSetting } from './setting.ts';
import { type Figure, figure, median } from './statistics.ts';

/**
 * Steps of a start in their order; `usable`: a keystroke landed in a field of the shown window; `answered`: seen after
 * that, the list of vaults stands in the page (at once in a bare window, which has no backend).
 */
export const startSteps = ['mainRun', 'ready', 'windowMade', 'scriptsDone', 'shown', 'usable', 'answered'] as const;
type StartStep = (typeof startSteps)[number];

/** When each step was reached, in milliseconds since the process was spawned. */
export type StartTrace = Readonly<Record<StartStep, number>>;

const readTrace = async (lines: AsyncIterable<string>, started: number): Promise<StartTrace> => {
  const reached = new Map<string, number>();
  for await (const line of lines) {
    const [step = '', at] = line.split(' ');
    if ((startSteps as readonly string[]).includes(step)) reached.set(step, Number(at) - started);
    if (startSteps.every((known) => reached.has(known))) return Object.fromEntries(reached) as StartTrace;
  }
  throw new Error('the window never became usable');
};

/** Starts `main` under the watching wrapper until its window is usable. */
const traceStart = async (setting: BenchSetting, main: string, env: NodeJS.ProcessEnv): Promise<StartTrace> => {
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
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    return await readTrace(createInterface({ input: child.stdout }), started);
  } finally {
    child.kill('SIGKILL');
    await ended;
    await rm(wrapper, { recursive: true, force: true });
  }
};

/** Medians of the steps of several starts, by what was started. */
export type StartTraces = Readonly<Record<string, StartTrace>>;

const medians = (traces: readonly StartTrace[]): StartTrace =>
  Object.fromEntries(startSteps.map((step) => [step, median(traces.map((trace) => trace[step]))])) as StartTrace;

/**
 * Traces starts of the application, of another build of it where `BILIK_BENCH_OTHER_MAIN` names its main file, and of
 * a bare Electron window, in turn.
 */
export const traceStarts = async (setting: BenchSetting, rounds: number): Promise<StartTraces> => {
  const other = process.env.BILIK_BENCH_OTHER_MAIN;
  const mains = { bilik: setting.appMain, ...(other ? { other } : {}), bare: setting.bareMain };
  const traces = Object.entries(mains).map(([name, main]) => ({ name, main, seen: [] as StartTrace[] }));
  const vault = basename(setting.vaultFolder);
  for (let round = -1; round < rounds; round += 1) {
    const documents = join(setting.folder, `startup-${round}`);
    await mkdir(documents);
    for (const { name, main, seen } of traces) {
      const answer = name === 'bare' ? {} : { BENCH_ANSWER: vault };
      const env = { BILIK_USER_DATA: setting.userData, BILIK_DOCUMENTS: documents, ...answer };
      const trace = await traceStart(setting, main, env);
      if (round >= 0) seen.push(trace);
    }
  }
  return Object.fromEntries(traces.map(({ name, seen }) => [name, medians(seen)]));
};

/** The traces as a table of Markdown, milliseconds since the process was spawned. */
export const traceTable = (traces: StartTraces): string =>
  [
    `| | ${startSteps.join(' | ')} |`,
    `|---|${startSteps.map(() => '---:').join('|')}|`,
    ...Object.entries(traces).map(
      ([name, trace]) => `| ${name} | ${startSteps.map((step) => Math.round(trace[step])).join(' | ')} |`,
    ),
  ].join('\n');

/** Spawn → unlock screen usable, against a bare Electron window. */
export const startFigure = ({ bilik, bare }: StartTraces): Figure =>
  figure('startup.unlockUsable', 'ms', bilik?.usable ?? Number.NaN, bare?.usable ?? Number.NaN, 1.3);

/** Time for a page to come to rest before memory is read, in milliseconds. */
const rest = 2500;

const ofApp = async (setting: BenchSetting): Promise<number> => {
  const app = await launchApp({ home: setting.home });
  try {
    const page = await unlock(app, setting.passphrase);
    // The vault opens where it was left, which another figure may have done.
    await goTo(page, 'Beranda');
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
