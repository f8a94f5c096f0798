import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { counsellor } from '../fixtures/people/cast.ts';
import { filesBelow } from '../fixtures/scan.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { lockPage, restoreFrom, unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');

/** Chooses a backup of which the end is missing, in a small window: what is wrong with it is seen there. */
const restoreCut = async (app: RunningApp, lock: Page, backup: string): Promise<void> => {
  const cut = join(app.home, 'terpotong.cadangan');
  await writeFile(cut, (await readFile(backup)).subarray(0, -100));
  await app.setDialogs({ files: [cut] });
  await lock.setViewportSize({ width: 720, height: 520 });
  await lock.getByRole('button', { name: t('vault.restore') }).click();
  await expect(lock.getByRole('alert').getByText(t('errors.backupCut'))).toBeInViewport({ ratio: 1 });
};

/** Opens the only note, with the caret behind its text. */
const openNote = async (page: Page): Promise<void> => {
  await goTo(page, 'Catatan pribadi');
  await page.getByRole('navigation', { name: 'Daftar catatan' }).getByRole('button').first().click();
  await page.getByRole('textbox', { name: 'Isi catatan' }).click();
  await page.keyboard.press('Control+End');
};

/** Another backup is made while somebody types: it is made, and what was typed is kept. */
const typeDuringBackup = async (app: RunningApp, page: Page, place: string): Promise<void> => {
  const [first = ''] = await readdir(place);
  const { mtimeMs } = await stat(join(place, first));
  // Names of backups tell the second.
  await expect.poll(() => Date.now()).toBeGreaterThan(mtimeMs + 1000);
  await page.getByRole('button', { name: t('backup.make') }).click();
  await openNote(page);
  await page.keyboard.type(', sambil dicadangkan', { delay: 60 });
  await expect.poll(async () => (await readdir(place)).filter((name) => name.endsWith('.cadangan')).length).toBe(2);
  await page.keyboard.press('Control+l').catch(() => undefined);
  const again = await unlock(app, passphrase);
  await openNote(again);
  await expect(again.getByRole('textbox', { name: 'Isi catatan' })).toContainText('hilang, sambil dicadangkan');
};

test('a vault whose disk is lost is restored from its backup on another profile, and work goes on', async () => {
  const home = await seedVault({ person: counsellor, roles: ['counsellor'] });
  const place = join(home, 'cadangan');
  await mkdir(place);
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await goTo(page, 'Catatan pribadi');
  await page.getByRole('button', { name: 'Catatan baru' }).click();
  await page.getByRole('textbox', { name: 'Isi catatan' }).click();
  await page.keyboard.type('Sebelum diska hilang');
  await goTo(page, t('settings.nav'));
  await page.getByRole('tab', { name: t('settings.backups') }).click();
  await app.setDialogs({ folder: place });
  await page.getByRole('button', { name: t('backup.choosePlace') }).click();
  await page.getByRole('button', { name: t('backup.make') }).click();
  await expect(page.getByText(t('backup.made'))).toBeVisible();
  await typeDuringBackup(app, page, place);
  await app.close();

  const [backup] = (await readdir(place)).sort();
  const lost = (await filesBelow(home)).find((path) => path.endsWith('records.db')) ?? '';
  await rm(dirname(lost), { recursive: true });
  const other = await launchApp();
  const restored = await restoreFrom(other, join(place, backup ?? ''), passphrase);
  await goTo(restored, 'Catatan pribadi');
  await restored.getByRole('navigation', { name: 'Daftar catatan' }).getByRole('button').first().click();
  await expect(restored.getByRole('textbox', { name: 'Isi catatan' })).toContainText('Sebelum diska hilang');
  await restored.getByRole('textbox', { name: 'Isi catatan' }).click();
  await restored.keyboard.press('Control+End');
  await restored.keyboard.type(', dan sesudahnya');
  // The page may be gone before the key is up.
  await restored.keyboard.press('Control+l').catch(() => undefined);
  await restoreCut(other, await lockPage(other), join(place, backup ?? ''));
  const again = await unlock(other, passphrase);
  await goTo(again, 'Catatan pribadi');
  await again.getByRole('navigation', { name: 'Daftar catatan' }).getByRole('button').first().click();
  await expect(again.getByRole('textbox', { name: 'Isi catatan' })).toContainText('hilang, dan sesudahnya');
  await other.close();
  await rm(home, { recursive: true, force: true });
});
