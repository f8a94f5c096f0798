import { expect, type Page } from '@playwright/test';
import { textsOf } from './accessible/texts.ts';

const t = textsOf('id');
const isConfirmation = (page: Page): boolean => !page.isClosed() && page.url().startsWith('app://bilik/confirm.html');

/** Whether something is to be confirmed there: one that stands ready is empty. */
const isAsked = (page: Page): Promise<boolean> =>
  page
    .getByRole('heading', { level: 1 })
    .isVisible()
    .catch(() => false);

/** The window of confirmation of the application that a page belongs to, once something is asked in it. */
export const confirmationOf = async (page: Page): Promise<Page> => {
  const windows = page.context();
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    for (const found of windows.pages().filter(isConfirmation)) if (await isAsked(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no window of confirmation');
};

const gone = async (window: Page): Promise<void> => {
  if (!window.isClosed()) await window.waitForEvent('close').catch(() => undefined);
};

const press = async (window: Page, button: string | RegExp): Promise<void> => {
  const closed = gone(window);
  // The window goes with the press.
  await window
    .getByRole('button', { name: button, exact: true })
    .click()
    .catch((thrown: unknown) => {
      if (!window.isClosed()) throw thrown;
    });
  await closed;
};

/** Presses in the window of confirmation: signs, or records from paper. */
export const pressConfirm = async (page: Page): Promise<void> =>
  press(await confirmationOf(page), new RegExp(`^(${t('confirm.sign.answer')}|${t('confirm.paper.answer')})$`));

/** Types a passphrase into the window of confirmation, which says what for; it goes. */
export const enterPassphraseAgain = async (page: Page, passphrase: string, reason?: string): Promise<void> => {
  const window = await confirmationOf(page);
  if (reason !== undefined) await expect(window.locator('body')).toContainText(reason);
  await window.getByLabel(t('common.passphrase'), { exact: true }).fill(passphrase);
  await press(window, t('common.continue'));
};

/** Types a wrong passphrase; the window stays and says so. */
export const enterWrongPassphrase = async (page: Page, passphrase: string): Promise<Page> => {
  const window = await confirmationOf(page);
  await window.getByLabel(t('common.passphrase'), { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: t('common.continue'), exact: true }).click();
  await window.getByText(t('errors.wrongPassphrase')).waitFor();
  return window;
};

/** Leaves the window of confirmation by Escape. */
export const leaveConfirmation = async (page: Page): Promise<void> => {
  const window = await confirmationOf(page);
  const closed = gone(window);
  await window.keyboard.press('Escape').catch(() => undefined);
  await closed;
};
