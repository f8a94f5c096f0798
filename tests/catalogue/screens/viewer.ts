import { expect, type Locator } from '@playwright/test';
import { darknessOf } from '../../e2e/support/darkness.ts';
import { brokenPages, brokenPagesPdf } from '../../fixtures/broken-pages.ts';
import { type OddPage, oddPages, oddPagesPdf, openlyLocked, waitingPdfs } from '../../fixtures/odd-pages.ts';
import { halfBlackPdf, lockedPdfs, passwordOfLocked, scannedPdf } from '../../fixtures/odd-pdfs.ts';
import { sampleTiffPages, tiffOf } from '../../fixtures/tiffs.ts';
import { viewOf } from '../made/case.ts';
import { cases } from '../made/cases.ts';
import { pieceOf } from '../made/pdf.ts';
import type { Hand, Screen } from '../screen.ts';

/** Opens the scan of the case. */
const openScan = async ({ page, t }: Hand): Promise<Locator> => {
  await page.getByRole('tab', { name: t('cases.view.attachments'), exact: true }).click();
  await page.getByRole('button', { name: t('common.viewNamed', { name: 'pindaian.pdf' }) }).click();
  return page.getByRole('dialog', { name: 'pindaian.pdf' });
};

/** A PDF in the viewer. */
const viewing = (name: string, pdf: Uint8Array, steps: (dialog: Locator, hand: Hand) => Promise<void>): Screen => ({
  name: `viewer-${name}`,
  path: `/cases/${cases.followUpDecided.caseId}`,
  route: '/cases/$caseId',
  answers: { 'attachments.read': (piece) => pieceOf(pdf, piece) },
  steps: async (hand) => steps(await openScan(hand), hand),
});

/** The same with a scan that is a TIFF. */
const viewingTiff = (name: string, tiff: Uint8Array, steps: (dialog: Locator, hand: Hand) => Promise<void>): Screen => {
  const view = viewOf(cases.followUpDecided, ['assessor']);
  const withTiff = JSON.parse(JSON.stringify(view).replaceAll('application/pdf', 'image/tiff')) as typeof view;
  const screen = viewing(name, tiff, steps);
  return { ...screen, answers: { ...screen.answers, 'case.open': withTiff } };
};

/** Scans as they come from scanners, cutters and those who lock them. */
export const viewerScreens: readonly Screen[] = [
  viewingTiff('tiff', tiffOf(Object.values(sampleTiffPages)), async (dialog) => {
    const pages = dialog.locator('.pdf-page');
    const names = Object.keys(sampleTiffPages);
    await expect(pages).toHaveCount(names.length);
    for (const [at, name] of names.entries()) {
      await pages.nth(at).scrollIntoViewIfNeeded();
      const canvas = pages.nth(at).locator('canvas').first();
      const isInverted = name.endsWith('0 is black');
      const [darkest, lightest] = [isInverted ? 0.1 : 0.5, isInverted ? 0.5 : 0.1];
      await expect.poll(() => darknessOf(canvas, darkest, darkest), name).toBeGreaterThan(200);
      await expect.poll(() => darknessOf(canvas, lightest, lightest), name).toBeLessThan(60);
    }
    await pages.first().scrollIntoViewIfNeeded();
  }),
  viewingTiff('tiff-unknown', new TextEncoder().encode('II*\0 dan tidak lebih'), async (dialog, { t }) => {
    await expect(dialog.getByRole('note')).toHaveText(t('viewer.notShown.tiff'));
  }),
  viewing('jpeg', scannedPdf(), async (dialog) => {
    const canvas = dialog.locator('.pdf-page canvas');
    await expect.poll(() => darknessOf(canvas, 0.5, 0.5)).toBeGreaterThan(180);
    expect(await darknessOf(canvas, 0.1, 0.1)).toBeLessThan(60);
    await expect(dialog.getByRole('note')).toHaveCount(0);
  }),
  viewing('cut-picture', scannedPdf({ cut: true }), async (dialog, { t }) => {
    await expect(dialog.getByRole('note')).toHaveText(t('viewer.drawn.withoutPictures'));
  }),
  // As tall as a PDF may say, and one that is much taller than wide; then one that is next to nothing.
  viewing(
    'tall-pages',
    halfBlackPdf([
      [612, 14_400],
      [10, 14_400],
      [14_400, 100],
    ]),
    async (dialog, { t }) => {
      const pages = dialog.locator('.pdf-page');
      for (const [at, number] of [1, 2, 3].entries()) {
        const page = pages.nth(at);
        await page.evaluate((element) => element.scrollIntoView({ block: 'end' }));
        await expect.poll(() => darknessOf(page.locator('canvas').last(), 0.5, 0.8)).toBeGreaterThan(200);
        await expect(page).toHaveAttribute('aria-label', t('viewer.page', { number, total: 3 }));
      }
      await pages.first().evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await expect.poll(() => darknessOf(pages.first().locator('canvas').first(), 0.5, 0.1)).toBeLessThan(10);
    },
  ),
  // Turned, cropped, of other codings.
  viewing('odd-pages', oddPagesPdf(), async (dialog) => {
    const pages = dialog.locator('.pdf-page');
    const shown = Object.entries<OddPage>(oddPages);
    await expect(pages).toHaveCount(shown.length);
    for (const [at, [name, { dark, light }]] of shown.entries()) {
      const page = pages.nth(at);
      await page.scrollIntoViewIfNeeded();
      const canvas = page.locator('canvas').first();
      if (dark !== null) await expect.poll(() => darknessOf(canvas, ...dark), name).toBeGreaterThan(200);
      expect(await darknessOf(canvas, ...light), name).toBeLessThan(60);
      await expect(page.getByRole('note')).toHaveCount(0);
    }
    await pages.first().scrollIntoViewIfNeeded();
  }),
  // What can be drawn of them is, and what is missing is said at the page.
  viewing('broken-parts', brokenPagesPdf(), async (dialog, { t }) => {
    const pages = dialog.locator('.pdf-page');
    for (const [at, [name, { missing }]] of Object.entries(brokenPages).entries()) {
      const page = pages.nth(at);
      await page.scrollIntoViewIfNeeded();
      await expect(page.getByRole('note'), name).toHaveText(t(`viewer.drawn.${missing}`));
    }
    await pages.first().evaluate((page) => page.scrollIntoView({ block: 'start' }));
  }),
  // PDF.js reads no further than what is no page: that there may be more is said.
  ...[0, 4].map((broken) =>
    viewing(`broken-page-${broken}`, oddPagesPdf(broken), async (dialog, { t }) => {
      const pages = dialog.locator('.pdf-page');
      await expect(pages).toHaveCount(broken + 1);
      await pages.last().scrollIntoViewIfNeeded();
      await expect(pages.last().getByRole('note')).toHaveText(t('viewer.drawn.noneFrom'));
      await pages.first().scrollIntoViewIfNeeded();
    }),
  ),
  ...(['form', 'portfolio'] as const).map((kind) =>
    viewing(`waiting-${kind}`, waitingPdfs[kind], async (dialog, { t }) => {
      await expect(dialog.getByRole('note')).toHaveText(t(`viewer.elsewhere.${kind}`));
      await expect(dialog.locator('.pdf-text')).toContainText('Please wait');
    }),
  ),
  viewing('openly-locked', openlyLocked, async (dialog) => {
    await expect.poll(() => darknessOf(dialog.locator('canvas'), 0.5, 0.8)).toBeGreaterThan(200);
  }),
  viewing('password', lockedPdfs.rc4, async (dialog, { t }) => {
    await dialog.getByLabel(t('viewer.password.label')).fill('bukan-ini');
    await dialog.getByRole('button', { name: t('viewer.password.open') }).click();
    await expect(dialog.getByText(t('viewer.password.wrong'))).toBeVisible();
    await expect(dialog.getByLabel(t('viewer.password.label'))).toHaveValue('');
    await expect(dialog.getByText(t('errors.fileUnreadable'))).toHaveCount(0);
  }),
  viewing('password-given', lockedPdfs.aes, async (dialog, { t }) => {
    await dialog.getByLabel(t('viewer.password.label')).fill(passwordOfLocked);
    await dialog.getByRole('button', { name: t('viewer.password.open') }).click();
    await expect(dialog.locator('.pdf-text')).toContainText('Contoh dokumen terkunci');
  }),
  viewing('damaged', new TextEncoder().encode('%PDF-1.7 dan tidak lebih'), async (dialog, { t }) => {
    await expect(dialog.getByRole('alert')).toContainText(t('errors.fileUnreadable'));
  }),
  viewing('many-pages', scannedPdf({ pages: 600 }), async (dialog) => {
    const pages = dialog.locator('.pdf-page');
    await expect(pages).toHaveCount(600);
    for (const at of [599, 300, 0]) {
      await pages.nth(at).scrollIntoViewIfNeeded();
      await expect.poll(() => darknessOf(pages.nth(at).locator('canvas'), 0.5, 0.5)).toBeGreaterThan(180);
      expect(await dialog.locator('canvas').count()).toBeLessThan(8);
    }
  }),
];
