import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { RunningApp } from './support/launch.ts';
import { launchProbe, readyPage } from './support/probe.ts';
import { makeProbeApp } from './support/probe-app.ts';

// What a page would draw, open or hand out beyond its own window.

let appFolder: string;
let app: RunningApp;
let page: Page;

test.beforeAll(async () => {
  appFolder = await makeProbeApp();
  app = await launchProbe(appFolder);
  page = await readyPage(app, 'lock');
});

test.afterAll(async () => {
  await app?.close();
  await rm(dirname(appFolder), { recursive: true, force: true });
});

test('nothing of a page stands above its window, though a person presses in it', async () => {
  const ways = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.id = 'made';
    document.body.append(frame);
    return Promise.all(
      [window, frame.contentWindow].map(async (scope) => {
        const { document: shown } = scope as typeof window;
        // Without a picture it asks for one only where it may be shown.
        const small = shown.createElement('video').requestPictureInPicture();
        const said = await small.catch(({ name }: Error) => name);
        const names = ['documentPictureInPicture', 'EyeDropper', 'showSaveFilePicker', 'showDirectoryPicker'];
        return [said, ...names.filter((name) => name in (scope as object))];
      }),
    );
  });
  expect(ways).toEqual([['SecurityError'], ['SecurityError']]);
  await page.mouse.click(5, 5);
  const filled = await page.evaluate(() => {
    const answers = [document, document.querySelector<HTMLIFrameElement>('#made')?.contentDocument].map((shown) =>
      shown?.documentElement.requestFullscreen().catch(({ message }: Error) => message),
    );
    // Where it may, it waits for the screen.
    return Promise.race([Promise.all(answers), new Promise((resolve) => setTimeout(() => resolve('asks'), 2000))]);
  });
  expect(filled).toEqual(['Disallowed by permissions policy', 'Disallowed by permissions policy']);
});

test('no page opens a dialog to print, and none hands out a file, nor does a frame that it makes', async () => {
  await app.electron.evaluate(({ webContents }) => {
    for (const { session } of webContents.getAllWebContents())
      session.on('will-download', () => Object.assign(globalThis, { downloadAsked: true }));
  });
  await page.mouse.click(5, 5);
  // A dialog to print in would keep this from ever being answered.
  const printed = await page.evaluate(async () => {
    const blank = document.createElement('iframe');
    const filled = Object.assign(document.createElement('iframe'), { srcdoc: '<p>Uji</p>' });
    filled.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-modals', 'allow-downloads');
    document.body.append(blank);
    await new Promise((resolve) => {
      filled.addEventListener('load', resolve);
      document.body.append(filled);
    });
    return [window, blank.contentWindow, filled.contentWindow].map((scope) => {
      const { document: shown, print } = scope as typeof window;
      print.call(scope);
      const link = Object.assign(shown.createElement('a'), { href: 'data:text/plain,x', download: 'isi.txt' });
      shown.body.append(link);
      link.click();
      return shown.execCommand('print');
    });
  });
  expect(printed).toEqual([false, false, false]);
  expect(await app.electron.evaluate(() => 'downloadAsked' in globalThis)).toBe(false);
});
