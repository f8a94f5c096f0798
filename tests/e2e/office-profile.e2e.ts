import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openVault } from '../../electron/backend/vault/open-vault.ts';
import { decided } from '../fixtures/case-walks.ts';
import { foundDirectory } from '../fixtures/directory.ts';
import { officeContents, pngOf } from '../fixtures/office.ts';
import * as people from '../fixtures/people/cast.ts';
import * as texts from '../fixtures/people/texts.ts';
import { unwrap } from '../fixtures/results.ts';
import { type Calls, callsIn } from '../fixtures/vault-calls.ts';
import { vaultDeps } from '../fixtures/vault-deps.ts';
import { textsOf } from './support/accessible/texts.ts';
import { pressConfirm } from './support/confirmation.ts';
import { documentOf, wordsOf } from './support/documents/signed-documents.ts';
import { makeSeat } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { startAct } from './support/steps/case-steps.ts';
import { type AtVault, invite, openDirectory } from './support/steps/directory-steps.ts';
import { choose, fillPerson, fillTexts } from './support/steps/form-steps.ts';
import { chooseLogo, openProfileForm, publishProfile } from './support/steps/office-steps.ts';
import { acceptInvitation, unlock } from './support/steps/vault-steps.ts';
import { openFileOf } from './support/story/sealed/desk.ts';

// The personnel unit makes the profile of the institution once; whoever it invites makes a first letter whose kop, town
// and number are right though nothing of them was typed.

const t = textsOf('id');
const headsPassphrase = 'jendela bambu hujan sore 42 kelapa';
const { parents, unit, address, town } = officeContents;

let folder: string;
let officer: AtVault;
let invitation: string;
let words: readonly string[];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-office-'));
  const person = { person: people.personnelOfficer, roles: ['personnelOfficer'] } as const;
  const seat = await makeSeat(folder, 'officer', person);
  await foundDirectory(seat.vault, []);
  seat.leave();
  const app = await launchApp({ home: seat.home });
  officer = { app, page: await unlock(app, passphrase), passphrase };
});

test.afterAll(async () => {
  await officer?.app.close();
  await rm(folder, { recursive: true, force: true });
});

test('the personnel unit makes a profile with a logo, which is a picture by its bytes alone', async () => {
  const { page } = officer;
  const form = await openProfileForm(page);
  for (const [name, bytes] of [
    ['lambang.svg.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['besar.png', pngOf(2001, 1)],
    ['lambang.png', pngOf()],
  ] as const) {
    await writeFile(join(folder, name), bytes);
    await chooseLogo(officer, join(folder, name));
    if (name === 'lambang.svg.png') await expect(form.getByText(t('errors.logoNotPicture'))).toBeVisible();
    if (name === 'besar.png') await expect(form.getByText(/2001 × 1 piksel/)).toBeVisible();
  }
  await expect(form.getByRole('img', { name: t('office.logoOf', { institution: people.institution }) })).toBeVisible();
  await publishProfile(officer, officeContents, people.authorisedOfficial);
  await openDirectory(page, 'office');
  await expect(page.getByText(unit, { exact: true })).toBeVisible();
  await expect(page.getByRole('radio', { name: t('office.sources.profile') })).toBeChecked();
});

test('an invitation brings it along', async () => {
  invitation = join(folder, 'undangan.undangan');
  words = await invite(officer, {
    person: people.personnelHead,
    roles: ['personnelHead', 'personnelOfficer'],
    target: invitation,
  });
});

/** The vault of the invited person, without a window. */
const atHead = async <T>(home: string, work: (calls: Calls) => Promise<T>): Promise<T> => {
  const documents = join(home, 'documents');
  const [label = ''] = await readdir(documents);
  const vault = unwrap(await openVault(vaultDeps, { dir: join(documents, label), passphrase: headsPassphrase }));
  try {
    return await work(callsIn(home, vault));
  } finally {
    vault.close();
  }
};

test('and the first letter of who accepts it has kop, town and number, and nothing of them typed', async () => {
  const home = join(folder, 'head');
  await mkdir(home);
  let app: RunningApp = await launchApp({ home });
  try {
    await acceptInvitation(app, { invitation, words, passphrase: headsPassphrase });
    await app.close();
    // A report came on paper, was registered, and it was decided to counsel.
    await atHead(home, decided);
    app = await launchApp({ home });
    const page = await unlock(app, headsPassphrase);
    await openFileOf(page, people.employee.name);
    const form = await startAct(page, 'counsellorAssigned');
    await fillPerson(form.getByRole('group', { name: 'Konselor', exact: true }), people.counsellor);
    await choose(form, 'Konselor independen');
    await fillTexts(form, {
      'Bukti pelatihan atau penunjukan': 'Keputusan penunjukan konselor independen Nomor 15/2026 (contoh)',
      'Tugas dan kerahasiaan': texts.duties,
    });
    await form.getByRole('button', { name: t('cases.form.propose') }).click();
    const number = form.getByRole('textbox', { name: t('cases.field.number'), exact: true });
    await expect(number).toHaveValue(`800.1.10.4/1/417.603.3/${new Date().getFullYear()}`);
    const numbered = await number.inputValue();
    await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
    await pressConfirm(page);
    await page.getByRole('region', { name: /^Halaman 1 dari/ }).waitFor();
    await app.close();
    const pdf = await atHead(home, async (calls) => {
      const [document] = (await calls.get('documents.list', {})).filter(({ kind }) => kind === 'assignmentLetter');
      return (await documentOf(calls, document?.actHash ?? '')).pdf;
    });
    const said = wordsOf(pdf).replaceAll(/\s+/g, ' ').toUpperCase();
    for (const part of [...parents, people.institution, unit, address, `${town}, `, numbered])
      expect(said).toContain(part.toUpperCase());
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Subtype\s*\/Image/);
  } finally {
    await app.close();
  }
});
