import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { openWithPassphrase } from '../../electron/backend/crypto/age.ts';
import { listTitles } from '../../shared/domain/documents/kind.ts';
import { listMark } from '../../shared/domain/lists/list-choice.ts';
import { decided } from '../fixtures/case-walks.ts';
import * as people from '../fixtures/people/cast.ts';
import { axeFindings } from './support/accessible/axe.ts';
import { expectAllReached, expectNoTrap } from './support/accessible/keys.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf, enterPassphraseAgain } from './support/confirmation.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { picture } from './support/picture.ts';
import { passphrase } from './support/probe.ts';
import { button, openPage } from './support/steps/guidance-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// The register of the unit as a list: looked at, saved encrypted as XLSX and bare as PDF, refused as an attachment.

const t = textsOf('id');
const chosen = 'perahu kertas di hulu sungai';
let home: string;
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const roles = ['personnelOfficer', 'personnelHead', 'assessor'] as const;
  home = await seedVault({ person: people.personnelOfficer, roles }, async (get) => {
    await decided({ get });
  });
  app = await launchApp({ home });
  page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
test.afterAll(async () => {
  await app.close();
  await rm(home, { recursive: true, force: true });
});

test('a list with names is looked at, and leaves encrypted by a passphrase of its own', async () => {
  await openPage(page, t('cases.nav'), t('cases.list.title'));
  await button(page, t('lists.title')).click();
  await page.getByRole('heading', { level: 1, name: t('lists.title') }).waitFor();
  await page.getByLabel(t('lists.withNames')).check();
  // Without purpose and receiver nothing leaves.
  await expect(button(page, t('lists.save'))).toBeDisabled();
  await page.getByLabel(t('lists.purpose')).fill('Rapat penilaian');
  await page.getByLabel(t('lists.receiver')).fill('Kepala Bagian Contoh');
  await button(page, t('lists.show')).click();
  const shown = page.getByRole('table', { name: listTitles.registerList });
  await expect(shown).toContainText(people.employee.name);
  await expect(shown).not.toContainText(people.employee.nip);
  await expectAllReached(page);
  await expectNoTrap(page);
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'lists');

  await page.getByRole('radio', { name: 'XLSX' }).check();
  const target = join(home, 'daftar.xlsx.age');
  await app.setDialogs({ save: target });
  await button(page, t('lists.save')).click();
  const window = await confirmationOf(page);
  await expect(window.locator('body')).toContainText('Penerima: Kepala Bagian Contoh');
  await window.getByLabel(t('confirm.chosen.file'), { exact: true }).fill(chosen);
  await window.getByLabel(t('confirm.chosenAgain'), { exact: true }).fill(chosen);
  await enterPassphraseAgain(page, passphrase, t('confirm.call.lists.export.reason'));
  await page.getByText(t('lists.saved', { count: 1 })).waitFor();
  const opened = await openWithPassphrase(await readFile(target), chosen);
  if (!opened.ok) throw new Error(opened.error.code);
  const sheet = strFromU8(unzipSync(opened.value)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  for (const said of [people.employee.name, people.employee.nip, 'Rapat penilaian']) expect(sheet).toContain(said);
});

test('its PDF is a wide sheet that knows itself, and no file takes it', async () => {
  await page.getByRole('radio', { name: 'PDF' }).check();
  await page.getByRole('radio', { name: t('lists.unprotected') }).check();
  await page.getByRole('checkbox', { name: t('lists.understood') }).check();
  const target = join(home, 'daftar.pdf');
  await app.setDialogs({ save: target });
  await button(page, t('lists.save')).click();
  await enterPassphraseAgain(page, passphrase, t('confirm.listUnprotected'));
  // The notice of a list saved before may still stand; the file comes whole under its name.
  await expect.poll(() => existsSync(target)).toBe(true);
  const pdf = (await readFile(target)).toString('latin1');
  const [, width = '0', height = '0'] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect(Number(width)).toBeGreaterThan(Number(height));
  expect(pdf).toContain(listMark);
});
