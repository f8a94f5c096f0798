import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { presenceInterval, type Seen } from '../../electron/main/presence.ts';
import type { RunningApp } from './support/launch.ts';
import { callFrom, launchProbe, openNewVault } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// Whether a person is there the main process sees by itself: nothing that a page does by itself counts.

let appFolder: string;
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  appFolder = await makeProbeApp();
  app = await launchProbe(appFolder);
  ({ page } = await openNewVault(app));
  await listenIn(app);
});

test.afterAll(async () => {
  await app?.close();
  await rm(dirname(appFolder), { recursive: true, force: true });
});

/** Begins what the listener in the main process writes. */
const mark = 'presence ';

/** What was said since the last time that one asked. */
const heard: Seen[] = [];

const said = (): Seen[] => heard.splice(0);

/**
 * Hears what the main process says to the backend from now on. It comes as lines of the console and is not asked for
 * again and again: an answer of the main process may be collected before the driver has it.
 */
const listenIn = async ({ electron }: RunningApp): Promise<void> => {
  electron.on('console', (line) => {
    if (line.text().startsWith(mark)) heard.push(JSON.parse(line.text().slice(mark.length)) as Seen);
  });
  await electron.evaluate(({ utilityProcess }, before) => {
    const other = utilityProcess.fork('/dev/null');
    const shared = Object.getPrototypeOf(other);
    const { postMessage } = shared;
    other.kill();
    shared.postMessage = function (message: Seen, ports: never) {
      // biome-ignore lint/suspicious/noConsole: the driver hears the console of the main process
      console.log(before + JSON.stringify(message));
      return postMessage.call(this, message, ports);
    };
  }, mark);
};

const isActive = ({ kind }: Seen): boolean => kind === 'active';

test('nothing that a page does by itself tells of a person', async () => {
  const before = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());
  await page.evaluate(async (duration) => {
    document.body.style.height = '5000px';
    const until = performance.now() + duration;
    for (let i = 0; performance.now() < until; i += 1) {
      for (const type of ['keydown', 'keyup'])
        window.dispatchEvent(new KeyboardEvent(type, { key: 'a', bubbles: true }));
      for (const type of ['pointermove', 'pointerdown'])
        document.body.dispatchEvent(new PointerEvent(type, { clientX: i, bubbles: true }));
      document.body.dispatchEvent(new WheelEvent('wheel', { deltaY: 10, bubbles: true }));
      document.body.click();
      window.scrollTo({ top: (i % 5) * 100, behavior: 'smooth' });
      window.moveTo(i % 50, i % 50);
      window.resizeTo(800 + (i % 50), 600);
      window.focus();
      await window.probe.client.call('session.get', {});
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, presenceInterval + 1000);
  expect(await callFrom(page, 'session.active', {})).toMatchObject({ error: { code: 'unknownMethod' } });
  expect(said().filter(isActive)).toEqual([]);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())).toEqual(
    before,
  );
});

test('a key and a press tell of a person, at most every few seconds', async () => {
  await page.keyboard.press('a');
  await page.mouse.click(50, 50);
  await expect.poll(() => said().filter(isActive)).toEqual([{ kind: 'active' }]);
});

test('the system tells for how long nobody has touched the computer', async () => {
  await app.setDialogs({ systemIdle: 61 });
  await expect.poll(said).toContainEqual({ kind: 'systemIdle', seconds: 61 });
});
