import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const projectRoot = resolve(import.meta.dirname, '../../..');

interface Runtime {
  readonly runtimePaths: () => {
    readonly electronDist: string;
    readonly electronExecutable: string;
    readonly electronVersion: string;
  };
  readonly appEnv: () => NodeJS.ProcessEnv;
}

/** The runtime that the set-up has put in place. Rejects when the set-up has not run. */
export const loadRuntime = (): Promise<Runtime> =>
  import(pathToFileURL(join(projectRoot, 'scripts/lib/runtime.mjs')).href) as Promise<Runtime>;

/** Answers of system dialogs; what is absent counts as cancelled. */
export interface DialogAnswers {
  readonly folder?: string;
  readonly files?: readonly string[];
  readonly save?: string;
  readonly paperPrinted?: boolean;
  /** Seconds since the computer was last touched, as the system says. */
  readonly systemIdle?: number;
}

export interface LaunchOptions {
  /** Folder that holds profile, documents and dialog answers; a new one when absent. Given folders are kept. */
  readonly home?: string;
  /** Folder of the built application. */
  readonly appFolder?: string;
  readonly executable?: string;
  /** Further variables for the application. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs with Chromium's sandbox, which root cannot. */
  readonly sandbox?: boolean;
  readonly args?: readonly string[];
  /** A copy of Playwright's preload that the application's user can read. */
  readonly loader?: string;
}

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly home: string;
  readonly userData: string;
  readonly documents: string;
  /** The one window's page once it shows this page of the application. */
  readonly page: (name: 'lock' | 'app') => Promise<Page>;
  readonly setDialogs: (answers: DialogAnswers) => Promise<void>;
  /** Leaves the application; removes the folder unless it was given. */
  readonly close: () => Promise<void>;
}

const isPage = (page: Page, name: string): boolean =>
  !page.isClosed() && page.url().startsWith(`app://bilik/${name}.html`);

/** Time for a window to answer, in milliseconds. */
const answerLimit = 30_000;

const inTime = <T>(answer: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    answer,
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), answerLimit).unref()),
  ]);

/** Fails at once, by name, when a window does not answer. */
const expectAnswer = async (page: Page, name: string): Promise<Page> => {
  if (await inTime(page.evaluate(() => true))) return page;
  throw new Error(`the window of the page ${name} does not answer`);
};

/** What the driver and the main process know of the windows, and what the lock page says; for a message. */
const windowsNow = async (electron: ElectronApplication): Promise<string> => {
  const seen = await Promise.all(
    electron.windows().map(async (page) => {
      const said = isPage(page, 'lock')
        ? await inTime(page.locator('body').innerText({ timeout: answerLimit / 2 })).catch(() => 'closed')
        : '';
      return `${page.url()} ${page.isClosed() ? 'closed' : ''} ${said ?? 'does not answer'}`;
    }),
  );
  const made = await inTime(
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(
        (window) =>
          `${window.webContents.getURL()} ${window.isVisible() ? 'shown' : 'hidden'} ` +
          `${window.webContents.isLoading() ? 'loading' : 'loaded'}`,
      ),
    ),
  ).catch(() => undefined);
  return `driver: ${seen.join(' | ')}; application: ${made?.join(' | ') ?? 'does not answer'}`;
};

/** Time for a page to come: opening a vault takes seconds, and many of them on a busy machine. */
const comingLimit = 120_000;

/**
 * Waits for the window of a page, also when it is still to be opened, and until it is the only one: the window before
 * stays until the new one is shown.
 */
const waitForPage = async (electron: ElectronApplication, name: string): Promise<Page> => {
  const deadline = Date.now() + comingLimit;
  while (Date.now() < deadline) {
    const [found, ...others] = electron.windows().filter((page) => isPage(page, 'lock') || isPage(page, 'app'));
    if (found !== undefined && others.length === 0 && isPage(found, name)) return expectAnswer(found, name);
    if (found !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    else await electron.waitForEvent('window', { timeout: 250 }).catch(() => undefined);
  }
  throw new Error(`no window with the page ${name} alone; ${await windowsNow(electron)}`);
};

const ofThisProcess = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/**
 * Playwright's own preload: it holds the application's start until the driver has attached. Playwright loads it by
 * itself only when it chooses the executable. Without it the window may come up while the driver attaches, which then
 * waits for an answer that never comes: two of forty starts on a machine with four busy processes.
 */
export const loaderFile = join(projectRoot, 'node_modules/playwright-core/lib/server/electron/loader.js');

/** Time for the driver to attach, in milliseconds: a second or two, and more on a busy machine. */
const attachLimit = 60_000;

/** Starts the built application with folders of its own and scripted system dialogs. */
export const launchApp = async (options: LaunchOptions = {}): Promise<RunningApp> => {
  const runtime = await loadRuntime();
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'bilik-e2e-')));
  const [userData, documents, dialogs] = ['profile', 'documents', 'dialogs.json'].map((name) => join(home, name));
  const setDialogs = (answers: DialogAnswers): Promise<void> => writeFile(dialogs!, JSON.stringify(answers));
  await setDialogs({});
  const electron = await _electron.launch({
    executablePath: options.executable ?? runtime.runtimePaths().electronExecutable,
    args: ['-r', options.loader ?? loaderFile, options.appFolder ?? projectRoot, ...(options.args ?? [])],
    timeout: attachLimit,
    chromiumSandbox: options.sandbox ?? false,
    env: {
      ...ofThisProcess(),
      ...(runtime.appEnv() as Record<string, string>),
      BILIK_USER_DATA: userData!,
      BILIK_DOCUMENTS: documents!,
      BILIK_TEST_DIALOGS: dialogs!,
      ...options.env,
    },
  });
  return {
    electron,
    home,
    userData: userData!,
    documents: documents!,
    page: (name) => waitForPage(electron, name),
    setDialogs,
    close: async () => {
      await electron.close();
      if (options.home === undefined) await rm(home, { recursive: true, force: true });
    },
  };
};
