import { expect, type Page } from '@playwright/test';
import { guidanceTitles, overviewTitle } from '../../../../shared/domain/documents/guidance/titles.ts';
import { mentoringFormTitles } from '../../../../shared/domain/guidance/record-contents.ts';
import { goalQuestions } from '../../../../shared/domain/guidance/working-file.ts';
import { textsOf } from '../accessible/texts.ts';
import { pressConfirm } from '../confirmation.ts';
import { answerChoice, startAdvised } from '../steps/choice-steps.ts';
import {
  addActions,
  addGoals,
  addSession,
  beginFile,
  fillFields,
  noteAnswer,
  saveFile,
} from '../steps/guidance-file-steps.ts';
import { recordOf } from '../steps/guidance-record-steps.ts';
import {
  bringBackScan,
  button,
  expectRecord,
  fieldOf,
  openGuidance,
  openTab,
  pickExactly,
  pickPerson,
  typeQuickCoaching,
} from '../steps/guidance-steps.ts';
import { canaries } from './canaries.ts';
import { dayFromNow } from './days.ts';
import { showInMiddle, showTop } from './scroll.ts';
import type { Participant, Stage } from './stage.ts';

// A coach at work: what is typed into the working papers, and the pictures of it.

const t = textsOf('id');
type Coach = Pick<Participant, 'app' | 'page'>;

export const coachingTopic = `Kabar tepat waktu kepada tim (${canaries.guidanceTopic})`;
export const mentoringTopic = 'Peta data layanan unit';

/** Catat cepat: one page, printed, signed by hand, and its scan brought back. */
export const noteOnPaper = async ({ app, page }: Coach, employee: string, { files, look }: Stage): Promise<void> => {
  await typeQuickCoaching(page, employee);
  await look(page, 'guidance-quick-end');
  await showTop(page);
  await look(page, 'guidance-quick');
  await button(page, t('guidance.quick.print')).click();
  const paper = page.getByRole('dialog', { name: guidanceTitles.coaching });
  await paper.getByRole('region', { name: /^Halaman 1 dari/ }).waitFor();
  await paper.locator('.pdf-page').first().locator('.pdf-text span').first().waitFor({ state: 'attached' });
  await look(page, 'guidance-paper');
  await button(paper, t('common.close')).click();
  await openTab(page, 'records');
  await bringBackScan(app, page, files.scan);
  await expectRecord(page, guidanceTitles.coaching, 'ink');
  await showTop(page);
  await look(page, 'guidance-record-paper');
};

/** Where nothing says yet what is lacking: a dialogue on work, noted, which leads to a coaching. */
export const talkOfWork = async ({ page }: Coach, employee: string, { look }: Stage): Promise<void> => {
  await answerChoice(page, [
    ['gap', 'small'],
    ['cause', 'unclear'],
  ]);
  const card = page.getByRole('region', { name: t('guidanceChoice.outcome.talkFirst'), exact: true });
  await button(card, t('guidance.new.dialogue')).click();
  await page.getByRole('heading', { level: 1, name: t('guidance.new.dialogue'), exact: true }).waitFor();
  await pickPerson(page, t('guidance.role.dialogue.participant'), employee);
  await fieldOf(page, 'guidance.topic').fill('Pekerjaan bulan ini');
  await button(page, t('guidance.begin')).click();
  await fillFields(page, {
    'guidance.dialogue.tasks': 'Laporan layanan bulanan',
    'guidance.dialogue.targets': 'Dua belas laporan, tanggal 5 setiap bulan',
    'guidance.dialogue.competence': 'Mengabari tim sebelum tugas terlambat',
  });
  await page.getByRole('checkbox', { name: t('guidanceChoice.formName.coaching'), exact: true }).check();
  await saveFile(page);
  await showTop(page);
  await look(page, 'guidance-dialogue');
};

/** From the advice to a new file, with what is wanted of it. */
const beginCoaching = async (page: Page, employee: string, look: Stage['look']): Promise<void> => {
  await answerChoice(page, [
    ['gap', 'small'],
    ['cause', 'motivation'],
    ['matter', 'skill'],
    ['career', 'deepen'],
    ['performance', 'at'],
  ]);
  await showTop(page);
  await look(page, 'guidance-choose');
  await startAdvised(page, 'coaching');
  await beginFile(page, employee, coachingTopic);
  await addGoals(page, [
    {
      text: `Tim mengetahui keterlambatan sebelum terjadi (${canaries.goal})`,
      measure: 'Kabar sebelum pukul 15.00 pada 9 dari 10 tugas yang terlambat',
      due: dayFromNow(5),
    },
    {
      text: 'Rapat mingguan tim dihadiri',
      measure: '8 rapat berturut-turut',
      due: dayFromNow(-1),
      state: 'met',
    },
  ]);
  const need = page.getByRole('textbox', { name: t('guidance.need'), exact: true });
  await need.fill('Kembali dapat diandalkan oleh rekan satu tim.');
  await page.getByRole('checkbox', { name: t('guidance.needFrom.superiorJudgement'), exact: true }).check();
  for (const question of goalQuestions)
    await page
      .getByRole('radiogroup', { name: t(`guidance.goal.${question}`), exact: true })
      .first()
      .getByRole('radio', { name: t('guidance.goalAnswer.yes'), exact: true })
      .check();
  await showTop(page);
  await look(page, 'guidance-goals');
};

const fillSession = async (page: Page, look: Stage['look']): Promise<void> => {
  const session = await addSession(page, 1, {
    state: 'held',
    date: dayFromNow(-7),
    startTime: '09:00',
    minutes: 45,
    place: 'Ruang rapat kecil',
  });
  await noteAnswer(session, 'guidanceQuestions.ask.goal.result', `Tidak lagi mengejutkan rekan (${canaries.answer}).`);
  await fillFields(session, {
    'guidance.field.progress': 'Enam dari delapan tugas terakhir dikabarkan sebelum terlambat.',
    'guidance.field.problem': 'Kabar terlupa bila beberapa tugas berjalan bersamaan.',
    'guidance.field.cause': 'Belum ada waktu tetap untuk memeriksa daftar tugas.',
    'guidance.field.method': 'Daftar tugas diperiksa pukul 14.30.',
    'guidance.field.discussion': `Pengingat harian dan kabar lewat satu saluran (${canaries.discussion}).`,
    'guidance.field.actionPlan': 'Memasang pengingat pukul 14.30 dan mengabari tim bila perlu.',
    'guidance.field.dueDate': dayFromNow(14),
  });
  await showTop(page);
  await look(page, 'guidance-session');
  await showInMiddle(session.getByRole('group', { name: t('guidance.field.exploration'), exact: true }));
  await look(page, 'guidance-session-form');
};

/** A coaching: goals, one session held and one to come, steps between them; the record is made and signed. */
export const coach = async ({ page }: Coach, employee: string, { look }: Stage): Promise<void> => {
  await beginCoaching(page, employee, look);
  await addActions(page, [
    { text: 'Memasang pengingat pukul 14.30', due: dayFromNow(-3), done: true },
    { text: 'Menanyakan kepada dua rekan apakah kabarnya cukup', due: dayFromNow(2) },
  ]);
  await openTab(page, 'sessions');
  await fillSession(page, look);
  await addSession(page, 2, {
    state: 'planned',
    date: dayFromNow(3),
    startTime: '10:00',
    minutes: 30,
    place: 'Ruang rapat kecil',
  });
  await saveFile(page);
  await button(page, t('guidance.records.makeAndSign')).click();
  await pressConfirm(page);
  await openTab(page, 'records');
  await recordOf(page, guidanceTitles.coaching).waitFor();
};

const plan = {
  purpose: `Mampu menyusun peta data layanan sendiri (${canaries.mentoring})`,
  skill: 'Pemetaan data',
  steps: 'Mengamati, mencoba bersama, mencoba sendiri, memeriksa hasil',
  period: 'Tiga bulan',
  change: 'Peta data unit tersusun tanpa pendampingan',
  measure: 'Satu peta data disahkan',
} as const;

/** Schedule, method, material and evaluation, and why this mentor. */
const processPlan = {
  'guidance.processPlan.schedule': 'Setiap dua pekan, pukul 13.30',
  'guidance.processPlan.method': 'Mencoba bersama, lalu sendiri',
  'guidance.processPlan.material': 'Pedoman peta data dan dua contoh',
  'guidance.processPlan.evaluation': 'Pemeriksaan satu peta data dan wawancara',
} as const;
const fit = {
  'guidance.fit.experience': 'Menyusun peta data tiga unit',
  'guidance.fit.relation': 'Satu tim sejak dua tahun lalu',
} as const;

/** What stood in the way of the programme, not of anybody, and what was agreed. */
const noteObstacle = async (page: Page): Promise<void> => {
  await openTab(page, 'evaluation');
  await button(page, t('guidance.obstacle.add')).click();
  const obstacle = page.getByRole('group', { name: t('guidance.obstacle.legend', { number: 1 }), exact: true });
  await fillFields(obstacle, { 'guidance.obstacle.agreed': 'Sesi diletakkan pada jam tanpa layanan loket' });
  await pickExactly(obstacle, t('guidance.obstacle.helped'), t('guidance.obstacleHelped.yes'));
};

/** The paper for a leader who is no party. */
const makeOverview = async (page: Page, look: Stage['look']): Promise<void> => {
  await openTab(page, 'summary');
  await button(page, t('guidance.overview.make')).click();
  const paper = page.getByRole('dialog', { name: overviewTitle });
  await paper.locator('.pdf-page').first().locator('.pdf-text span').first().waitFor({ state: 'attached' });
  await look(page, 'mentoring-overview');
  await button(paper, t('common.close')).click();
};

const sessions = [
  [-20, 'Mengamati penyusunan peta data', 'Daftar sumber data unit'],
  [-6, 'Menyusun bagian pertama bersama-sama', 'Peta data layanan pendaftaran'],
] as const;

/** A mentoring: plan, agreement, action plan of six fields, sessions, overview; the record is made and signed. */
export const mentor = async ({ page }: Coach, employee: string, { look }: Stage): Promise<void> => {
  await openGuidance(page);
  await button(page, t('guidance.new.mentoring')).click();
  await beginFile(page, employee, mentoringTopic);
  await noteObstacle(page);
  await openTab(page, 'plan');
  await fillFields(page.getByRole('region', { name: t('guidance.fit.title'), exact: true }), fit);
  await fillFields(page.getByRole('region', { name: t('guidance.tab.plan'), exact: true }), processPlan);
  await fillFields(page, {
    'guidance.agreementField.agreedOn': dayFromNow(-20),
    'guidance.agreementField.limits': 'Hanya pekerjaan pemetaan data',
    'guidance.agreementField.confidentiality': 'Yang dibicarakan tetap di antara kami',
  });
  const actionPlan = page.getByRole('region', { name: t('guidance.actionPlan'), exact: true });
  await fillFields(
    actionPlan,
    Object.fromEntries(Object.entries(plan).map(([name, text]) => [`guidance.plan.${name}`, text])),
  );
  for (const form of ['shadowing', 'handsOn'] as const)
    await page.getByRole('checkbox', { name: mentoringFormTitles[form] }).check();
  await showInMiddle(actionPlan);
  await look(page, 'mentoring-plan');
  await openTab(page, 'sessions');
  for (const [index, [days, activity, result]] of sessions.entries()) {
    const time = { date: dayFromNow(days), startTime: '13:30', minutes: 90, place: 'Ruang data' };
    const session = await addSession(page, index + 1, { state: 'held', ...time });
    await fillFields(session, { 'guidance.field.activity': activity, 'guidance.field.result': result });
  }
  await showTop(page);
  await look(page, 'mentoring-sessions');
  await makeOverview(page, look);
  await openTab(page, 'sessions');
  // The first makes the record of the whole mentoring, the second that of the plan alone.
  await button(page, t('guidance.records.makeAndSign')).first().click();
  await pressConfirm(page);
  await expect(button(page, t('guidance.file.save'))).toBeDisabled();
};
