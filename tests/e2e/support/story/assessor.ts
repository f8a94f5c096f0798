import { expect, type Page } from '@playwright/test';
import * as cast from '../../../fixtures/people/cast.ts';
import * as texts from '../../../fixtures/people/texts.ts';
import { pressConfirm } from '../confirmation.ts';
import { goTo, signAct, startAct } from '../steps/case-steps.ts';
import { choose, fillPerson, fillTexts, pick } from '../steps/form-steps.ts';
import { createVault } from '../steps/vault-steps.ts';
import { canaries } from './canaries.ts';
import { attach, type Participant, type Stage, signAndExport, startFor, type Work } from './stage.ts';

const passphrase = 'jendela bambu hujan sore 42 kelapa';
export const employee = { ...cast.employee, name: canaries.employeeName };

const enterOfficials = async (page: Page, look: Stage['look']): Promise<void> => {
  await goTo(page, 'Pengaturan');
  await page.getByRole('tab', { name: 'Instansi' }).click();
  await fillTexts(page.locator('form'), {
    Alamat: 'Jalan Peragaan Nomor 7',
    'Kota (untuk tempat dan tanggal surat)': 'Kota Contoh',
    'Telepon atau surel': 'peragaan@contoh.example',
  });
  const offices = [
    ['Pimpinan unit kepegawaian', cast.personnelHead],
    ['Pejabat yang Berwenang (PyB)', cast.authorisedOfficial],
    ['Atasan dari Pejabat Penilai Kinerja', cast.assessorSuperior],
  ] as const;
  for (const [office, person] of offices) {
    await page.getByRole('button', { name: `Isi data ${office}` }).click();
    await fillPerson(page.getByRole('region', { name: office, exact: true }), person);
  }
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Pengaturan tersimpan.')).toBeVisible();
  await look(page, 'settings-institution');
};

const openFile = async (page: Page, look: Stage['look']): Promise<void> => {
  await goTo(page, 'Berkas konseling');
  await page.getByRole('button', { name: 'Berkas baru' }).click();
  await fillPerson(page.getByRole('group', { name: 'Pegawai', exact: true }), employee);
  await fillTexts(page.locator('form'), { 'Periode penilaian': 'Januari–Juni 2026' });
  await look(page, 'case-new');
  await page.getByRole('button', { name: 'Buka berkas dan lanjutkan' }).click();
  await pressConfirm(page);
};

const recordFeedback = async ({ app, page }: Work, stage: Stage): Promise<void> => {
  await fillTexts(page.locator('form'), {
    Tanggal: '2026-02-10',
    'Isi umpan balik': `${texts.feedbackFacts} ${canaries.feedback}`,
  });
  await pick(page.locator('form'), 'Sumber umpan balik', 'Pejabat Penilai Kinerja');
  await attach(app, page, 'Lampiran', [stage.files.pdf, stage.files.picture]);
  await stage.look(page, 'act-feedback');
  await signAct(page, employee.name);
  await startAct(page, 'feedbackRecorded');
  await fillTexts(page.locator('form'), { Tanggal: '2026-02-21', 'Isi umpan balik': texts.peerFeedback });
  await pick(page.locator('form'), 'Sumber umpan balik', 'Rekan kerja');
  await attach(app, page, 'Lampiran', [stage.files.text, stage.files.table]);
  await signAct(page, employee.name);
};

const identify = async (page: Page, look: Stage['look']): Promise<void> => {
  await startAct(page, 'problemIdentified');
  const form = page.locator('form');
  await fillTexts(form, {
    Tanggal: '2026-03-09',
    'Permasalahan perilaku kerja': `${texts.behaviour} (${canaries.behaviour})`,
    'Hasil pemantauan dan umpan balik': texts.monitoring,
  });
  await form.getByRole('checkbox', { name: 'Pegawai sendiri' }).check();
  await form.getByLabel('Kemajuan Pegawai sendiri').fill(texts.progressOfEmployee);
  await form.getByRole('checkbox', { name: 'Tim', exact: true }).check();
  await form.getByLabel('Kemajuan Tim').fill(texts.progressOfTeam);
  await choose(form, 'Menghambat kinerja');
  await choose(form.getByRole('radiogroup', { name: 'Tingkat' }), 'Tim');
  await look(page, 'act-identification');
  await signAct(page, employee.name);
};

const communicate = async (work: Work, stage: Stage): Promise<void> => {
  const { page } = work;
  await startAct(page, 'problemCommunicated');
  await fillTexts(page.locator('form'), {
    Tanggal: '2026-03-12',
    Tempat: canaries.line,
    'Fakta yang diamati': texts.communicationFacts,
    'Akibat bagi tim atau unit': texts.communicationEffect,
    'Perubahan yang diharapkan': texts.expectedChange,
    'Batas waktu perubahan': '2026-04-30',
    'Tanggapan Pegawai, menurut Pejabat Penilai Kinerja': `${texts.response} ${canaries.response}`,
  });
  await choose(page.locator('form'), 'Belum; Pegawai menjawab sendiri atas salinannya');
  await stage.look(page, 'act-communication');
  await signAndExport(work, stage, 'lembar-komunikasi.pdf');
};

const evaluate = async (page: Page): Promise<void> => {
  await startAct(page, 'changeEvaluated');
  await fillTexts(page.locator('form'), { Tanggal: '2026-05-04', Penjelasan: texts.unchanged });
  await choose(page.locator('form'), 'Perilaku tidak berubah');
  await signAct(page, employee.name);
};

const report = async (work: Work, stage: Stage): Promise<string> => {
  const { app, page } = work;
  const form = await startAct(page, 'reportSubmitted');
  await form.getByRole('button', { name: 'Usulkan nomor' }).click();
  await expect(form.getByRole('textbox', { name: 'Nomor', exact: true })).not.toHaveValue('');
  await fillTexts(form, { Tanggal: '2026-05-06' });
  await attach(app, page, 'Lampiran', [stage.files.pdf]);
  await stage.look(page, 'act-report');
  const target = await signAndExport(work, stage, 'laporan.pdf', 'document-report');
  await stage.look(page, 'case-assessor');
  return target;
};

/** From the offices in the settings and the first observation to a signed report; answers with the exported PDF. */
export const writeReport = async (work: Work, stage: Stage): Promise<string> => {
  const { page } = work;
  await enterOfficials(page, stage.look);
  await openFile(page, stage.look);
  await recordFeedback(work, stage);
  await stage.look(page, 'case-start');
  await identify(page, stage.look);
  await communicate(work, stage);
  stage.tell('assessor: observed, identified, communicated');
  await evaluate(page);
  const exported = await report(work, stage);
  stage.tell('assessor: report signed and exported');
  return exported;
};

/** An assessor, alone, from the first observation to a correct signed report; answers with the exported PDF. */
export const playAssessor = async (stage: Stage): Promise<Participant & { readonly report: string }> => {
  const app = await startFor(stage, 'assessor');
  const { page, recovery } = await createVault(
    app,
    {
      label: 'assessor',
      person: cast.assessor,
      roles: ['Pejabat Penilai Kinerja'],
      institution: cast.institution,
      passphrase,
    },
    stage.look,
  );
  stage.tell('assessor: vault made');
  await stage.look(page, 'home-empty');
  const exported = await writeReport({ app, page, passphrase, whose: employee.name }, stage);
  return { app, page, passphrase, recovery, report: exported };
};
