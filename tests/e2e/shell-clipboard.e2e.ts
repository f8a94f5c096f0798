import { rm } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { counsellor } from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { onOwnDisplay } from './support/own-display.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// What a person copies in the window is gone from the clipboard once the vault is locked; what comes from other
// programs stays. All programs of a display share one clipboard, those of tests beside this one too: it has its own.

const copied = (app: RunningApp): Promise<string> => app.electron.evaluate(({ clipboard }) => clipboard.readText());
const selected = (app: RunningApp): Promise<string> =>
  app.electron.evaluate(({ clipboard }) => clipboard.readText('selection'));

/** Locks, and waits for the lock page. */
const lock = async (app: RunningApp, page: Page): Promise<void> => {
  // The page may be gone before the key is up.
  await page.keyboard.press('Control+l').catch(() => undefined);
  await app.page('lock');
};

/** Opens the vault, and a new note in it. */
const openNote = async (app: RunningApp): Promise<Page> => {
  const page = await unlock(app, passphrase);
  await goTo(page, 'Catatan pribadi');
  await page.getByRole('button', { name: 'Catatan baru' }).click();
  return page;
};

/** Text of an editor, copied and selected. */
const copyOfText = async (app: RunningApp): Promise<void> => {
  const page = await openNote(app);
  await page.getByRole('textbox', { name: 'Isi catatan' }).click();
  await page.keyboard.type('Rahasia konselor');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect([await copied(app), await selected(app)]).toEqual(['Rahasia konselor', 'Rahasia konselor']);
  await lock(app, page);
  expect([await copied(app), await selected(app)]).toEqual(['', '']);
};

/** Text cut out of a field, which can be brought back there, and text of the page. */
const cutAndCopyOfPage = async (app: RunningApp): Promise<void> => {
  const page = await openNote(app);
  const title = page.getByRole('textbox', { name: 'Judul' });
  await title.fill('Nama pegawai');
  await title.press('Control+a');
  await title.press('Control+x');
  await expect(title).toHaveValue('');
  expect(await copied(app)).toBe('Nama pegawai');
  await title.press('Control+z');
  await expect(title).toHaveValue('Nama pegawai');
  await page.getByRole('heading', { level: 1 }).selectText();
  await page.keyboard.press('Control+c');
  expect(await copied(app)).toBe('Catatan pribadi');
  await lock(app, page);
  expect(await copied(app)).toBe('');
};

/** All of a page, with the focus on a box to tick. */
const copyWithFocusElsewhere = async (app: RunningApp): Promise<void> => {
  const page = await unlock(app, passphrase);
  await page.evaluate(() => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    document.body.append(box);
    box.focus();
  });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await copied(app)).toContain('Catatan pribadi');
  await lock(app, page);
  expect(await copied(app)).toBe('');
};

const copyOfOthers = async (app: RunningApp): Promise<void> => {
  const page = await unlock(app, passphrase);
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('dari program lain'));
  await lock(app, page);
  expect(await copied(app)).toBe('dari program lain');
};

test('the clipboard keeps nothing of the vault once that is locked', async () => {
  const home = await seedVault({ person: counsellor, roles: ['counsellor'] });
  await onOwnDisplay(async (display) => {
    const app = await launchApp({ home, env: { DISPLAY: display } });
    try {
      await copyOfText(app);
      await cutAndCopyOfPage(app);
      await copyWithFocusElsewhere(app);
      await copyOfOthers(app);
    } finally {
      await app.close();
    }
  });
  await rm(home, { recursive: true, force: true });
});
