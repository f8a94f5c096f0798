import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { attachBytes } from '../fixtures/case-steps.ts';
import { scannedPdf } from '../fixtures/odd-pdfs.ts';
import { counsellor } from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { darknessOf } from './support/darkness.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { openPage } from './support/steps/guidance-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');

/** MiB that the process of the page has in memory; what it shares counts by its part. */
const memoryOf = async ({ electron }: RunningApp): Promise<number> => {
  const process = await electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  );
  const [, pss = ''] = /^Pss: +(\d+) kB$/m.exec(readFileSync(`/proc/${process[0]}/smaps_rollup`, 'utf8')) ?? [];
  return Number(pss) / 1024;
};

test('600 scanned pages are drawn from JPEG 2000, and take no more memory than a few of them', async () => {
  const home = await seedVault({ person: counsellor, roles: ['counsellor'] }, async (get) => {
    const attachmentIds = [await attachBytes({ get }, scannedPdf({ pages: 600 }), 'notes')];
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
  await page.getByRole('button', { name: t('common.viewNamed', { name: 'pindaian.pdf' }) }).click();
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
  await app.close();
  await rm(home, { recursive: true, force: true });
});
