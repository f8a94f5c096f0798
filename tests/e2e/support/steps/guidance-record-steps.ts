import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { textsOf } from '../accessible/texts.ts';
import { enterPassphraseAgain, pressConfirm } from '../confirmation.ts';
import { receive, type Sealing } from './exchange-steps.ts';
import { button, expectRecord, openTab } from './guidance-steps.ts';

// Steps with the records of a coaching or mentoring: looked at, sealed, signed by the other, exported.

const t = textsOf('id');
type Look = (page: Page, name: string) => Promise<void>;
const unseen: Look = async () => {};

/** The latest record with this title, on the page that shows it. */
export const recordOf = (page: Page, title: string): Locator => page.getByRole('article', { name: title }).first();

/** Shows what a record says. */
export const showRecord = async (page: Page, title: string): Promise<void> => {
  const record = recordOf(page, title);
  await button(record, t('guidance.records.show')).click();
  await record.evaluate((element) => element.scrollIntoView({ block: 'center' }));
};

/** Seals a record that is shown for somebody of it; path of the file. */
export const sealRecord = async (
  { app, page, folder }: Sealing,
  title: string,
  receiver: string,
  look: Look = unseen,
): Promise<string> => {
  await app.setDialogs({ folder });
  await button(recordOf(page, title), t('guidance.records.send')).click();
  const dialog = page.getByRole('dialog', { name: t('guidance.send.title') });
  await dialog.getByRole('radio', { name: receiver }).check();
  await look(page, 'send');
  await button(dialog, t('guidance.send.seal')).click();
  const files = dialog.getByRole('list', { name: t('sealing.files') }).getByRole('listitem');
  const file = await files.first().innerText();
  await look(page, 'send-sealed');
  await button(dialog, t('common.close')).last().click();
  await dialog.waitFor({ state: 'detached' });
  return join(folder, file);
};

/** Receives a record by a package and goes to its file. */
export const receiveRecord = async (
  page: Page,
  file: string,
  look?: (part: string) => Promise<void>,
): Promise<void> => {
  await receive(page, [file], look);
  await button(page, t('exchange.openGuidance')).click();
  // Whoever leads sees the working papers, with the records as a part.
  const part = page.getByRole('tab', { name: t('guidance.tab.records'), exact: true });
  await page
    .getByRole('heading', { name: t('guidance.records.title') })
    .or(part)
    .first()
    .waitFor();
  if (await part.isVisible()) await openTab(page, 'records');
};

/** Signs a record that waits; it is complete then. */
export const signRecord = async (page: Page, title: string): Promise<void> => {
  await button(recordOf(page, title), t('guidance.records.sign')).click();
  await pressConfirm(page);
  await expectRecord(page, title, 'complete');
};

/** Saves the signed PDF of a complete record as `target`, the passphrase entered again. */
export const exportRecord = async (
  { app, page, passphrase }: Pick<Sealing, 'app' | 'page'> & { readonly passphrase: string },
  title: string,
  target: string,
  look: Look = unseen,
): Promise<void> => {
  await button(recordOf(page, title), t('guidance.records.pdf')).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('region', { name: /^Halaman 1 dari/ }).waitFor();
  // The text is laid over a page when it is drawn.
  await dialog.locator('.pdf-page').first().locator('.pdf-text span').first().waitFor({ state: 'attached' });
  await look(page, 'pdf');
  await app.setDialogs({ save: target });
  await button(dialog, t('common.export')).click();
  await enterPassphraseAgain(page, passphrase, t('confirm.call.documents.export.reason'));
  await page.getByText(t('common.exported')).first().waitFor();
  await button(dialog, t('common.close')).first().click();
  await dialog.waitFor({ state: 'detached' });
};
