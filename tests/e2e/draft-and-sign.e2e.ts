import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import { outsideSigner } from '../fixtures/outside-signature.ts';
import * as cast from '../fixtures/people/cast.ts';
import { enterPassphraseAgain } from './support/confirmation.ts';
import { backendPid } from './support/probe.ts';
import { recordAct, startAct } from './support/steps/case-steps.ts';
import { choose, fillPerson, fillTexts } from './support/steps/form-steps.ts';
import { createVault, lockPage, unlock } from './support/steps/vault-steps.ts';
import { employee } from './support/story/assessor.ts';
import { fromPaper, registerReport } from './support/story/personnel.ts';
import { writeSampleFiles } from './support/story/sample-files.ts';
import { attach, type Stage, startFor } from './support/story/stage.ts';

// An officer drafts, the head signs outside; and what is being written outlives a crash.

const passphrase = 'pagar kayu manis 71 rembulan teduh';
let folder: string;
let stage: Stage;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-draft-'));
  stage = {
    folder,
    files: await writeSampleFiles(join(folder, 'files')),
    tell: () => undefined,
    look: async () => undefined,
  };
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** A field says what is wrong with it once it is left, not while somebody writes; a drop without a file is answered. */
const seeWhenItScolds = async (page: Page, form: Locator): Promise<void> => {
  const duties = form.getByRole('textbox', { name: 'Tugas dan kerahasiaan', exact: true });
  const refused = form.getByText('Harus diisi', { exact: true });
  const given = await duties.inputValue();
  // Longer than it takes until what is typed is tried.
  const rest = () => page.waitForTimeout(600);
  await duties.fill('');
  await rest();
  await duties.pressSequentially('M');
  await expect(refused).toHaveCount(0);
  await duties.fill('');
  await rest();
  await expect(refused).toHaveCount(0);
  await duties.blur();
  await expect(refused).toHaveCount(1);
  await duties.fill(given);
  await duties.blur();
  await expect(refused).toHaveCount(0);

  const area = form.getByRole('group', { name: 'Lampiran', exact: true });
  const text = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Teks dari program lain');
    return data;
  });
  await area.dispatchEvent('drop', { dataTransfer: text });
  await expect(area.getByRole('alert')).toContainText('bukan berkas');
};

const writeAssignment = async (page: Page): Promise<void> => {
  const form = await startAct(page, 'counsellorAssigned', 'paper');
  await fillPerson(form.getByRole('group', { name: 'Penulis yang namanya tercantum' }), cast.personnelHead);
  await fillPerson(form.getByRole('group', { name: 'Konselor', exact: true }), cast.counsellor);
  await choose(form, 'Konselor independen');
  await fillTexts(form, { Nomor: 'R-5/BKP/KP.07/V/2026', Tanggal: '2026-05-12' });
  await seeWhenItScolds(page, form);
  await expect(form.getByText(/^Draf tersimpan /)).toBeVisible();
  // What is typed is saved within a second.
  await page.waitForTimeout(1200);
};

test('an officer drafts the assignment, survives a crash, and brings back what the head signed outside', async () => {
  const app = await startFor(stage, 'officer');
  const plan = { label: 'officer', person: cast.personnelOfficer, roles: ['Petugas kepegawaian'], passphrase };
  const { page } = await createVault(app, { ...plan, institution: cast.institution });
  const work = { app, page, passphrase, whose: employee.name };
  await registerReport(work, stage, { person: employee, report: stage.files.scan });
  await startAct(page, 'counsellingDecided', 'paper');
  await fromPaper({ app, page }, cast.personnelHead, stage.files.scan);
  await choose(page.locator('form'), 'Dilakukan');
  await recordAct(page, employee.name);
  await writeAssignment(page);

  process.kill((await backendPid(app)) ?? 0, 'SIGKILL');
  const locked = await lockPage(app);
  await expect(locked.getByText(/Bilik berhenti tiba-tiba/)).toBeVisible();
  const again = await unlock(app, passphrase);
  await expect(again.getByRole('textbox', { name: 'Nomor', exact: true }).first()).toHaveValue('R-5/BKP/KP.07/V/2026');

  const draft = join(folder, 'draft.pdf');
  await app.setDialogs({ save: draft });
  await again.getByRole('button', { name: 'Ekspor untuk ditandatangani di luar' }).click();
  await enterPassphraseAgain(again, passphrase);
  await again
    .getByText(/Draf disimpan di luar brankas/)
    .first()
    .waitFor();

  const { signOutside } = outsideSigner(folder, cast.personnelHead.name);
  const signed = join(folder, 'signed.pdf');
  await writeFile(signed, signOutside(await readFile(draft), SUBFILTER_ETSI_CADES_DETACHED, ['-cades']));
  await attach(app, again, 'Pindaian atau PDF yang ditandatangani', [signed]);
  await expect(again.getByText('Isi utuh, ditandatangani di luar Bilik')).toBeVisible();
  await expect(again.getByText(`Nama pada sertifikat: ${cast.personnelHead.name}`)).toBeVisible();
  await choose(again.locator('form'), 'TTE (PDF)');
  await recordAct(again, employee.name);

  await again.getByRole('tab', { name: 'Dokumen' }).click();
  const row = again.getByRole('row', { name: /Penetapan dan Penugasan Konselor/i });
  await expect(row).toContainText('ditandatangani di luar');
  await expect(again.getByText('Dicatat dari PDF bertanda tangan elektronik')).toHaveCount(0);
  await again.getByRole('tab', { name: 'Langkah' }).click();
  await expect(again.getByText('Dicatat dari PDF bertanda tangan elektronik').first()).toBeVisible();
  await app.close();
});
