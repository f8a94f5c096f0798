import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { bilik } from '../fixtures/cli.ts';
import { foundDirectory } from '../fixtures/directory.ts';
import * as people from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { enterPassphraseAgain, enterWrongPassphrase, leaveConfirmation, pressConfirm } from './support/confirmation.ts';
import { makeSeat } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { goTo } from './support/steps/case-steps.ts';
import {
  type AtVault,
  certifyCard,
  invite,
  openDirectory,
  saveCard,
  saveDirectory,
  saveReceivingIdentity,
  takeDirectory,
} from './support/steps/directory-steps.ts';
import { fillPerson, fillTexts } from './support/steps/form-steps.ts';
import { acceptInvitation, unlock } from './support/steps/vault-steps.ts';

// Two windows: the officer who publishes the directory, and an assessor on a computer that has never seen Bilik.

const t = textsOf('id');
const assessorsPassphrase = 'jendela bambu hujan sore 42 kelapa';
const name = people.assessor.name;

let folder: string;
let officer: AtVault;
let assessorApp: RunningApp;
let assessor: AtVault;
let invited: readonly string[];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-directory-'));
  await mkdir(join(folder, 'assessor'));
  const seat = await makeSeat(folder, 'officer', { person: people.personnelOfficer, roles: ['personnelOfficer'] });
  await foundDirectory(seat.vault, []);
  seat.leave();
  const [app, second] = await Promise.all([
    launchApp({ home: seat.home }),
    launchApp({ home: join(folder, 'assessor') }),
  ]);
  assessorApp = second;
  officer = { app, page: await unlock(app, passphrase), passphrase };
});

test.afterAll(async () => {
  await officer?.app.close();
  await assessorApp?.close();
  await rm(folder, { recursive: true, force: true });
});

const inFolder = (file: string): string => join(folder, file);
const button = (page: Page, key: string, values = {}) =>
  page.getByRole('button', { name: t(key, values), exact: true });

test('an invitation is made after the passphrase', async () => {
  const target = inFolder('undangan.undangan');
  invited = await invite(officer, { person: people.assessor, roles: ['assessor'], target });
  expect(await bilik(['verify', target])).toMatchObject({ code: 0, out: expect.stringContaining(invited.join(' ')) });
});

test('it opens on a computer without any vault, and leads to writing', async () => {
  const made = { invitation: inFolder('undangan.undangan'), words: invited, passphrase: assessorsPassphrase };
  const { page } = await acceptInvitation(assessorApp, made);
  assessor = { app: assessorApp, page, passphrase: assessorsPassphrase };
  await goTo(page, 'Berkas konseling');
  await page.getByRole('button', { name: 'Berkas baru' }).click();
  // Nothing about oneself or the institution is asked again.
  const form = page.locator('form');
  await fillPerson(form.getByRole('group', { name: 'Pegawai', exact: true }), people.employee);
  await fillTexts(form, { 'Periode penilaian': 'Januari–Juni 2026' });
  // Clicked twice, it opens one file.
  await page.getByRole('button', { name: 'Buka berkas dan lanjutkan' }).dblclick();
  await pressConfirm(page);
  await page.getByRole('form', { name: t('acts.feedbackRecorded') }).waitFor();
  await fillTexts(page.locator('form'), { Tanggal: '2026-02-10', 'Isi umpan balik': 'Notulen belum diserahkan.' });
  await expect(page.getByText(/^Draf tersimpan /)).toBeVisible();
  await goTo(page, 'Berkas konseling');
  await expect(page.getByRole('row').filter({ hasText: people.employee.name })).toHaveCount(1);
});

test('until the card is certified the roles are good for paper alone; then packages can leave', async () => {
  const { page } = assessor;
  await openDirectory(page, 'own');
  await expect(page.getByText(t('directory.paperOnly'))).toBeVisible();
  const words = await saveCard(assessor, inFolder('kartu.kartu'));
  await certifyCard(officer, { name, card: inFolder('kartu.kartu'), words });
  await openDirectory(officer.page, 'invitations');
  await expect(officer.page.getByRole('row').filter({ hasText: name })).toContainText(t('directory.answered'));
  await saveDirectory(officer, inFolder('instansi.direktori'));
  await takeDirectory(page, inFolder('instansi.direktori'));
  await openDirectory(page, 'own');
  await expect(page.getByRole('list', { name: t('directory.certified') })).toHaveText(t('roles.assessor'));
});

test('the receiving identity leaves after the passphrase, and not when it is wrong or not given', async () => {
  const { page, app } = assessor;
  await openDirectory(page, 'special');
  await page.getByRole('radio', { name: t('directory.auditorBare'), exact: true }).check();
  await page.getByRole('checkbox', { name: t('directory.auditorUnderstood') }).check();
  await app.setDialogs({ save: inFolder('identitas.txt') });
  await button(page, 'directory.auditorExport').click();
  await enterWrongPassphrase(page, 'bukan frasa sandinya');
  await leaveConfirmation(page);
  expect(await readdir(folder)).not.toContain('identitas.txt');
  await saveReceivingIdentity(assessor, inFolder('identitas.txt'));
  expect(await readFile(inFolder('identitas.txt'), 'utf8')).toMatch(/^AGE-SECRET-KEY-1\S{58}$/m);
});

test('a key is revoked after the passphrase', async () => {
  const { page } = officer;
  await openDirectory(page, 'members');
  await button(page, 'directory.revokeOf', { name }).click();
  const dialog = page.getByRole('dialog', { name: t('directory.revokeOf', { name }) });
  await dialog.getByRole('radio', { name: t('directory.reason.lost'), exact: true }).check();
  await dialog.getByRole('button', { name: t('directory.revoke'), exact: true }).click();
  await enterPassphraseAgain(page, passphrase, name);
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(t('directory.noKey'));
});
