import { expect, type Locator } from '@playwright/test';
import type { VerdictName } from '../../../../shared/domain/documents/verdict.ts';
import type { PersonInput } from '../../../../shared/domain/identity/person.ts';
import * as cast from '../../../fixtures/people/cast.ts';
import * as texts from '../../../fixtures/people/texts.ts';
import { textsOf } from '../accessible/texts.ts';
import { pressConfirm } from '../confirmation.ts';
import { goTo, recordAct, signAct, startAct } from '../steps/case-steps.ts';
import { choose, fillPerson, fillTexts, pick } from '../steps/form-steps.ts';
import { createVault } from '../steps/vault-steps.ts';
import { employee } from './assessor.ts';
import { canaries } from './canaries.ts';
import { numberFor } from './numbers.ts';
import { attach, type Participant, type Stage, signAndExport, startFor, type Work } from './stage.ts';

const t = textsOf('id');
const passphrase = 'perahu kertas lentera 58 gunung salak';

/** A report on `person` that came on paper or as PDF; `report` is its scan. */
interface PaperReport {
  readonly person: PersonInput;
  readonly report: string;
}

/** Opens the form of a report from paper by its button on the page that is shown, and fills it; answers with it. */
export const fillReport = async (
  { app, page }: Work,
  stage: Stage,
  { person, report }: PaperReport,
): Promise<Locator> => {
  await page.getByRole('button', { name: 'Daftarkan dari kertas/PDF' }).click();
  const form = page.getByRole('form', { name: 'Daftarkan laporan dari kertas/PDF' });
  await fillPerson(form.getByRole('group', { name: 'Pegawai', exact: true }), person);
  await fillPerson(form.getByRole('group', { name: 'Pejabat Penilai Kinerja', exact: true }), cast.assessor);
  await fillTexts(form, { 'Periode penilaian': 'Januari–Juni 2026' });
  await attach(app, page, 'Laporan yang ditandatangani', [report]);
  if (report.endsWith('.pdf')) {
    await expect(form.getByText(t('documents.verdict.signerUnknown'))).toBeVisible();
    await choose(form, 'TTE (PDF)');
  }
  await attach(app, page, 'Bukti umpan balik berkelanjutan', [stage.files.pdf, stage.files.scan]);
  await fillTexts(form, {
    Nomor: numberFor(person.name, 'R-1/SLD/KP.07/V/2026'),
    Tanggal: '2026-05-06',
    'Permasalahan perilaku kerja': texts.behaviour,
    'Hasil pemantauan dan umpan balik': texts.monitoring,
    'Tanggal komunikasi kepada Pegawai': '2026-03-12',
    'Isi komunikasi': texts.communicationFacts,
    'Perilaku tidak berubah': texts.unchanged,
  });
  await form.getByRole('checkbox', { name: 'Tim', exact: true }).check();
  await form.getByLabel('Kemajuan Tim').fill(texts.progressOfTeam);
  await choose(form, 'Menghambat kinerja');
  await choose(form.getByRole('radiogroup', { name: 'Tingkat' }), 'Tim');
  await fillTexts(form, { 'Nomor dalam daftar': numberFor(person.name, '07/DPK/2026') });
  return form;
};

/** Registers a report on `person` that came on paper or as PDF. */
export const registerReport = async (work: Work, stage: Stage, paper: PaperReport): Promise<void> => {
  const { page, whose } = work;
  await goTo(page, 'Berkas konseling');
  const form = await fillReport(work, stage, paper);
  await stage.look(page, 'case-from-paper');
  await form.getByRole('button', { name: 'Catat laporan' }).click();
  await pressConfirm(page);
  await page.getByRole('heading', { level: 1, name: whose }).waitFor();
};

/** Decides that the employee is counselled. */
export const decide = async ({ page, whose }: Work): Promise<void> => {
  await startAct(page, 'counsellingDecided');
  await fillTexts(page.locator('form'), { Tanggal: '2026-05-11' });
  await choose(page.locator('form'), 'Dilakukan');
  await signAct(page, whose);
};

/** Fills the assignment of the independent counsellor. */
export const fillAssignment = async (form: Locator, whose: string = employee.name): Promise<void> => {
  await fillPerson(form.getByRole('group', { name: 'Konselor', exact: true }), cast.counsellor);
  await choose(form, 'Konselor independen');
  await fillTexts(form, {
    Nomor: numberFor(whose, 'R-2/BKP/KP.07/V/2026'),
    Tanggal: '2026-05-12',
    'Bukti pelatihan atau penunjukan': 'Keputusan penunjukan konselor independen Nomor 15/2026 (contoh)',
    'Tugas dan kerahasiaan': texts.duties,
  });
};

/** Assigns the counsellor; answers with the letter as PDF, named so. */
export const assign = async (work: Work, stage: Stage, document: string): Promise<string> => {
  await fillAssignment(await startAct(work.page, 'counsellorAssigned'), work.whose);
  await stage.look(work.page, 'act-assignment');
  return signAndExport(work, stage, document);
};

/** Fills the author of a paper and attaches its scan. */
export const fromPaper = async (
  { app, page }: Pick<Participant, 'app' | 'page'>,
  author: typeof cast.counsellor,
  scan: string,
): Promise<void> => {
  await fillPerson(page.getByRole('group', { name: 'Penulis yang namanya tercantum' }), author);
  await attach(app, page, 'Pindaian atau PDF yang ditandatangani', [scan]);
};

/** Enters the counsellor's answer from paper. */
export const enterAnswer = async (work: Work, stage: Stage): Promise<void> => {
  const { page, whose } = work;
  await startAct(page, 'assignmentAnswered', 'paper');
  await fromPaper(work, cast.counsellor, stage.files.scan);
  await fillTexts(page.locator('form'), {
    Tanggal: '2026-05-13',
    'Catatan tentang kertas ini': canaries.paperRemark,
    'Pernyataan tentang benturan kepentingan': texts.declaration,
  });
  await choose(page.locator('form'), 'Menerima penugasan');
  await stage.look(page, 'act-from-paper');
  await recordAct(page, whose);
};

/** Fills the first schedule. */
export const fillSchedule = (form: Locator, whose: string = employee.name): Promise<void> =>
  fillTexts(form, {
    Nomor: numberFor(whose, 'R-3/BKP/KP.07/V/2026'),
    Tanggal: '2026-05-20',
    Pukul: '09:00',
    Tempat: 'Ruang Konsultasi 2, Lantai 3',
    Narahubung: 'Intan Umpama, pesawat 112',
  });

/** Schedules the first session; its invitation is exported under this name. */
export const schedule = async (work: Work, stage: Stage, document: string): Promise<void> => {
  await fillSchedule(await startAct(work.page, 'sessionScheduled'), work.whose);
  await stage.look(work.page, 'act-schedule');
  await signAndExport(work, stage, document);
};

/**
 * Enters the session and the result record that came back as a signed PDF. `verdict`: how the PDF is judged; where the
 * directory knows the counsellor's key it is genuine.
 */
export const enterCounselling = async (
  work: Work,
  stage: Stage,
  result: string,
  verdict: VerdictName = 'signerUnknown',
): Promise<void> => {
  const { page, whose } = work;
  await startAct(page, 'sessionHeld', 'paper');
  await fromPaper(work, cast.counsellor, stage.files.scan);
  await recordAct(page, whose);
  await startAct(page, 'resultSigned', 'paper');
  await fromPaper(work, cast.counsellor, result);
  await expect(page.getByText(t(`documents.verdict.${verdict}`))).toBeVisible();
  await choose(page.locator('form'), 'TTE (PDF)');
  await fillTexts(page.locator('form'), {
    Nomor: numberFor(whose, 'R-9/KI/KP.07/VI/2026'),
    Tanggal: '2026-06-10',
    Permasalahan: texts.resultProblem,
    Penyebab: texts.resultCauses,
    'Kesepakatan atau rencana perbaikan': texts.resultAgreement,
    Rekomendasi: texts.resultRecommendation,
  });
  await stage.look(page, 'act-brought-back');
  await recordAct(page, whose);
};

/** Confirms that the result record arrived. */
export const confirmResult = async ({ page, whose }: Work): Promise<void> => {
  await startAct(page, 'resultReceived');
  await signAct(page, whose);
};

/** Decides the follow-up, in two items. */
export const decideFollowUp = async (work: Work, stage: Stage): Promise<void> => {
  const form = await startAct(work.page, 'followUpDecided');
  await fillTexts(form, { Nomor: 'R-4/BKP/KP.07/VI/2026', Tanggal: '2026-06-15' });
  const first = form.getByRole('group', { name: 'Tindak lanjut 1' });
  await pick(first, 'Jenis tindak lanjut', 'Bimbingan');
  await fillTexts(first, {
    Alasan: `${texts.followUpReason} ${canaries.followUp}`,
    'Penanggung jawab': cast.assessor.name,
    'Batas waktu': '2026-08-31',
  });
  await form.getByRole('button', { name: 'Tambah tindak lanjut' }).click();
  const second = form.getByRole('group', { name: 'Tindak lanjut 2' });
  await pick(second, 'Jenis tindak lanjut', 'Penugasan khusus');
  await fillTexts(second, { Alasan: texts.followUpReason, 'Penanggung jawab': cast.assessorSuperior.name });
  await stage.look(work.page, 'act-follow-up');
  await signAndExport(work, stage, 'tindak-lanjut.pdf');
};

/** The employee asks for a copy of the decision; its release is an act of its own. */
export const releaseCopy = async (work: Work, stage: Stage, acknowledged: boolean): Promise<void> => {
  const form = await startAct(work.page, 'copyReleased');
  const capacity = form.getByRole('combobox', { name: 'Sebagai', exact: true });
  if ((await capacity.count()) > 0) await pick(form, 'Sebagai', 'Pimpinan unit kepegawaian');
  if (acknowledged) await form.getByRole('checkbox', { name: 'Tanda terima salinan ditandatangani' }).check();
  await stage.look(work.page, 'act-copy');
  await signAndExport(work, stage, 'salinan-pegawai.pdf', 'document-copy');
};

/** Tells the bare status, then closes the file. */
export const closeFile = async ({ page, whose }: Work): Promise<void> => {
  await startAct(page, 'statusNotified');
  await signAct(page, whose);
  await startAct(page, 'caseClosed');
  await signAct(page, whose);
};

/** The personnel unit from the paper report to the counsellor's assignment; answers with the letter as PDF. */
export const playPersonnelBefore = async (
  stage: Stage,
  report: string,
): Promise<Participant & { readonly letter: string }> => {
  const app = await startFor(stage, 'personnel');
  const { page, recovery } = await createVault(app, {
    label: 'personnel',
    person: cast.personnelHead,
    roles: ['Petugas kepegawaian', 'Pimpinan unit kepegawaian'],
    institution: cast.institution,
    passphrase,
  });
  stage.tell('personnel: vault made');
  const work = { app, page, passphrase, whose: employee.name };
  await registerReport(work, stage, { person: employee, report });
  stage.tell('personnel: paper report registered');
  await decide(work);
  const letter = await assign(work, stage, 'penugasan.pdf');
  await enterAnswer(work, stage);
  await schedule(work, stage, 'undangan.pdf');
  stage.tell('personnel: decided, assigned, scheduled');
  return { app, page, passphrase, recovery, letter };
};

/** The personnel unit from the counsellor's papers to the follow-up and the end of the file. */
export const playPersonnelAfter = async (who: Participant, stage: Stage, result: string): Promise<void> => {
  const work = { ...who, whose: employee.name };
  await enterCounselling(work, stage, result);
  stage.tell('personnel: result brought back');
  await confirmResult(work);
  await decideFollowUp(work, stage);
  await releaseCopy(work, stage, true);
  await closeFile(work);
  await stage.look(work.page, 'case-personnel');
  stage.tell('personnel: follow-up decided, file closed');
};
