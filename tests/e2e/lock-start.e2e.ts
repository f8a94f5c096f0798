import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { textsOf } from './support/accessible/texts.ts';
import { holdPort } from './support/hold-port.ts';
import { launchApp, type RunningApp } from './support/launch.ts';

// The field for the passphrase is there before the backend is, and no window is shown before it.

const vaultOf = (digit: number) => ({
  id: `0123456789abcdef0123456789abcde${digit}`,
  path: `/tidak/ada/Brankas${digit}`,
  lastOpened: null,
});
let home: string;
let app: RunningApp;

const withVaults = async (language: 'id' | 'en', count = 1): Promise<void> => {
  home = await mkdtemp(join(tmpdir(), 'bilik-lock-start-'));
  await mkdir(join(home, 'profile'));
  await writeFile(
    join(home, 'profile/vaults.json'),
    JSON.stringify({ vaults: [1, 2, 3].slice(0, count).map(vaultOf) }),
  );
  const preferences = { language, colorScheme: 'dark', contentProtection: true };
  await writeFile(join(home, 'profile/preferences.json'), JSON.stringify(preferences));
  app = await launchApp({ home });
};

test.afterEach(async () => {
  await app.close();
  await rm(home, { recursive: true, force: true });
});

/** The lock page again, without an answer of the backend until `release`. */
const heldPage = async (): Promise<Page> => {
  const page = await app.page('lock');
  await page.addInitScript(holdPort);
  await page.reload();
  await page.waitForFunction(() => 'release' in window);
  return page;
};
const release = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { release: () => void }).release());

test('what is typed before the backend answers lands in the field, and submitting waits for it', async () => {
  await withVaults('en');
  const t = textsOf('en');
  const page = await heldPage();
  await expect(page.getByRole('heading', { level: 1, name: t('vault.unlockTitle') })).toBeVisible();
  await page.keyboard.type('kopi');
  const field = page.getByLabel(t('common.passphrase'), { exact: true });
  await expect(field).toHaveValue('kopi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: t('vault.unlocking') })).toBeVisible();
  await expect(field).toHaveValue('kopi');
  await release(page);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('Brankas1', { exact: true })).toBeVisible();
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
});

test('nothing moves when the name of the vault comes', async () => {
  await withVaults('id');
  const page = await heldPage();
  const button = page.getByRole('button', { name: textsOf('id')('vault.unlock'), exact: true });
  const before = await button.boundingBox();
  await release(page);
  await expect(page.getByText('Brankas1', { exact: true })).toBeVisible();
  expect(await button.boundingBox()).toEqual(before);
});

test('a press of the mouse is a click, also when a list of vaults comes while the button is held down', async () => {
  await withVaults('id', 3);
  const t = textsOf('id');
  const page = await heldPage();
  await page.getByLabel(t('common.passphrase'), { exact: true }).fill('kopi');
  await page.getByRole('button', { name: t('vault.unlock'), exact: true }).hover();
  await page.mouse.down();
  await release(page);
  // Longer than the list takes to come.
  await page.waitForTimeout(1000);
  await page.mouse.up();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(3);
});

test('a window of the lock page is shown with its field painted, in the appearance that was chosen', async () => {
  await withVaults('id');
  // Before the page listens, the keys that lock would go nowhere.
  await expect((await app.page('lock')).locator('#passphrase')).toBeFocused();
  const shown = await app.electron.evaluate(
    ({ app: electron, BrowserWindow }) =>
      new Promise<{ painted: boolean; focused: string; background: string }>((resolve) => {
        electron.once('browser-window-created', (_event, window) => {
          window.once('show', async () => {
            const pixels = new Uint32Array(new Uint8Array((await window.webContents.capturePage()).toBitmap()).buffer);
            const look = `({
              focused: document.activeElement.id,
              background: getComputedStyle(document.querySelector('#lock')).backgroundColor,
            })`;
            const page = await window.webContents.executeJavaScript(look);
            resolve({ ...page, painted: new Set(pixels).size > 10 });
          });
        });
        const { webContents } = BrowserWindow.getAllWindows()[0]!;
        webContents.focus();
        webContents.sendInputEvent({ type: 'keyDown', keyCode: 'L', modifiers: ['control'] });
      }),
  );
  expect(shown).toEqual({ painted: true, focused: 'passphrase', background: 'rgb(38, 40, 43)' });
});
