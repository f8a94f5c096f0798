import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { errorNumber } from '../../../../shared/i18n/error-numbers/index.ts';
import { textsOf } from '../accessible/texts.ts';
import type { RunningApp } from '../launch.ts';
import { goTo } from './case-steps.ts';

const t = textsOf('id');
const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Drops files on a named group of the page, as from the file manager. */
export const dropFiles = async (page: Page, label: string, paths: readonly string[]): Promise<void> => {
  const given = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), base64: (await readFile(path)).toString('base64') })),
  );
  const dataTransfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, given);
  const zone = page.getByRole('group', { name: label, exact: true });
  await zone.dispatchEvent('dragover', { dataTransfer });
  await zone.dispatchEvent('drop', { dataTransfer });
  await dataTransfer.dispose();
};

/** The page Kirim & Terima, ready to receive. */
export const openExchange = async (page: Page): Promise<void> => {
  await goTo(page, t('exchange.nav'));
  await page.getByRole('group', { name: t('exchange.drop'), exact: true }).waitFor();
};

/** Drops files that came from others on the page Kirim & Terima, which is shown. */
export const dropReceived = (page: Page, paths: readonly string[]): Promise<void> =>
  dropFiles(page, t('exchange.drop'), paths);

/** Takes in the package that was dropped and found good. */
export const acceptShown = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: t('exchange.checked'), exact: true }).waitFor();
  await button(page, t('exchange.import')).click();
  await page
    .getByRole('status')
    .filter({ hasText: t('exchange.imported') })
    .waitFor();
};

/** Receives a package: dropped, looked at, taken in. `look` hears when it is shown and when it is in. */
export const receive = async (
  page: Page,
  paths: readonly string[],
  look: (part: 'inspected' | 'imported') => Promise<void> = async () => {},
): Promise<void> => {
  await openExchange(page);
  await dropReceived(page, paths);
  await page.getByRole('heading', { name: t('exchange.checked'), exact: true }).waitFor();
  await look('inspected');
  await acceptShown(page);
  await look('imported');
};

/** Expects that the package that was dropped is held for this reason, in words; puts it away. */
export const expectHeld = async (page: Page, code: string, detail?: RegExp): Promise<void> => {
  const notice = page.getByRole('alert').filter({ hasText: t(`exchange.held.${code}`) });
  await expect(notice).toContainText(t(`errors.${code}`));
  await expect(notice.getByText(String(errorNumber(code)), { exact: true })).toBeVisible();
  if (detail !== undefined) {
    await expect(notice.getByRole('list', { name: t('exchange.heldDetails') })).toHaveText(detail);
  }
  await expect(button(page, t('exchange.import'))).toHaveCount(0);
  await button(page.getByRole('main'), t('common.close')).click();
  await page.getByRole('group', { name: t('exchange.drop'), exact: true }).waitFor();
};

/** Names of the files in the notice that something was sealed for somebody. */
const sealedFiles = async (scope: Page | Locator, receiver: string): Promise<readonly string[]> => {
  const notice = scope.getByRole('status').filter({ hasText: t('sealing.done', { name: receiver }) });
  const list = notice.getByRole('list', { name: t('sealing.files') });
  await list.first().waitFor();
  return list.first().getByRole('listitem').allInnerTexts();
};

/** What a window needs to seal: where the system's dialog would put the files. */
export interface Sealing {
  readonly app: RunningApp;
  readonly page: Page;
  readonly folder: string;
}

/** Seals for each of these people on the page Kirim of a case, which is shown; paths of the files, in order. */
export const sealShown = async (
  { app, page, folder }: Sealing,
  receivers: readonly string[],
): Promise<readonly string[]> => {
  await page.getByRole('heading', { level: 1, name: t('exchange.sendTitle'), exact: true }).waitFor();
  await app.setDialogs({ folder });
  const files: string[] = [];
  for (const name of receivers) {
    await button(page, t('exchange.sealFor', { name })).click();
    files.push(...(await sealedFiles(page, name)).map((file) => join(folder, file)));
  }
  return files;
};

/** Goes from the page of a case to what would leave for whom. */
export const lookAndSend = async (page: Page): Promise<void> => {
  await button(page, t('exchange.lookAndSend')).first().click();
  await page.getByRole('heading', { level: 1, name: t('exchange.sendTitle'), exact: true }).waitFor();
};

/** Makes the receipt that is offered after a package was taken in; path of the file. */
export const makeReceipt = async ({ app, page, folder }: Sealing, sender: string): Promise<string> => {
  await app.setDialogs({ folder });
  // The history below offers it as well.
  const region = page.getByRole('region', { name: t('exchange.receive'), exact: true });
  await button(region, t('exchange.makeReceiptFor', { name: sender })).click();
  const [file = ''] = await sealedFiles(region, sender);
  return join(folder, file);
};
