import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { textsOf } from './support/accessible/texts.ts';
import { holdPort } from './support/hold-port.ts';
import { launchApp, type RunningApp } from './support/launch.ts';

// The field for the passphrase is there before the backend is, and no window is shown before it.

const vault = { id: '0123456789abcdef0123456789abcdef', path: '/tidak/ada/Brankas', lastOpened: null };
let home: string;
let app: RunningApp;

const withVault = async (language: 'id' | 'en'): Promise<void> => {
  home = await mkdtemp(join(tmpdir(), 'bilik-lock-start-'));
  await mkdir(join(home, 'profile'));
  await writeFile(join(home, 'profile/vaults.json'), JSON.stringify({ vaults: [vault] }));
  const preferences = { language, colorScheme: 'dark', contentProtection: true };
  await writeFile(join(home, 'profile/preferences.json'), JSON.stringify(preferences));
  app = await launchApp({ home });
};

test.afterEach(async () => {
  await app.close();
  await rm(home, { recursive: true, force: true });
});

test('what is typed before the backend answers lands in the field, and submitting waits for it', async () => {
  await withVault('en');
  const t = textsOf('en');
  const page = await app.page('lock');
  await page.addInitScript(holdPort);
  await page.reload();
  await page.waitForFunction(() => 'release' in window);
  await expect(page.getByRole('heading', { level: 1, name: t('vault.unlockTitle') })).toBeVisible();
  await page.keyboard.type('kopi');
  const field = page.getByLabel(t('common.passphrase'), { exact: true });
  await expect(field).toHaveValue('kopi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: t('vault.unlocking') })).toBeVisible();
  await expect(field).toHaveValue('kopi');
  await page.evaluate(() => (window as unknown as { release: () => void }).release());
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('Brankas', { exact: true })).toBeVisible();
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
});

test('a window of the lock page is shown with its field painted, in the appearance that was chosen', async () => {
  await withVault('id');
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
