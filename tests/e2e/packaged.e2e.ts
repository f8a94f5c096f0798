import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { checklist } from './support/checklist.ts';
import { dumpLimit, openToOthers, umaskOf } from './support/kept-apart.ts';
import { loadRuntime } from './support/launch.ts';

// The app as `npm run dist` packs it, with one difference: the inspector fuse is on, or Playwright could not attach.

/** The byte '1' in Electron's fuse wire. */
const ENABLED = 0x31;

const project = resolve(import.meta.dirname, '../..');
const packed = join(project, 'dist', 'testable', 'linux-unpacked');
const executable = join(packed, 'bilik');
const archive = join(packed, 'resources', 'app.asar');

test.skip(process.platform !== 'linux', 'packs for Linux');
test.describe.configure({ mode: 'serial' });

let settings = '';

test.beforeAll(() => {
  settings = mkdtempSync(join(tmpdir(), 'bilik-packaged-'));
  execFileSync(process.execPath, [join(project, 'scripts', 'dist.mjs'), '--testable'], { cwd: project, stdio: 'pipe' });
});

test.afterAll(() => rmSync(settings, { recursive: true, force: true }));

/** The packed application, started with the variables of tests, which it must ignore. */
const start = (): Promise<ElectronApplication> => {
  const { BILIK_SQLITE_BINDING: _, ...env } = process.env as Record<string, string>;
  return _electron.launch({
    executablePath: join(import.meta.dirname, 'support', 'attach-late.mjs'),
    chromiumSandbox: false,
    timeout: 60_000,
    env: { ...env, BILIK_LATE: executable, XDG_CONFIG_HOME: settings, BILIK_USER_DATA: '/nowhere' },
  });
};

test('opens its first page, ignores the variables of tests and loads the packed SQLite addon', async () => {
  const electron = await start();
  try {
    const page = await electron.firstWindow();
    await expect(page.getByRole('button').first()).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/bilik\/lock\.html/);
    const seen = await electron.evaluate(({ app }) => {
      const { createRequire } = process.getBuiltinModule('node:module');
      const Database = createRequire(`${app.getAppPath()}/package.json`)('better-sqlite3');
      const sum = new Database(':memory:').prepare('select 40 + 2').pluck().get();
      return { packaged: app.isPackaged, userData: app.getPath('userData'), sum };
    });
    expect(seen).toEqual({ packaged: true, userData: join(settings, 'Bilik'), sum: 42 });
  } finally {
    await electron.close();
  }
});

test('has its fuses flipped', async () => {
  const { version: _, ...wire } = await getCurrentFuseWire(executable);
  const on = Object.entries(wire)
    .filter(([, state]) => state === ENABLED)
    .map(([index]) => FuseV1Options[Number(index)]);
  expect(on).toEqual([
    'EnableCookieEncryption',
    'EnableNodeCliInspectArguments',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
  ]);
});

test('does not run as plain Node', () => {
  const asNode = (): string =>
    execFileSync(executable, ['-p', '6 * 7'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 60_000,
    });
  expect(asNode).toThrow();
});

test('carries what it needs and nothing of the workshop', () => {
  const files = listPackage(archive, { isPack: false });
  for (const file of ['/out/main/index.js', '/out/main/backend.js', '/out/preload/index.cjs', '/LICENSE']) {
    expect(files).toContain(file);
  }
  expect(files.some((file) => file.startsWith('/resources/migrations/records/'))).toBe(true);
  const packages = files.filter((file) => /^\/node_modules\/[^/]+$/.test(file));
  expect(packages).toEqual(['/node_modules/better-sqlite3']);
  expect(
    files.filter((file) => /\.map$|\.tsx?$|^\/(tests|scripts|docs|shared|electron|renderer)\//.test(file)),
  ).toEqual([]);
  expect(existsSync(join(packed, 'resources', 'default_app.asar'))).toBe(false);
  expect(readdirSync(join(packed, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked']);
});

test("has no trace of the developer's inspector", () => {
  const found = (text: string): string =>
    execFileSync('grep', ['-rlaF', text, join(packed, 'resources')], { encoding: 'utf8', stdio: 'pipe' });
  expect(found('app://')).toContain('app.asar');
  // grep ends with 1, which throws, when it finds nothing.
  for (const text of ['@electron/remote', 'BILIK_INSPECT']) expect(() => found(text)).toThrow(/Command failed/);
});

test.describe("keeps Electron's security checklist", () => {
  let electron: ElectronApplication;
  let page: Page;
  let runtime = '';

  test.beforeAll(async () => {
    electron = await start();
    page = await electron.firstWindow();
    await expect(page.getByRole('button').first()).toBeVisible();
    runtime = (await loadRuntime()).runtimePaths().electronVersion;
  });

  test.afterAll(() => electron?.close());

  test('leaves no memory on disk, and no file is there for others', async () => {
    const [main, all] = await electron.evaluate(({ app }) => [process.pid, app.getAppMetrics()]);
    const pids = all.map(({ pid }) => pid);
    expect(all.map(({ name }) => name)).toContain('Bilik backend');
    await expect.poll(() => Promise.all(pids.map(dumpLimit))).toEqual(pids.map(() => '0 0'));
    const own = all.filter(({ name }) => name === 'Bilik backend').map(({ pid }) => pid);
    for (const pid of [main, ...own]) expect(await umaskOf(pid)).toBe('0077');
    expect(await openToOthers(settings)).toEqual([]);
    // Nobody waits for a crash to write one down.
    const programs = execFileSync('ps', ['-eo', 'ppid=,args='], { encoding: 'utf8' }).split('\n');
    const below = programs.filter((line) => pids.includes(Number.parseInt(line, 10)));
    expect(below.length).toBeGreaterThan(0);
    expect(below.filter((line) => line.includes('crashpad'))).toEqual([]);
  });

  test('keeps nothing of its pages on disk, and asks for no dictionary', async () => {
    const kept = await electron.evaluate(({ app, session }) => ({
      switches: ['disable-http-cache', 'disable-breakpad', 'disable-gpu-shader-disk-cache'].filter(
        (name) => !app.commandLine.hasSwitch(name),
      ),
      sessions: ['bilik-pages', 'bilik-confirmation'].map((name) => {
        const target = session.fromPartition(name, { cache: false });
        return [target.isPersistent(), target.storagePath, target.getSpellCheckerLanguages()];
      }),
      languages: session.defaultSession.getSpellCheckerLanguages(),
    }));
    // A dictionary is asked for by language, whether or not spelling is checked.
    const closed = [false, null, []];
    expect(kept).toEqual({ switches: [], sessions: [closed, closed], languages: [] });
    expect(readdirSync(settings, { recursive: true }).filter((name) => /\.(dmp|bdic)$/.test(String(name)))).toEqual([]);
  });

  for (const [item, hold] of Object.entries(checklist)) {
    test(item, async () => {
      await hold({ electron, page, executable, archive, runtime });
    });
  }
});
