import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { againAfter } from '../../electron/main/leaving.ts';
import { maxLine } from '../../shared/domain/fields.ts';
import { shellText } from '../../shared/i18n/shell.ts';
import { copyOfKeys } from '../fixtures/keys-copy.ts';
import { counsellor } from '../fixtures/people/cast.ts';
import { openByKeys } from '../fixtures/vault-by-keys.ts';
import { callsIn } from '../fixtures/vault-calls.ts';
import { vaultDeps } from '../fixtures/vault-deps.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { makeSeatIn } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { lockPage, unlock } from './support/steps/vault-steps.ts';

// Leaving with text that is not saved: by the menu and by the window's frame, on a good disk and on a full one.

const t = textsOf('id');
const person = { person: counsellor, roles: ['counsellor'] } as const;

/** Presses an entry of the first menu. */
const pressMenu = (app: RunningApp, label: string): Promise<void> =>
  app.electron.evaluate(({ Menu }, name) => {
    const [file] = Menu.getApplicationMenu()!.items;
    file!.submenu!.items.find((item) => item.label === name)!.click();
  }, label);

/** Closes the window of the app by its frame. */
const pressFrame = (app: RunningApp): Promise<void> =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('/app.html'))!
      .close(),
  );

const title = (page: Page): Locator => page.getByRole('textbox', { name: t('notes.noteTitle') });
const question = (page: Page): Locator => page.getByRole('dialog', { name: t('app.unsavedTitle') });
const press = (scope: Locator, name: string): Promise<void> => scope.getByRole('button', { name: t(name) }).click();
const notes = (page: Page): Locator => page.getByRole('navigation', { name: 'Daftar catatan' }).getByRole('button');

const newNote = async (page: Page): Promise<void> => {
  await goTo(page, 'Catatan pribadi');
  await page.getByRole('button', { name: 'Catatan baru' }).click();
};

/** A title that no note may have: it cannot be saved. */
const tooLong = 'x'.repeat(maxLine + 1);

const typeTooLong = async (page: Page): Promise<void> => {
  // Typing stops before it.
  await title(page).evaluate((field) => field.removeAttribute('maxlength'));
  await title(page).fill(tooLong);
};

test('menu and frame ask about what is not saved, and leave at once when all is', async () => {
  const home = await seedVault(person);
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await newNote(page);
  await typeTooLong(page);
  const ways = [
    [() => pressMenu(app, shellText('id', 'lock')), 'app.unsavedText', 'app.unsavedLock'],
    [() => pressMenu(app, shellText('id', 'quit')), 'app.unsavedQuitText', 'app.unsavedQuit'],
    [() => pressFrame(app), 'app.unsavedQuitText', 'app.unsavedQuit'],
    [() => app.electron.evaluate((electron) => electron.app.quit()), 'app.unsavedQuitText', 'app.unsavedQuit'],
  ] as const;
  for (const [leave, text, go] of ways) {
    await leave();
    await expect(question(page)).toContainText(t(text));
    await expect(question(page).getByRole('button', { name: t(go) })).toBeVisible();
    await press(question(page), 'app.unsavedStay');
    await expect(question(page)).toBeHidden();
    await expect(title(page)).toHaveValue(tooLong);
  }
  await pressMenu(app, shellText('id', 'lock'));
  await press(question(page), 'app.unsavedLock');

  const again = await unlock(app, passphrase);
  await newNote(again);
  await expect(notes(again)).toHaveCount(0);
  await title(again).fill('Pertemuan pertama');
  await pressMenu(app, shellText('id', 'lock'));
  await lockPage(app);

  const last = await unlock(app, passphrase);
  await goTo(last, 'Catatan pribadi');
  await notes(last).filter({ hasText: 'Pertemuan pertama' }).click();
  await typeTooLong(last);
  const ended = app.electron.waitForEvent('close');
  await pressMenu(app, shellText('id', 'quit'));
  await expect(question(last)).toBeVisible();
  // Sooner it would be the same press.
  await last.waitForTimeout(againAfter);
  await pressFrame(app);
  await ended;
  rmSync(home, { recursive: true, force: true });
});

const onSmallDisk = process.platform === 'linux' && process.getuid?.() === 0;

/** Writes to a file until the disk takes no more, down to its last page. */
const fill = (file: string): void => {
  for (const size of [65_536, 4096]) {
    const bytes = Buffer.alloc(size);
    try {
      for (;;) appendFileSync(file, bytes);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown;
    }
  }
};

test('a full disk: the window says so, keeps the text, and closes by itself once there is room', async () => {
  test.skip(!onSmallDisk, 'only root makes a small disk');
  const home = mkdtempSync(join(tmpdir(), 'bilik-small-disk-'));
  const disk = join(home, 'documents');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk]);
  try {
    const seat = await makeSeatIn(home, person);
    const keys = copyOfKeys(seat.vault.keys);
    seat.leave();
    const app = await launchApp({ home });
    const page = await unlock(app, passphrase);
    await newNote(page);
    const full = join(disk, 'foto.bin');
    fill(full);
    const box = page.getByRole('textbox', { name: t('notes.text') });
    await box.click();
    await page.keyboard.type('Pegawai datang tepat waktu');
    await expect(page.getByRole('status').filter({ hasText: t('common.notSaved') })).toContainText(
      t('errors.diskFull'),
    );
    await pressFrame(app);
    await expect(question(page).getByRole('status')).toHaveText(t('errors.diskFull'));
    await press(question(page), 'app.unsavedStay');
    await box.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' setiap hari');
    await expect(box).toHaveText('Pegawai datang tepat waktu setiap hari');
    const ended = app.electron.waitForEvent('close');
    await pressFrame(app);
    await expect(question(page)).toBeVisible();
    rmSync(full);
    await ended;
    const vault = openByKeys(vaultDeps, seat.dir, keys);
    const { get } = callsIn(home, vault);
    const [kept] = await get('notes.list', { search: '' });
    expect(JSON.stringify(await get('notes.get', { noteId: kept!.noteId }))).toContain(
      'Pegawai datang tepat waktu setiap hari',
    );
    vault.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
    rmSync(home, { recursive: true, force: true });
  }
});
