import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { caseNames } from '../fixtures/people/case-names.ts';
import { expectAllReached, expectNoTrap } from './support/accessible/keys.ts';
import { seedHome } from './support/accessible/seed.ts';
import { textsOf } from './support/accessible/texts.ts';
import { enterPassphraseAgain, enterWrongPassphrase } from './support/confirmation.ts';
import { fillTrail } from './support/fill-trail.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase, vaultLabel } from './support/probe.ts';
import { unlock } from './support/steps/vault-steps.ts';

// The audit trail on the screen: found, read, checked, exported; with many entries, and others who saw it.

const t = textsOf('id');
let home: string;

test.describe.configure({ mode: 'default' });

const vaultFolder = (): string => join(home, 'documents', vaultLabel);

test.beforeAll(async () => {
  home = await seedHome();
});
test.afterAll(() => rm(home, { recursive: true, force: true }));

/** What the command says of a file. */
const verified = async (file: string): Promise<string> => {
  const command = resolve(import.meta.dirname, '../../scripts/bilik.mjs');
  return (await promisify(execFile)(process.execPath, [command, 'verify', file, '--json'])).stdout;
};

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const title = (page: Page): Locator =>
  page.getByRole('heading', { level: 1, name: t('auditTrail.title'), exact: true });
const rows = (page: Page): Locator => page.locator('.audit-row');

const start = async (): Promise<{ app: RunningApp; page: Page }> => {
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return { app, page };
};

const openByPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: t('app.palette') }).waitFor();
  await page.keyboard.insertText(t('auditTrail.title'));
  await page.keyboard.press('Enter');
  await title(page).waitFor();
};

/** Shows the events of one group; the choice is kept from the visit before. */
const show = async (page: Page, group: string): Promise<void> => {
  await page.getByRole('combobox', { name: t('auditTrail.group') }).click();
  await page.getByRole('option', { name: t(`auditTrail.groups.${group}`), exact: true }).click();
};

test.describe('a whole trail', () => {
  let app: RunningApp;
  let page: Page;
  test.beforeAll(async () => {
    fillTrail(vaultFolder(), [{ key: 'ab'.repeat(32) }], 400);
    ({ app, page } = await start());
  });
  test.afterAll(() => app?.close());

  test('is out of the navigation; the settings and the palette lead there', async () => {
    const navigation = page.getByRole('navigation', { name: t('app.navigation') });
    await expect(navigation.getByRole('button', { name: t('auditTrail.title') })).toHaveCount(0);
    await navigation.getByRole('button', { name: t('settings.nav'), exact: true }).click();
    await page.getByRole('tab', { name: t('settings.security'), exact: true }).click();
    await button(page, t('auditTrail.open')).click();
    await title(page).waitFor();
    await openByPalette(page);
  });

  test('tells what was read in words, leads to the file, and shows older entries as one scrolls', async () => {
    await page.getByRole('button', { name: t('cases.nav'), exact: true }).click();
    await page.getByRole('row').getByText(caseNames.opened).click();
    await page.getByRole('heading', { level: 1, name: caseNames.opened }).waitFor();
    await openByPalette(page);
    await expect(rows(page).first()).toContainText(t('audit.caseViewed'));
    const toFile = button(page, t('auditTrail.openCase', { name: caseNames.opened })).first();
    await toFile.click();
    await page.getByRole('heading', { level: 1, name: caseNames.opened }).waitFor();
    await openByPalette(page);
    await expect(rows(page)).toHaveCount(100);
    await rows(page).last().scrollIntoViewIfNeeded();
    await expect(rows(page)).toHaveCount(200);
    await show(page, 'seen');
    await expect(rows(page).filter({ hasText: t('audit.vaultOpened') })).toHaveCount(0);
    await expect(rows(page).first()).toContainText(t('audit.caseViewed'));
    await expect(page.getByText(t('auditTrail.end'))).toBeVisible();
    await show(page, 'all');
  });

  test('is checked in words, saved after the passphrase, and signed', async () => {
    await button(page, t('auditTrail.verify')).click();
    const result = page.getByRole('status').filter({ hasText: t('auditTrail.whole') });
    await expect(result).toContainText('Dilihat oleh pemegang kunci');
    await expect(result).toContainText(': cocok.');

    const file = join(home, 'jejak.jsonl');
    await app.setDialogs({ save: file });
    await button(page, t('auditTrail.export')).click();
    await enterWrongPassphrase(page, 'bukan ini');
    await enterPassphraseAgain(page, passphrase, t('confirm.call.audit.export.reason'));
    await page.getByText('entri disimpan di luar brankas').waitFor();
    expect(JSON.parse(await verified(file))).toMatchObject([{ verdict: 'valid', store: 'records', findings: [] }]);
    // Both the wrong passphrase and the export stand in the trail, and are shown without asking.
    await expect(rows(page).nth(0)).toContainText(t('audit.auditExported'));
    await expect(rows(page).nth(1)).toContainText(t('audit.passphraseRefused'));

    await button(page, t('auditTrail.checkpoint')).click();
    const checkpoint = page.getByRole('dialog').getByLabel(t('auditTrail.checkpoint'), { exact: true });
    await expect(checkpoint).toHaveValue(/^bilik\/[0-9a-f]{32}\/records\n\d+\n[A-Za-z0-9+/=]{44}\n\n— bilik/);
  });
});

test.describe('a trail that others saw longer', () => {
  test.beforeAll(() => fillTrail(vaultFolder(), [{ key: 'cd'.repeat(32), ahead: 5000 }], 0));

  test('is called so, and everything is reached by keys', async () => {
    const { app, page } = await start();
    await openByPalette(page);
    await show(page, 'all');
    await rows(page).first().waitFor();
    await button(page, t('auditTrail.verify')).click();
    const result = page.getByRole('status').filter({ hasText: t('auditTrail.notWhole') });
    await expect(result).toContainText(/sampai entri [\d.]+, tetapi jejak di sini lebih pendek/);
    await show(page, 'in');
    await page.getByText(t('auditTrail.empty')).waitFor();
    await show(page, 'seen');
    await rows(page).first().waitFor();
    await expectAllReached(page);
    await expectNoTrap(page);
    await app.close();
  });
});
