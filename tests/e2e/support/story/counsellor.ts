import { expect, type Page } from '@playwright/test';
import * as cast from '../../../fixtures/people/cast.ts';
import * as texts from '../../../fixtures/people/texts.ts';
import { goTo, recordAct, signAct, startAct } from '../steps/case-steps.ts';
import { choose, fillPerson, fillTexts } from '../steps/form-steps.ts';
import { createVault, lock, unlock } from '../steps/vault-steps.ts';
import { employee } from './assessor.ts';
import { canaries } from './canaries.ts';
import { attach, type Participant, type Stage, signAndExport, startFor } from './stage.ts';

const passphrase = 'teh melati beranda 63 awan senja';

const writeNote = async ({ app, page }: Pick<Participant, 'app' | 'page'>, stage: Stage): Promise<void> => {
  await goTo(page, 'Catatan pribadi');
  await page.getByRole('button', { name: 'Catatan baru' }).click();
  await page.getByRole('textbox', { name: 'Judul' }).fill(`Pertemuan pertama ${canaries.noteTitle}`);
  await page.getByRole('textbox', { name: 'Isi catatan' }).click();
  await page.keyboard.insertText(`${texts.privateNote} ${canaries.note}`);
  await expect(page.getByText(/^Tersimpan /)).toBeVisible();
  await attach(app, page, 'Lampiran catatan', [stage.files.text]);
  await page.getByRole('textbox', { name: 'Cari dalam catatan' }).fill(canaries.search);
  await expect(page.getByRole('navigation', { name: 'Daftar catatan' }).getByRole('button')).toHaveCount(1);
  await stage.look(page, 'notes');
};

const startFromLetter = async ({ app, page }: Pick<Participant, 'app' | 'page'>, stage: Stage, letter: string) => {
  await goTo(page, 'Berkas konseling');
  await page.getByRole('button', { name: 'Saya ditugaskan' }).click();
  const form = page.getByRole('form', { name: 'Saya ditugaskan' });
  await fillPerson(form.getByRole('group', { name: 'Pegawai', exact: true }), employee);
  await fillPerson(form.getByRole('group', { name: 'Pejabat Penilai Kinerja', exact: true }), cast.assessor);
  await fillTexts(form, { 'Periode penilaian': 'Januari–Juni 2026' });
  await attach(app, page, 'Surat penetapan dan penugasan', [letter]);
  await choose(form, 'TTE (PDF)');
  await fillPerson(form.getByRole('group', { name: 'Yang menandatangani surat' }), cast.personnelHead);
  await fillTexts(form, { Nomor: 'R-2/BKP/KP.07/V/2026', Tanggal: '2026-05-12' });
  await choose(form, 'Konselor independen');
  await stage.look(page, 'case-assigned');
  await form.getByRole('button', { name: 'Mulai berkas dari penugasan' }).click();
  await page.getByRole('heading', { level: 1, name: employee.name }).waitFor();
};

const counsel = async ({ app, page }: Pick<Participant, 'app' | 'page'>, stage: Stage): Promise<void> => {
  await startAct(page, 'assignmentAnswered');
  await choose(page.locator('form'), 'Menerima penugasan');
  await fillTexts(page.locator('form'), { Tanggal: '2026-05-13' });
  await signAct(page, employee.name);
  await startAct(page, 'sessionScheduled', 'paper');
  await fillPerson(page.getByRole('group', { name: 'Penulis yang namanya tercantum' }), cast.personnelHead);
  await attach(app, page, 'Pindaian atau PDF yang ditandatangani', [stage.files.scan]);
  await fillTexts(page.locator('form'), {
    Tanggal: '2026-05-20',
    Pukul: '09:00',
    Tempat: 'Ruang Konsultasi 2, Lantai 3',
    Narahubung: 'Intan Umpama, pesawat 112',
  });
  await recordAct(page, employee.name);
  await startAct(page, 'consentRecorded');
  await choose(page.locator('form'), 'Menyetujui');
  await fillTexts(page.locator('form'), { Tanggal: '2026-05-20' });
  await signAct(page, employee.name);
  await startAct(page, 'sessionHeld');
  await signAct(page, employee.name);
};

/** A further session of the counsellor's own, today, that does not take place; Beranda and Jadwal show it. */
const missOneSession = async (page: Page, look: Stage['look']): Promise<void> => {
  await startAct(page, 'sessionScheduled');
  await fillTexts(page.locator('form'), {
    Tanggal: new Date().toLocaleDateString('sv-SE'),
    Pukul: '14:05',
    Tempat: 'Ruang Konsultasi 2, Lantai 3',
    Narahubung: 'Ratna Misal, pesawat 118',
  });
  await signAct(page, employee.name);
  await goTo(page, 'Beranda');
  await look(page, 'home-counsellor');
  await goTo(page, 'Jadwal');
  await look(page, 'schedule-counsellor');
  await goTo(page, 'Berkas konseling');
  await page.getByText(employee.name).first().click();
  await startAct(page, 'sessionMissed');
  await signAct(page, employee.name);
};

/** A lock in the middle of writing loses nothing: the person is back at the form with the text. */
const lockWhileWriting = async ({ app, page }: Pick<Participant, 'app' | 'page'>, stage: Stage): Promise<Page> => {
  const form = await startAct(page, 'resultSigned');
  await form.getByRole('textbox', { name: 'Penyebab', exact: true }).fill(`${texts.resultCauses} ${canaries.draft}`);
  const locked = await lock(app, page);
  await stage.look(locked, 'unlock');
  const opened = await unlock(app, passphrase);
  await expect(opened.getByRole('textbox', { name: 'Penyebab', exact: true })).toHaveValue(new RegExp(canaries.draft));
  return opened;
};

const signResult = async ({ app, page }: Pick<Participant, 'app' | 'page'>, stage: Stage): Promise<string> => {
  const form = page.locator('form');
  await page.getByRole('button', { name: 'Catatan pribadi di samping' }).click();
  await fillTexts(form, {
    Nomor: 'R-9/KI/KP.07/VI/2026',
    Tanggal: '2026-06-10',
    'Nomor laporan': 'R-1/SLD/KP.07/V/2026',
    'Tanggal laporan': '2026-05-06',
    Permasalahan: texts.resultProblem,
    Penyebab: texts.resultCauses,
    'Kesepakatan atau rencana perbaikan': `${texts.resultAgreement} ${canaries.result}`,
    Rekomendasi: texts.resultRecommendation,
  });
  await stage.look(page, 'act-result');
  const target = await signAndExport(
    { app, page, passphrase },
    stage,
    'rekaman-hasil.pdf',
    employee.name,
    'document-result',
  );
  await stage.look(page, 'case-counsellor');
  return target;
};

/** A counsellor, alone: locked notes, the letter of assignment, sessions, a signed result record as PDF. */
export const playCounsellor = async (
  stage: Stage,
  letter: string,
): Promise<Participant & { readonly result: string }> => {
  const app = await startFor(stage, 'counsellor');
  const made = await createVault(app, {
    label: 'counsellor',
    person: cast.counsellor,
    roles: ['Konselor'],
    institution: cast.institution,
    passphrase,
  });
  stage.tell('counsellor: vault made');
  await writeNote({ app, page: made.page }, stage);
  await startFromLetter({ app, page: made.page }, stage, letter);
  await counsel({ app, page: made.page }, stage);
  await missOneSession(made.page, stage.look);
  stage.tell('counsellor: notes written, sessions held and missed');
  const page = await lockWhileWriting({ app, page: made.page }, stage);
  const result = await signResult({ app, page }, stage);
  stage.tell('counsellor: result signed and exported');
  return { app, page, passphrase, recovery: made.recovery, result };
};
