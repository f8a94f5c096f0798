import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { attachBytes } from '../fixtures/case-steps.ts';
import { halfBlackPdf, lockedPdfs, passwordOfLocked, scannedPdf } from '../fixtures/odd-pdfs.ts';
import { counsellor } from '../fixtures/people/cast.ts';
import { darkTiffPage, tiffOf } from '../fixtures/tiffs.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { enterPassphraseAgain } from './support/confirmation.ts';
import { darknessOf } from './support/darkness.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { openPage } from './support/steps/guidance-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');

/** MiB that the process of a page has in memory, of the largest: there are windows that wait, hidden and empty. */
const memoryOf = async ({ electron }: RunningApp): Promise<number> => {
  const processes = await electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  );
  const sizes = processes.map((process) => {
    // What it shares counts by its part.
    const [, pss = ''] = /^Pss: +(\d+) kB$/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')) ?? [];
    return Number(pss) / 1024;
  });
  return Math.max(...sizes);
};

/** Opens a scan that is kept with a note. */
const openScan = async (bytes: Uint8Array<ArrayBuffer>, name?: string) => {
  const home = await seedVault({ person: counsellor, roles: ['counsellor'] }, async (get) => {
    const attachmentIds = [await attachBytes({ get }, bytes, 'notes', name)];
    const content = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });
    await get('notes.save', { noteId: null, caseId: null, title: 'Pindaian', content, attachmentIds });
  });
  const app = await launchApp({ home, args: ['--force-device-scale-factor=2'] });
  const page = await unlock(app, passphrase);
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  await openPage(page, t('notes.nav'), t('notes.title'));
  await page.getByRole('navigation', { name: 'Daftar catatan' }).getByRole('button').first().click();
  await page.getByRole('button', { name: t('common.viewNamed', { name: name ?? 'pindaian.pdf' }) }).click();
  const end = async () => {
    await app.close();
    await rm(home, { recursive: true, force: true });
  };
  return { app, page, refused, end };
};

test('600 scanned pages are drawn from JPEG 2000, and take no more memory than a few of them', async () => {
  const { app, page, refused, end } = await openScan(scannedPdf({ pages: 600 }));
  const pages = page.getByRole('dialog').locator('.pdf-page');
  expect(await page.evaluate(() => window.devicePixelRatio)).toBe(2);
  await expect(pages).toHaveCount(600);
  for (let at = 0; at < 600; at += 37) {
    await pages.nth(at).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await expect.poll(() => darknessOf(pages.nth(at).locator('canvas'), 0.5, 0.5)).toBeGreaterThan(180);
  }
  expect(await memoryOf(app)).toBeLessThan(400);
  expect(refused).toEqual([]);
  // The policy that lets the worker decode is its own: the page makes no WebAssembly.
  const made = page.evaluate(() => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => 'made'));
  await expect(made).rejects.toThrow(/unsafe-eval/);
  await end();
});

/** Dark scans that are large by their pages or by their dots; a plan that is larger still is not drawn at all. */
const scans = {
  'a fax of 1000 pages of A4': tiffOf(
    Array.from({ length: 1000 }, () => darkTiffPage({ width: 2480, height: 3508, kind: 'bilevel' })),
  ),
  'A4 at 600 dots, in black': tiffOf([darkTiffPage({ width: 4960, height: 7016, kind: 'bilevel' })]),
  'A4 at 600 dots, in colours': tiffOf([darkTiffPage({ width: 4960, height: 7016, kind: 'colours' })]),
};

for (const [name, tiff] of Object.entries(scans)) {
  test(`TIFF: ${name} takes no more memory than many pages of PDF`, async () => {
    const { app, page, end } = await openScan(tiff, 'pindaian.tif');
    const pages = page.getByRole('dialog').locator('.pdf-page');
    await expect(pages.first()).toBeVisible();
    const count = await pages.count();
    for (let at = 0; at < count; at += Math.ceil(count / 4)) {
      await pages.nth(at).evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const canvas = pages.nth(at).locator('canvas').first();
      await expect.poll(() => darknessOf(canvas, 0.5, 0.5)).toBeGreaterThan(180);
      expect(await memoryOf(app)).toBeLessThan(400);
    }
    await end();
  });
}

test('TIFF: a plan of A3 at 600 dots is refused in words', async () => {
  const plan = tiffOf([darkTiffPage({ width: 7016, height: 9921, kind: 'bilevel' })]);
  const { app, page, end } = await openScan(plan, 'pindaian.tif');
  await expect(page.getByRole('dialog').getByRole('note')).toHaveText(t('viewer.notShown.tiff'));
  expect(await memoryOf(app)).toBeLessThan(400);
  await end();
});

test('a PDF with a password asks for it, says that one is wrong, and is shown by the right one', async () => {
  const { page, end } = await openScan(lockedPdfs.aes);
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel(t('viewer.password.label'));
  const open = dialog.getByRole('button', { name: t('viewer.password.open') });
  await field.fill('bukan-ini');
  await open.click();
  await expect(dialog.getByText(t('viewer.password.wrong'))).toBeVisible();
  await expect(field).toHaveValue('');
  await field.fill(passwordOfLocked);
  await open.click();
  await expect(dialog.locator('.pdf-text')).toContainText('Contoh dokumen terkunci');
  await expect(dialog.getByText(t('errors.fileUnreadable'))).toHaveCount(0);
  await end();
});

test('a page as tall as a PDF may say is drawn down to its end, and takes no more memory than others', async () => {
  const { app, page, end } = await openScan(halfBlackPdf([[612, 14_400]]));
  const drawn = page.getByRole('dialog').locator('.pdf-page').first();
  await drawn.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await expect.poll(() => darknessOf(drawn.locator('canvas').last(), 0.5, 0.8)).toBeGreaterThan(200);
  await drawn.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect.poll(() => darknessOf(drawn.locator('canvas').first(), 0.5, 0.1)).toBeLessThan(10);
  expect(await memoryOf(app)).toBeLessThan(400);
  await end();
});

test('an export that fails says so, and leaves nothing of the file outside', async () => {
  const { app, page, end } = await openScan(scannedPdf());
  // A folder stands where the file is to be: all is written, and the last step fails.
  const outside = join(app.home, 'luar');
  await mkdir(join(outside, 'pindaian.pdf', 'isi'), { recursive: true });
  await app.setDialogs({ save: join(outside, 'pindaian.pdf') });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('notes.exportFile') }).click();
  await enterPassphraseAgain(page, passphrase);
  await expect(dialog.getByRole('alert')).toContainText(t('errors.exportFailed'));
  expect((await readdir(outside, { recursive: true })).sort()).toEqual(['pindaian.pdf', join('pindaian.pdf', 'isi')]);
  await app.setDialogs({ save: join(outside, 'lain.pdf') });
  await dialog.getByRole('button', { name: t('notes.exportFile') }).click();
  await enterPassphraseAgain(page, passphrase);
  await expect(page.getByText(t('notes.fileExported'))).toBeVisible();
  expect((await readdir(outside)).sort()).toEqual(['lain.pdf', 'pindaian.pdf']);
  await end();
});

/** Lets a folder keep what is written there, by this name; false where only another user or file system can. */
const keepAll = (folder: string, keep: boolean): boolean => {
  try {
    execFileSync('chattr', [keep ? '+a' : '-a', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

test('an export that can neither be finished nor taken back names what lies there', async () => {
  const { app, page, end } = await openScan(scannedPdf());
  const outside = join(app.home, 'luar');
  await mkdir(outside);
  try {
    test.skip(!keepAll(outside, true), 'only root makes such a folder');
    await app.setDialogs({ save: join(outside, 'pindaian.pdf') });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('notes.exportFile') }).click();
    await enterPassphraseAgain(page, passphrase);
    const alert = dialog.getByRole('alert');
    await expect(alert).toBeVisible();
    const left = await readdir(outside);
    expect(left).toHaveLength(1);
    await expect(alert).toContainText(t('errors.exportLeftBehind', { name: left[0] ?? '' }));
  } finally {
    keepAll(outside, false);
    await end();
  }
});
