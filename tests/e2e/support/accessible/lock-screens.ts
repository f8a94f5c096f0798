import { mkdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { counsellor, institution } from '../../../fixtures/people/cast.ts';
import type { RunningApp } from '../launch.ts';
import { passphrase } from '../probe.ts';
import type { Look } from './axe.ts';
import type { Text } from './texts.ts';

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

const stepHeading = (page: Page, t: Text, step: string): Promise<void> => heading(page, t(`vault.step.${step}.title`));

/** The welcome and every step of a new vault; ends on the page of the open vault. */
export const tourNewVault = async (app: RunningApp, t: Text, look: Look): Promise<Page> => {
  await mkdir(app.documents, { recursive: true });
  const page = await app.page('lock');
  const next = (name = t('common.continue')): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  await heading(page, t('vault.welcome'));
  await look(page, 'welcome');
  await page.getByRole('button', { name: t('vault.create') }).click();
  await stepHeading(page, t, 'person');
  await next();
  await look(page, 'new vault: person, incomplete');
  await page.getByRole('textbox', { name: t('person.name') }).fill(counsellor.name);
  await next();
  await stepHeading(page, t, 'roles');
  await next();
  await look(page, 'new vault: roles, incomplete');
  await page.getByRole('textbox', { name: t('vault.institution') }).fill(institution);
  await page.getByRole('checkbox', { name: t('roles.counsellor'), exact: true }).check();
  await next();
  await stepHeading(page, t, 'place');
  await look(page, 'new vault: place');
  await next();
  await stepHeading(page, t, 'passphrase');
  await page.getByLabel(t('vault.newPassphrase'), { exact: true }).fill('kata');
  await look(page, 'new vault: weak passphrase');
  await page.getByLabel(t('vault.newPassphrase'), { exact: true }).fill(passphrase);
  await page.getByLabel(t('vault.passphraseAgain'), { exact: true }).fill(passphrase);
  await look(page, 'new vault: passphrase');
  await next(t('vault.make'));
  await stepHeading(page, t, 'sheet');
  await look(page, 'new vault: sheet');
  const shown = page.getByRole('list', { name: t('vault.recoveryCode') }).getByRole('listitem');
  const groups = await shown.evaluateAll((items) => items.map((item) => item.lastElementChild?.textContent ?? ''));
  await page.getByRole('checkbox', { name: t('vault.sheetKept') }).check();
  await next();
  await stepHeading(page, t, 'confirm');
  await look(page, 'new vault: confirm');
  for (const [index, group] of groups.entries()) {
    const field = page.getByLabel(t('vault.group', { number: index + 1 }), { exact: true });
    if ((await field.count()) > 0) await field.fill(group);
  }
  await next(t('vault.openNew'));
  const opened = await app.page('app');
  await heading(opened, t('home.title'));
  return opened;
};

/** Unlocking, what goes wrong with it, recovery; ends on the page of the open vault. */
export const tourUnlock = async (app: RunningApp, t: Text, look: Look): Promise<Page> => {
  const page = await app.page('lock');
  const field = page.getByLabel(t('common.passphrase'), { exact: true });
  const unlock = page.getByRole('button', { name: t('vault.unlock'), exact: true });
  await heading(page, t('vault.unlockTitle'));
  await look(page, 'unlock');
  await field.fill('bukan ini');
  await unlock.click();
  await page.getByRole('alert').waitFor();
  await look(page, 'unlock: wrong passphrase');
  await page.getByRole('button', { name: t('vault.forget') }).click();
  await page.getByRole('alertdialog').waitFor();
  await look(page, 'take off the list');
  await page.getByRole('button', { name: t('common.cancel') }).click();
  await page.getByRole('button', { name: t('vault.forgotten') }).click();
  await heading(page, t('vault.recoverTitle'));
  await look(page, 'recover');
  await page.getByRole('button', { name: t('common.back') }).click();
  await field.fill(passphrase);
  await unlock.click();
  const opened = await app.page('app');
  // The vault opens at the place where it was left.
  await opened
    .getByRole('navigation', { name: t('app.navigation') })
    .getByRole('button', { name: t('home.nav'), exact: true })
    .click();
  // Back at the page where the vault was last left.
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
};
