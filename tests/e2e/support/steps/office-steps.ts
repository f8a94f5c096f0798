import type { Locator, Page } from '@playwright/test';
import type { PersonInput } from '../../../../shared/domain/identity/person.ts';
import type { OfficeContents } from '../../../../shared/domain/office/profile.ts';
import { textsOf } from '../accessible/texts.ts';
import { enterPassphraseAgain } from '../confirmation.ts';
import { type AtVault, openDirectory } from './directory-steps.ts';
import { fillPerson, fillTexts } from './form-steps.ts';

const t = textsOf('id');

type Look = (page: Page, name: string) => Promise<void>;
const unseen: Look = async () => {};

/** The form of the institution's profile, open in the vault that publishes the directory. */
export const openProfileForm = async (page: Page): Promise<Locator> => {
  await openDirectory(page, 'office');
  await page.getByRole('button', { name: t('office.make'), exact: true }).click();
  const form = page.getByRole('form', { name: t('office.title') });
  await form.waitFor();
  return form;
};

/** Chooses a file as the logo in the open form. */
export const chooseLogo = async ({ app, page }: AtVault, file: string): Promise<void> => {
  await app.setDialogs({ files: [file] });
  await page.getByRole('button', { name: t('office.chooseLogo'), exact: true }).click();
};

/** Fills the open form but for the logo and the institution's name, which stands there, and publishes it. */
export const publishProfile = async (
  { page, passphrase }: AtVault,
  { parents, unit, address, contact, town, numbering }: OfficeContents,
  official: PersonInput,
  look: Look = unseen,
): Promise<void> => {
  const form = page.getByRole('form', { name: t('office.title') });
  await form.getByRole('button', { name: t('office.addParent') }).click();
  await fillTexts(form, {
    [t('office.parent', { number: 1 })]: parents[0] ?? '',
    [t('office.unit')]: unit,
    [t('office.address')]: address,
    [t('office.contact')]: contact,
    [t('office.town')]: town,
    [t('office.template')]: numbering.template,
    [t('office.positionCode')]: numbering.positionCode,
    [t('office.classificationCode')]: numbering.classificationCode,
  });
  await form.getByRole('button', { name: t('office.addOfficial') }).click();
  await fillPerson(form.getByRole('group', { name: t('office.official', { number: 1 }) }), official);
  await look(page, 'office-form');
  await form.getByRole('button', { name: t('office.publish'), exact: true }).click();
  await enterPassphraseAgain(page, passphrase, t('confirm.call.office.publish.reason'));
  await page.getByRole('heading', { level: 1, name: t('directory.title'), exact: true }).waitFor();
};
