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

interface Listening {
  said: Seen[];
}

/** Keeps what the main process says to the backend from now on. */
const listenIn = ({ electron }: RunningApp): Promise<void> =>
  electron.evaluate(({ utilityProcess }) => {
    const other = utilityProcess.fork('/dev/null');
    const shared = Object.getPrototypeOf(other);
    const { postMessage } = shared;
    other.kill();
    Object.assign(globalThis, { said: [] });
    shared.postMessage = function (message: Seen, ports: never) {
      (globalThis as unknown as Listening).said.push(message);
      return postMessage.call(this, message, ports);
    };
  });

/** What was said since the last time that one asked. */
const said = ({ electron }: RunningApp): Promise<Seen[]> =>
  electron.evaluate(() => (globalThis as unknown as Listening).said.splice(0));

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
  expect((await said(app)).filter(isActive)).toEqual([]);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())).toEqual(
    before,
  );
});

test('a key and a press tell of a person, at most every few seconds', async () => {
  await page.keyboard.press('a');
  await page.mouse.click(50, 50);
  await expect.poll(async () => (await said(app)).filter(isActive)).toEqual([{ kind: 'active' }]);
});

test('the system tells for how long nobody has touched the computer', async () => {
  await app.setDialogs({ systemIdle: 61 });
  await expect.poll(() => said(app)).toContainEqual({ kind: 'systemIdle', seconds: 61 });
});
