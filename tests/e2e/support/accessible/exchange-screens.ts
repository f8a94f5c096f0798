import type { Locator } from '@playwright/test';
import type { RunningApp } from '../launch.ts';
import { dropFiles } from '../steps/exchange-steps.ts';
import { closeDialog, goTo, openFile, type Tour } from './case-screens.ts';
import { files, type SeededExchange } from './seed-exchange.ts';

/** A tour through the window of a vault that has sent and received. */
export interface ExchangeTour extends Tour {
  readonly app: RunningApp;
  readonly seeded: SeededExchange;
  readonly folder: string;
}

const button = ({ page, t }: Tour, key: string, values?: Readonly<Record<string, string>>): Locator =>
  page.getByRole('button', { name: t(key, values), exact: true });

/** Drops a file on a page that shows nothing of an earlier one. */
const drop = async (tour: ExchangeTour, file: string): Promise<void> => {
  await goTo(tour, 'home');
  await goTo(tour, 'exchange');
  await dropFiles(tour.page, tour.t('exchange.drop'), [file]);
};

/** Kirim & Terima: at rest, a package looked at, taken in, confirmed, and one that is held. */
export const tourReceiving = async (tour: ExchangeTour): Promise<void> => {
  const { page, t, look, app, folder, seeded } = tour;
  await goTo(tour, 'exchange');
  await page.getByRole('table', { name: t('exchange.history') }).waitFor();
  await look(page, 'exchange');
  await drop(tour, seeded.known);
  await page
    .getByRole('alert')
    .filter({ hasText: t('exchange.held.packageDuplicate') })
    .waitFor();
  await look(page, 'package held');
  await drop(tour, seeded.fresh);
  await button(tour, 'exchange.import').waitFor();
  await look(page, 'package looked at');
  await button(tour, 'exchange.import').click();
  await page.getByRole('status').first().waitFor();
  await look(page, 'package taken in');
  await app.setDialogs({ folder });
  await page
    .getByRole('region', { name: t('exchange.receive'), exact: true })
    .getByText(t('exchange.makeReceipt'))
    .click();
  await page.getByRole('list', { name: t('sealing.files') }).waitFor();
  await look(page, 'receipt made');
};

/** What leaves for whom; a draft to be signed; a copy for oneself. */
export const tourSending = async (tour: ExchangeTour): Promise<void> => {
  const { page, t, look, app, folder } = tour;
  await openFile(tour, files.due);
  await look(page, 'file ready to send');
  await page.getByRole('tab', { name: t('cases.view.deliveries'), exact: true }).click();
  await look(page, 'deliveries');
  await button(tour, 'exchange.lookAndSend').first().click();
  await page.getByRole('heading', { level: 1, name: t('exchange.sendTitle'), exact: true }).waitFor();
  await look(page, 'send');
  await app.setDialogs({ folder });
  await page
    .getByRole('button', { name: new RegExp(`^${t('exchange.sealFor', { name: '' }).trim()}`) })
    .first()
    .click();
  await page.getByRole('list', { name: t('sealing.files') }).waitFor();
  await look(page, 'sealed');
  await openFile(tour, files.due);
  await button(tour, 'cases.now.record', { act: t('acts.counsellingDecided') }).click();
  await button(tour, 'exchange.sendDraft').click();
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
  await look(page, 'send a draft');
  await closeDialog(page);
};

/** Buttons whose names begin with a text, whatever they name after it. */
const beginning = ({ page, t }: Tour, key: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${t(key)}`) }).first();

/** A draft that somebody else made, and a copy about oneself. */
export const tourReceived = async (tour: ExchangeTour): Promise<void> => {
  const { page, t, look } = tour;
  await goTo(tour, 'home');
  await look(page, 'home with drafts and deliveries');
  await goTo(tour, 'exchange');
  await beginning(tour, 'exchange.decline').click();
  await page.getByRole('dialog', { name: t('exchange.declineTitle') }).waitFor();
  await look(page, 'decline a draft');
  await closeDialog(page);
  await beginning(tour, 'exchange.openDraft').click();
  await page.getByRole('form', { name: t('acts.reportRegistered') }).waitFor();
  await look(page, 'draft to sign');
  await goTo(tour, 'exchange');
  await beginning(tour, 'exchange.openCopy').click();
  await page.locator('.pdf-page').first().waitFor();
  await page.getByRole('form', { name: t('exchange.acknowledge') }).waitFor();
  await look(page, 'copy');
};

const lookAtDialogs = async (tour: ExchangeTour): Promise<void> => {
  for (const key of ['changeRoles', 'revoke']) {
    await beginning(tour, `directory.${key}`).click();
    await tour.page.getByRole('dialog').waitFor();
    await tour.look(tour.page, `directory: ${key}`);
    await closeDialog(tour.page);
  }
};

/** Direktori & kartu, part by part, with its dialogs, and an invitation to be made. */
export const tourDirectory = async (tour: ExchangeTour): Promise<void> => {
  const { page, t, look } = tour;
  await goTo(tour, 'directory');
  for (const tab of ['own', 'members', 'invitations', 'special']) {
    await page.getByRole('tab', { name: t(`directory.tab.${tab}`), exact: true }).click();
    await page.getByRole('tabpanel', { name: t(`directory.tab.${tab}`), exact: true }).waitFor();
    await look(page, `directory: ${tab}`);
    if (tab === 'members') await lookAtDialogs(tour);
  }
  await page.getByRole('radio', { name: t('directory.auditorBare'), exact: true }).check();
  await look(page, 'receiving identity without protection');
  await page.getByRole('tab', { name: t('directory.tab.invitations'), exact: true }).click();
  await button(tour, 'directory.invite').click();
  await button(tour, 'directory.inviteSave').click();
  await look(page, 'invitation, incomplete');
};

/** A card to be certified and a directory of another root, each compared and found different. */
export const tourSignedFiles = async (tour: ExchangeTour): Promise<void> => {
  const { page, t, look, seeded } = tour;
  for (const [kind, file] of [
    ['card', seeded.card],
    ['directory', seeded.foreign],
  ] as const) {
    await drop(tour, file);
    await page.getByRole('heading', { level: 1, name: t(`directory.fileTitle.${kind}`), exact: true }).waitFor();
    await page.getByRole('radio', { name: t('words.differ') }).check();
    await look(page, `${kind} file`);
  }
};
