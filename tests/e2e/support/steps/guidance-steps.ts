import { expect, type Locator, type Page } from '@playwright/test';
import { textsOf } from '../accessible/texts.ts';
import type { RunningApp } from '../launch.ts';

const t = textsOf('id');

export const button = (scope: Page | Locator, name: string): Locator =>
  scope.getByRole('button', { name, exact: true });

/** Goes to a page of the navigation whose heading is another text. */
export const openPage = async (page: Page, nav: string, title: string): Promise<void> => {
  await page
    .getByRole('navigation', { name: t('app.navigation') })
    .getByText(nav, { exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
};

/** The list of coaching and mentoring. */
export const openGuidance = (page: Page): Promise<void> => openPage(page, t('guidance.nav'), t('guidance.title'));

/** Picks somebody of the register for the named field. */
export const pickPerson = async (page: Page, label: string, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).first().click();
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
};

/** A field of the form by the key of its text. */
export const fieldOf = (scope: Page | Locator, key: string): Locator =>
  scope.getByLabel(new RegExp(`^${escaped(t(key))}`)).first();

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a person types into the quick note of a coaching. */
export const quickCoaching: Readonly<Record<string, string>> = {
  'guidance.field.progress': 'Dua dari tiga laporan selesai; daftar periksa sudah dicoba.',
  'guidance.field.problem': 'Data dari unit lain datang terlambat.',
  'guidance.field.cause': 'Permintaan data terlalu dekat dengan tenggat.',
  'guidance.field.discussion': 'Permintaan data dikirim tanggal 20.',
  'guidance.field.place': 'Ruang rapat kecil',
  'guidance.field.actionPlan': 'Mengirim permintaan data tanggal 20.',
};

/** Fills the quick note of a coaching as somebody types: key by key; opened, and not printed yet. */
export const typeQuickCoaching = async (page: Page, employee: string): Promise<void> => {
  await openGuidance(page);
  await button(page, t('guidance.quick.title.coaching')).click();
  await pickPerson(page, t('guidance.participant'), employee);
  await fieldOf(page, 'guidance.topic').pressSequentially('Mutu data bulanan', { delay: 12 });
  for (const [key, text] of Object.entries(quickCoaching))
    await fieldOf(page, key).pressSequentially(text, { delay: 12 });
};

/** Brings back the scan of a paper that was signed by hand. */
export const bringBackScan = async (app: RunningApp, page: Page, scan: string): Promise<void> => {
  await button(page, t('guidance.records.scan')).click();
  const dialog = page.getByRole('dialog', { name: t('guidance.records.scan') });
  await app.setDialogs({ files: [scan] });
  await button(dialog, t('common.chooseFile')).click();
  await dialog.getByRole('list', { name: t('common.attachments') }).waitFor();
  await button(dialog, t('guidance.scan.keep')).click();
  await dialog.waitFor({ state: 'detached' });
};

/** Expects that a record is in this state, in words. */
export const expectRecord = async (page: Page, title: string, state: string): Promise<void> => {
  const record = page.getByRole('article', { name: title }).first();
  await expect(record).toContainText(t(`guidance.records.state.${state}`));
};

/** Chooses the entry of a list that reads exactly so. */
export const pickExactly = async (scope: Locator, label: string, option: string): Promise<void> => {
  await scope.getByRole('combobox', { name: label, exact: true }).click();
  await scope.page().getByRole('option', { name: option, exact: true }).click();
};

/** Goes to a part of a file. */
export const openTab = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('tab', { name: t(`guidance.tab.${tab}`), exact: true }).click();
};
