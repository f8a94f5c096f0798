import { expect, type Locator, type Page } from '@playwright/test';
import type { PersonInput, Role } from '../../../../shared/domain/identity/person.ts';
import { textsOf } from '../accessible/texts.ts';
import { enterPassphraseAgain } from '../confirmation.ts';
import type { RunningApp } from '../launch.ts';
import { dropReceived, openExchange } from './exchange-steps.ts';
import { fillPerson } from './form-steps.ts';

const t = textsOf('id');
const button = (scope: Page | Locator, name: string): Locator => scope.getByRole('button', { name, exact: true });
const title = (page: Page, key: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: t(key), exact: true }).waitFor();

/** Someone at an open vault, with its passphrase. */
export interface AtVault {
  readonly app: RunningApp;
  readonly page: Page;
  readonly passphrase: string;
}

type Look = (page: Page, name: string) => Promise<void>;
const unseen: Look = async () => {};

/** The page Direktori & kartu at one of its parts; by the palette, since only the personnel unit has it in sight. */
export const openDirectory = async (
  page: Page,
  tab: 'own' | 'members' | 'office' | 'invitations' | 'special',
): Promise<void> => {
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: t('app.palette') });
  await palette.waitFor();
  await page.keyboard.insertText(t('directory.nav'));
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'detached' });
  await title(page, 'directory.title');
  await page.getByRole('tab', { name: t(`directory.tab.${tab}`), exact: true }).click();
  await page.getByRole('tabpanel', { name: t(`directory.tab.${tab}`), exact: true }).waitFor();
};

/** Ten words as they stand in a list on the page. */
export const wordsShown = (scope: Page | Locator, key: string): Promise<readonly string[]> =>
  scope
    .getByRole('list', { name: t(key), exact: true })
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.lastElementChild?.textContent ?? ''));

/** Publishes a directory of which this vault is the root. */
export const foundDirectory = async ({ page, passphrase }: AtVault, look: Look = unseen): Promise<void> => {
  await openDirectory(page, 'members');
  await button(page, t('directory.found')).click();
  const dialog = page.getByRole('dialog', { name: t('directory.foundTitle') });
  await dialog.waitFor();
  await look(page, 'directory-found');
  await button(dialog, t('directory.found')).click();
  await enterPassphraseAgain(page, passphrase, t('confirm.call.directory.found.reason'));
  await page.getByRole('table', { name: t('directory.members') }).waitFor();
};

/** Invites a person; the file is saved as `target`. Gives the ten words that are to be read aloud. */
export const invite = async (
  { app, page, passphrase }: AtVault,
  { person, roles, target }: { readonly person: PersonInput; readonly roles: readonly Role[]; readonly target: string },
  look: Look = unseen,
): Promise<readonly string[]> => {
  await openDirectory(page, 'invitations');
  await button(page, t('directory.invite')).click();
  const form = page.getByRole('form', { name: t('directory.invite') });
  await fillPerson(form, person);
  for (const role of roles) await form.getByRole('checkbox', { name: t(`roles.${role}`), exact: true }).check();
  await look(page, 'invitation-form');
  await app.setDialogs({ save: target });
  await button(form, t('directory.inviteSave')).click();
  await enterPassphraseAgain(page, passphrase, person.name);
  const saved = page.getByRole('status').filter({ hasText: t('directory.inviteSaved', { name: person.name }) });
  await saved.getByRole('list', { name: t('directory.rootWords') }).waitFor();
  await look(page, 'invitation-saved');
  return wordsShown(saved, 'directory.rootWords');
};

/** Saves this vault's card as `target`; gives the ten words that are to be read aloud. */
export const saveCard = async (
  { app, page }: Pick<AtVault, 'app' | 'page'>,
  target: string,
  look: Look = unseen,
): Promise<readonly string[]> => {
  await openDirectory(page, 'own');
  await look(page, 'directory-own-uncertified');
  await app.setDialogs({ save: target });
  await button(page, t('directory.saveCard')).click();
  const saved = page.getByRole('status').filter({ hasText: t('directory.cardSaved') });
  await saved.scrollIntoViewIfNeeded();
  await look(page, 'directory-card-saved');
  return wordsShown(saved, 'directory.ownWords');
};

/** Opens a card as the publisher, compares its words and certifies it, with the passphrase. */
export const certifyCard = async (
  { app, page, passphrase }: AtVault,
  { name, card, words }: { readonly name: string; readonly card: string; readonly words: readonly string[] },
  look: Look = unseen,
): Promise<void> => {
  await openDirectory(page, 'members');
  await app.setDialogs({ files: [card] });
  await button(page, t('directory.certifyCard')).click();
  await title(page, 'directory.fileTitle.card');
  const list = page.getByRole('list', { name: t('words.list'), exact: true });
  await list.waitFor();
  expect(await wordsShown(page, 'words.list')).toEqual(words);
  await page.getByRole('radio', { name: t('words.same') }).check();
  await look(page, 'card-to-certify');
  await button(page, t('directory.certify')).click();
  await enterPassphraseAgain(page, passphrase, name);
  await title(page, 'directory.title');
};

/** Saves the directory that this vault publishes as `target`. */
export const saveDirectory = async (
  { app, page }: Pick<AtVault, 'app' | 'page'>,
  target: string,
  look: Look = unseen,
): Promise<void> => {
  await openDirectory(page, 'members');
  await look(page, 'directory-members');
  await app.setDialogs({ save: target });
  await button(page, t('directory.export')).click();
  await page.getByText(t('directory.exported')).waitFor();
};

/** Takes in a newer directory of the publisher that is trusted already: dropped on Kirim & Terima. */
export const takeDirectory = async (page: Page, file: string, look: Look = unseen): Promise<void> => {
  await openExchange(page);
  await dropReceived(page, [file]);
  await title(page, 'directory.fileTitle.directory');
  await page.getByText(t('directory.newer')).waitFor();
  await look(page, 'directory-file');
  await button(page, t('directory.update')).click();
  await title(page, 'directory.title');
};

/** Saves the identities that open packages for this vault as `target`, bare, as an auditor may ask for. */
export const saveReceivingIdentity = async (
  { app, page, passphrase }: AtVault,
  target: string,
  look: Look = unseen,
): Promise<void> => {
  await openDirectory(page, 'special');
  await look(page, 'directory-special');
  await page.getByRole('radio', { name: t('directory.auditorBare'), exact: true }).check();
  await page.getByRole('checkbox', { name: t('directory.auditorUnderstood') }).check();
  await app.setDialogs({ save: target });
  await button(page, t('directory.auditorExport')).click();
  await enterPassphraseAgain(page, passphrase, t('confirm.call.identity.exportReceiving.reason'));
  await page.getByText(t('directory.auditorSaved')).waitFor();
};
