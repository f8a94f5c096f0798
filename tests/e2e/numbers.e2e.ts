import { rm } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { decided, sign } from '../fixtures/case-walks.ts';
import { employee, personnelHead } from '../fixtures/people/cast.ts';
import { axeFindings } from './support/accessible/axe.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo, signAct, startAct } from './support/steps/case-steps.ts';
import { fillTexts, pick } from './support/steps/form-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';
import { openFileOf } from './support/story/sealed/desk.ts';

// Numbers of papers (law: numbers) as an office meets them: over New Year, of two kinds, in two scopes, and a double.

const t = textsOf('id');
const names = ['Laras Contoh', 'Tirta Contoh', 'Wulan Contoh'] as const;

const numberIn = (form: Locator): Locator => form.getByRole('textbox', { name: t('cases.field.number'), exact: true });

const invite = async (page: Page, name: string, letterDate: string): Promise<Locator> => {
  await openFileOf(page, name);
  const form = await startAct(page, 'sessionScheduled');
  await fillTexts(form, {
    [t('cases.field.letterDate')]: letterDate,
    [t('cases.field.date')]: '2027-01-20',
    [t('cases.field.place')]: 'Ruang 2',
    [t('cases.field.contact')]: 'Pesawat 112',
  });
  return form;
};

test('an office numbers its papers over New Year, and is told where a number already stands', async () => {
  const home = await seedVault({ person: personnelHead, roles: ['personnelHead', 'personnelOfficer'] }, async (get) => {
    for (const [index, name] of names.entries()) {
      const caseId = await decided({ get }, { content: { employee: { ...employee, name, nip: '' } } });
      if (index < 2) await sign({ get }, caseId, 'counsellorAssigned', 'personnelHead');
    }
  });
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await goTo(page, t('settings.title'));
  await page.getByRole('tab', { name: t('settings.documents') }).click();
  const office = page.getByRole('region', { name: t('settings.number.title'), exact: true });
  await pick(office, t('settings.number.preset'), t('settings.number.presets.centralRoman'));
  await fillTexts(office, { [t('settings.positionCode')]: 'IJ', [t('settings.classificationCode')]: 'KP.07' });
  expect(await axeFindings(page)).toEqual([]);
  const save = async (): Promise<void> => {
    await page.getByRole('button', { name: t('common.save'), exact: true }).click();
    await expect(page.getByText(t('settings.saved'))).toBeVisible();
  };
  await save();

  // Nothing is typed: the next number stands there and follows the date.
  const first = await invite(page, names[0], '2026-12-31');
  await expect(numberIn(first)).toHaveValue('01/IJ/KP.07/XII/2026');
  await fillTexts(first, { [t('cases.field.letterDate')]: '2027-01-04' });
  await expect(numberIn(first)).toHaveValue('01/IJ/KP.07/I/2027');
  await signAct(page, names[0]);

  const second = await invite(page, names[1], '2027-01-05');
  await expect(numberIn(second)).toHaveValue('02/IJ/KP.07/I/2027');
  await numberIn(second).fill('1/IJ/KP.07/XII/2027');
  const stands = page.getByText('01/IJ/KP.07/I/2027');
  await expect(stands).toContainText(names[0]);
  await expect(page.getByText(t('errors.numberTaken'))).toBeVisible();
  await expect(page.getByText(t('errors.numberOfOtherMonth'))).toBeVisible();
  await expect(second.getByRole('textbox', { name: t('cases.field.numberReason'), exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: t('cases.form.sign'), exact: true })).toBeDisabled();
  expect(await axeFindings(page)).toEqual([]);
  await second.getByRole('button', { name: t('cases.form.propose') }).click();
  await expect(numberIn(second)).toHaveValue('02/IJ/KP.07/I/2027');
  await expect(stands).toHaveCount(0);
  await signAct(page, names[1]);

  // Another kind has a count of its own, until both share that of the signatory.
  const assign = async (): Promise<Locator> => {
    await openFileOf(page, names[2]);
    const form = await startAct(page, 'counsellorAssigned');
    await fillTexts(form, { [t('cases.field.date')]: '2027-01-06' });
    return form;
  };
  await expect(numberIn(await assign())).toHaveValue('01/IJ/KP.07/I/2027');
  await goTo(page, t('settings.title'));
  await page.getByRole('tab', { name: t('settings.documents') }).click();
  for (const kind of ['invitation', 'assignment'] as const) {
    const label = t('settings.number.scopeOf', { kind: t(`settings.number.kind.${kind}`) });
    await pick(office, label, t('settings.number.scope.signatory'));
  }
  await save();
  const third = await assign();
  await third.getByRole('button', { name: t('cases.form.propose') }).click();
  await expect(numberIn(third)).toHaveValue('03/IJ/KP.07/I/2027');
  await app.close();
  await rm(home, { recursive: true, force: true });
});
