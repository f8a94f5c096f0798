import { expect, type Locator, type Page } from '@playwright/test';
import type { ActType } from '../../../../shared/domain/case/act-type.ts';
import * as cast from '../../../fixtures/people/cast.ts';
import * as texts from '../../../fixtures/people/texts.ts';
import { pressConfirm } from '../confirmation.ts';
import { actForm } from '../steps/case-steps.ts';
import { choose, fillPerson, fillTexts, pick } from '../steps/form-steps.ts';
import { fillAssignment, fillSchedule } from './personnel.ts';
import { attach, type Work } from './stage.ts';

// A Pejabat Penilai Kinerja carries a whole case alone: the own acts signed here, all others' entered from paper.

type Fill = (page: Page) => Promise<void>;

/** What one does in the form of an act, which is open, until it can be signed or recorded. */
export type Step = (work: Work, scan: string) => Promise<void>;

export const form = (page: Page): Locator => page.locator('form');

/** Fills who signed the paper, where the form does not know it. */
const authorIs = async (page: Page, person: typeof cast.counsellor): Promise<void> => {
  const author = page.getByRole('group', { name: 'Penulis yang namanya tercantum' });
  if ((await author.getByRole('textbox', { name: 'Nama lengkap' }).inputValue()) === '')
    await fillPerson(author, person);
};

/** From the paper that `author` signed. */
export const fromPaper =
  (author: typeof cast.counsellor, fill: Fill = async () => {}): Step =>
  async ({ app, page }, scan) => {
    await authorIs(page, author);
    await attach(app, page, 'Pindaian atau PDF yang ditandatangani', [scan]);
    await fill(page);
  };

/** Signed here. */
export const here =
  (fill: Fill): Step =>
  ({ page }) =>
    fill(page);

/** Opens the file from the first page, which leads to the form of the first observation. */
export const openFile = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Berkas baru' }).click();
  await fillPerson(page.getByRole('group', { name: 'Pegawai', exact: true }), cast.employee);
  await fillTexts(form(page), { 'Periode penilaian': 'Januari–Juni 2026' });
  await page.getByRole('button', { name: 'Buka berkas dan lanjutkan' }).click();
  await pressConfirm(page);
  await actForm(page, 'feedbackRecorded');
};

const recordFeedback: Step = async ({ app, page }, scan) => {
  await fillTexts(form(page), { Tanggal: '2026-02-10', 'Isi umpan balik': texts.feedbackFacts });
  await pick(form(page), 'Sumber umpan balik', 'Pejabat Penilai Kinerja');
  await attach(app, page, 'Lampiran', [scan]);
};

/** Fills what was found. */
export const identify: Fill = async (page) => {
  await fillTexts(form(page), { Tanggal: '2026-03-09', 'Permasalahan perilaku kerja': texts.behaviour });
  await form(page).getByRole('checkbox', { name: 'Tim', exact: true }).check();
  await form(page).getByLabel('Kemajuan Tim').fill(texts.progressOfTeam);
  await choose(form(page), 'Menghambat kinerja');
  await choose(form(page).getByRole('radiogroup', { name: 'Tingkat' }), 'Tim');
};

const communicate: Fill = async (page) => {
  await fillTexts(form(page), {
    Tanggal: '2026-03-12',
    Tempat: 'Ruang rapat 2',
    'Akibat bagi tim atau unit': texts.communicationEffect,
    'Perubahan yang diharapkan': texts.expectedChange,
    'Batas waktu perubahan': '2026-04-30',
    'Tanggapan Pegawai, menurut Pejabat Penilai Kinerja': texts.response,
  });
  await choose(form(page), 'Belum; Pegawai menjawab sendiri atas salinannya');
};

const evaluate: Fill = async (page) => {
  await fillTexts(form(page), { Tanggal: '2026-05-04', Penjelasan: texts.unchanged });
  await choose(form(page), 'Perilaku tidak berubah');
};

const report: Fill = async (page) => {
  await form(page).getByRole('button', { name: 'Usulkan nomor' }).click();
  await expect(form(page).getByRole('textbox', { name: 'Nomor', exact: true })).not.toHaveValue('');
  await fillTexts(form(page), { Tanggal: '2026-05-06' });
};

export const result: Fill = (page) =>
  fillTexts(form(page), {
    Penyebab: texts.resultCauses,
    'Kesepakatan atau rencana perbaikan': texts.resultAgreement,
    Rekomendasi: texts.resultRecommendation,
  });

export const followUp: Fill = async (page) => {
  const item = form(page).getByRole('group', { name: 'Tindak lanjut 1' });
  await pick(item, 'Jenis tindak lanjut', 'Bimbingan');
  await fillTexts(item, { Alasan: texts.followUpReason, 'Penanggung jawab': cast.assessor.name });
};

/** Every act of a case after its opening, in order. */
export const stepsAlone = {
  feedbackRecorded: recordFeedback,
  problemIdentified: here(identify),
  problemCommunicated: here(communicate),
  changeEvaluated: here(evaluate),
  reportSubmitted: here(report),
  reportRegistered: fromPaper(cast.personnelOfficer, (page) =>
    fillTexts(form(page), { 'Nomor dalam daftar': '07/DPK/2026' }),
  ),
  counsellingDecided: fromPaper(cast.personnelHead, (page) => choose(form(page), 'Dilakukan')),
  counsellorAssigned: fromPaper(cast.personnelHead, (page) => fillAssignment(form(page))),
  assignmentAnswered: fromPaper(cast.counsellor, (page) => choose(form(page), 'Menerima penugasan')),
  sessionScheduled: fromPaper(cast.personnelOfficer, (page) => fillSchedule(form(page))),
  sessionHeld: fromPaper(cast.counsellor),
  resultSigned: fromPaper(cast.counsellor, result),
  resultReceived: fromPaper(cast.personnelHead),
  followUpDecided: fromPaper(cast.personnelHead, followUp),
  statusNotified: fromPaper(cast.personnelHead),
  caseClosed: fromPaper(cast.personnelHead),
} as const satisfies Partial<Record<ActType, Step>>;
