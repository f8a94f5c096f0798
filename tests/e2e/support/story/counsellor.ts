import { expect, type Locator, type Page } from '@playwright/test';
import type { PersonInput } from '../../../../shared/domain/identity/person.ts';
import * as cast from '../../../fixtures/people/cast.ts';
import * as texts from '../../../fixtures/people/texts.ts';
import { pressConfirm } from '../confirmation.ts';
import { goTo, recordAct, signAct, startAct } from '../steps/case-steps.ts';
import { choose, fillPerson, fillTexts } from '../steps/form-steps.ts';
import { createVault, lock, unlock } from '../steps/vault-steps.ts';
import { employee } from './assessor.ts';
import { canaries } from './canaries.ts';
import { numberFor } from './numbers.ts';
import { attach, type Participant, type Stage, signAndExport, startFor, type Work } from './stage.ts';

const passphrase = 'teh melati beranda 63 awan senja';

/** Writes a private note with a file, and finds it again. */
export const writeNote = async ({ app, page }: Pick<Work, 'app' | 'page'>, stage: Stage): Promise<void> => {
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

/** A letter of assignment for counselling `person`, a signed PDF. */
interface Letter {
  readonly person: PersonInput;
  readonly letter: string;
}

/** Opens the form of a letter of assignment by its button on the page that is shown, and fills it; answers with it. */
export const fillLetter = async ({ app, page }: Work, { person, letter }: Letter): Promise<Locator> => {
  await page.getByRole('button', { name: 'Saya ditugaskan' }).click();
  const form = page.getByRole('form', { name: 'Saya ditugaskan' });
  await fillPerson(form.getByRole('group', { name: 'Pegawai', exact: true }), person);
  await fillPerson(form.getByRole('group', { name: 'Pejabat Penilai Kinerja', exact: true }), cast.assessor);
  await fillTexts(form, { 'Periode penilaian': 'Januari–Juni 2026' });
  await attach(app, page, 'Surat penetapan dan penugasan', [letter]);
  await choose(form, 'TTE (PDF)');
  await fillPerson(form.getByRole('group', { name: 'Yang menandatangani surat' }), cast.personnelHead);
  await fillTexts(form, { Nomor: numberFor(person.name, 'R-2/BKP/KP.07/V/2026'), Tanggal: '2026-05-12' });
  await choose(form, 'Konselor independen');
  return form;
};

/** Begins the file of `person` with the letter of assignment. */
export const startFromLetter = async (work: Work, stage: Stage, paper: Letter): Promise<void> => {
  const { page, whose } = work;
  await goTo(page, 'Berkas konseling');
  const form = await fillLetter(work, paper);
  await stage.look(page, 'case-assigned');
  await form.getByRole('button', { name: 'Mulai berkas dari penugasan' }).click();
  await pressConfirm(page);
  await page.getByRole('heading', { level: 1, name: whose }).waitFor();
};

/** Accepts the assignment. */
export const accept = async ({ page, whose }: Work): Promise<void> => {
  await startAct(page, 'assignmentAnswered');
  await choose(page.locator('form'), 'Menerima penugasan');
  await fillTexts(page.locator('form'), { Tanggal: '2026-05-13' });
  await signAct(page, whose);
};

/** Enters the invitation to the first session, which came on paper. */
export const enterSchedule = async ({ app, page, whose }: Work, stage: Stage): Promise<void> => {
  await startAct(page, 'sessionScheduled', 'paper');
  await fillPerson(page.getByRole('group', { name: 'Penulis yang namanya tercantum' }), cast.personnelHead);
  await attach(app, page, 'Pindaian atau PDF yang ditandatangani', [stage.files.scan]);
  await fillTexts(page.locator('form'), {
    Tanggal: '2026-05-20',
    Pukul: '09:00',
    Tempat: 'Ruang Konsultasi 2, Lantai 3',
    Narahubung: 'Intan Umpama, pesawat 112',
  });
  await recordAct(page, whose);
};

/** The employee's consent and the session. */
export const hold = async ({ page, whose }: Work): Promise<void> => {
  await startAct(page, 'consentRecorded');
  await choose(page.locator('form'), 'Menyetujui');
  await fillTexts(page.locator('form'), { Tanggal: '2026-05-20' });
  await signAct(page, whose);
  await startAct(page, 'sessionHeld');
  await signAct(page, whose);
};

/** A further session of the counsellor's own, today, that does not take place; Beranda and Jadwal show it. */
export const missOneSession = async ({ page, whose }: Work, look: Stage['look']): Promise<void> => {
  await startAct(page, 'sessionScheduled');
  await fillTexts(page.locator('form'), {
    Tanggal: new Date().toLocaleDateString('sv-SE'),
    Pukul: '14:05',
    Tempat: 'Ruang Konsultasi 2, Lantai 3',
    Narahubung: 'Ratna Misal, pesawat 118',
  });
  await signAct(page, whose);
  await goTo(page, 'Beranda');
  await look(page, 'home-counsellor');
  await goTo(page, 'Jadwal');
  await look(page, 'schedule-counsellor');
  await goTo(page, 'Berkas konseling');
  await page.getByText(whose).first().click();
  await startAct(page, 'sessionMissed');
  await signAct(page, whose);
};

/** A lock in the middle of writing loses nothing: the person is back at the form with the text. */
export const lockWhileWriting = async ({ app, page, passphrase: own }: Work, stage: Stage): Promise<Page> => {
  const form = await startAct(page, 'resultSigned');
  await form.getByRole('textbox', { name: 'Penyebab', exact: true }).fill(`${texts.resultCauses} ${canaries.draft}`);
  const locked = await lock(app, page);
  await stage.look(locked, 'unlock');
  const opened = await unlock(app, own);
  await expect(opened.getByRole('textbox', { name: 'Penyebab', exact: true })).toHaveValue(new RegExp(canaries.draft));
  return opened;
};

/** Fills the result record in its form, which is shown, the notes beside it. */
export const fillResult = async (page: Page, whose: string = employee.name): Promise<void> => {
  await page.getByRole('button', { name: 'Catatan pribadi di samping' }).click();
  await fillTexts(page.locator('form'), {
    Nomor: numberFor(whose, 'R-9/KI/KP.07/VI/2026'),
    Tanggal: '2026-06-10',
    'Nomor laporan': numberFor(whose, 'R-1/SLD/KP.07/V/2026'),
    'Tanggal laporan': '2026-05-06',
    Permasalahan: texts.resultProblem,
    Penyebab: texts.resultCauses,
    'Kesepakatan atau rencana perbaikan': `${texts.resultAgreement} ${canaries.result}`,
    Rekomendasi: texts.resultRecommendation,
  });
};

/** Fills and signs the result record in its form, which is shown; answers with the exported PDF. */
export const signResult = async (work: Work, stage: Stage, document: string): Promise<string> => {
  const { page } = work;
  await fillResult(page, work.whose);
  await stage.look(page, 'act-result');
  const target = await signAndExport(work, stage, document, 'document-result');
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
  const work = { app, page: made.page, passphrase, whose: employee.name };
  await writeNote(work, stage);
  await startFromLetter(work, stage, { person: employee, letter });
  await accept(work);
  await enterSchedule(work, stage);
  await hold(work);
  await missOneSession(work, stage.look);
  stage.tell('counsellor: notes written, sessions held and missed');
  const page = await lockWhileWriting(work, stage);
  const result = await signResult({ ...work, page }, stage, 'rekaman-hasil.pdf');
  stage.tell('counsellor: result signed and exported');
  return { app, page, passphrase, recovery: made.recovery, result };
};
