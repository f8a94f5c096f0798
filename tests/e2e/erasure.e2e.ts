import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { attach, step } from '../fixtures/case-steps.ts';
import { sign } from '../fixtures/case-walks.ts';
import * as people from '../fixtures/people/cast.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf, enterPassphraseAgain } from './support/confirmation.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import { restoreFrom, unlock } from './support/steps/vault-steps.ts';

const t = textsOf('id');

/** A file that ended without counselling, and one that goes on. */
const seed = (): Promise<string> =>
  seedVault({ person: people.assessor, roles: ['assessor'] }, async (get) => {
    const calls = { get };
    const open = async (employee: typeof people.employee): Promise<string> =>
      (await get('case.recordAct', { ...step('caseOpened', 'assessor', { content: { employee } }), draftId: null }))
        .caseId;
    const caseId = await open(people.employee);
    await open(people.otherEmployee);
    await sign(calls, caseId, 'feedbackRecorded', 'assessor', {
      attachmentIds: [await attach(calls, '%PDF-1.7 bukti')],
    });
    await sign(calls, caseId, 'caseClosed', 'assessor', { content: { reason: 'other' } });
  });

const backUp = async (app: RunningApp, page: Page, place: string): Promise<void> => {
  await goTo(page, t('settings.nav'));
  await page.getByRole('tab', { name: t('settings.backups') }).click();
  await app.setDialogs({ folder: place });
  await page.getByRole('button', { name: t('backup.choosePlace') }).click();
  await page.getByRole('button', { name: t('backup.make') }).click();
  await expect(page.getByText(t('backup.made'))).toBeVisible();
};

/** Says that the vault holds a working copy, whose files without counselling may go at once. */
const setSchedule = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: t('retention.edit') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: t('retention.holding.workingCopy') }).check();
  const kind = dialog.getByRole('group', { name: t('retention.kind.notCounselled') });
  await kind.getByRole('combobox', { name: t('retention.field.active') }).click();
  await page.getByRole('option', { name: '0', exact: true }).click();
  await dialog.getByRole('button', { name: t('common.save') }).click();
  await dialog.waitFor({ state: 'hidden' });
};

const names = (page: Page) => page.getByText(people.employee.name);

test('a file is erased, from the proposal to the record, and an older backup that is restored has it no more', async () => {
  const home = await seed();
  const place = join(home, 'cadangan');
  await mkdir(place);
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await goTo(page, t('cases.nav'));
  await expect(page.getByText(t('cases.list.endedElsewhere', { count: 1 }))).toBeVisible();
  await expect(names(page)).toHaveCount(0);
  await backUp(app, page, place);
  const [older] = await readdir(place);

  await page.getByRole('button', { name: t('retention.nav') }).click();
  await page.getByRole('button', { name: /^Tanpa nomor/ }).click();
  await expect(names(page).first()).toBeVisible();
  await goTo(page, t('settings.nav'));
  await page.getByRole('button', { name: t('retention.nav') }).click();
  await setSchedule(page);
  await page.getByRole('checkbox', { name: /^Pilih / }).check();
  await page.getByRole('button', { name: t('retention.propose', { count: 1 }) }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Masa simpan lewat.');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('common.save') })
    .click();
  await page.getByRole('button', { name: new RegExp(`^${t('retention.erase')}`) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('retention.erase') })
    .click();
  const window = await confirmationOf(page);
  await expect(window.locator('body')).toContainText(/Tanpa konseling, nomor –.*2 lampiran|1 lampiran/);
  await enterPassphraseAgain(page, passphrase, t('confirm.call.retention.erase.title'));
  await expect(page.getByText(t('retention.state.done'))).toBeVisible();
  await expect(page.getByText(t('retention.noFiles'))).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${t('retention.paper.erasureRecord')}`) }).click();
  await expect(page.getByRole('dialog').getByText('Catatan Penghapusan Salinan Kerja', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await goTo(page, t('cases.nav'));
  await expect(page.getByText(people.otherEmployee.name).first()).toBeVisible();
  await expect(names(page)).toHaveCount(0);
  await app.close();

  const other = await launchApp();
  const restored = await restoreFrom(other, join(place, older ?? ''), passphrase);
  await goTo(restored, t('cases.nav'));
  await expect(restored.getByText(people.otherEmployee.name).first()).toBeVisible();
  await expect(names(restored)).toHaveCount(0);
  await other.close();
  await rm(home, { recursive: true, force: true });
});
