import { rm } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { guidanceTitles, overviewTitle } from '../../shared/domain/documents/guidance/titles.ts';
import { mentoringPrinciples, mentoringStageHelp } from '../../shared/domain/guidance/mentoring-help.ts';
import { goalQuestions } from '../../shared/domain/guidance/working-file.ts';
import { mentoringSample } from '../fixtures/guidance.ts';
import { assessor, employee } from '../fixtures/people/cast.ts';
import { axeFindings } from './support/accessible/axe.ts';
import { tabTo } from './support/accessible/keys.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { picture } from './support/picture.ts';
import { passphrase } from './support/probe.ts';
import {
  addGoals,
  addSession,
  beginFile,
  fillFields,
  openFile,
  saveFile,
} from './support/steps/guidance-file-steps.ts';
import { button, expectRecord, fieldOf, openGuidance, openTab, pickExactly } from './support/steps/guidance-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// One mentoring by the whole process: need, goals, plan, its four stages with a session each, evaluation, and the paper
// for a leader who is no party. Choices are made by the keyboard. And what a coaching asks of who leads it.

const t = textsOf('id');
const topic = 'Peta data layanan';
let home: string;
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  home = await seedVault({ person: assessor, roles: ['assessor'] }, async (get) => {
    await get('persons.save', { personId: null, person: employee });
  });
  app = await launchApp({ home });
  page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
test.afterAll(async () => {
  await app.close();
  await rm(home, { recursive: true, force: true });
});

const region = (name: string): Locator => page.getByRole('region', { name, exact: true });

/** Chooses one of few answers by Space and arrows. */
const choose = async (group: Locator, answer: string): Promise<void> => {
  const wanted = group.getByRole('radio', { name: answer, exact: true });
  await group.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  for (let step = 0; step < 4 && !(await wanted.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
};

/** Ticks a box by the keyboard. */
const tick = async (scope: Locator, name: string): Promise<void> => {
  await tabTo(page, scope.getByRole('checkbox', { name, exact: true }));
  await page.keyboard.press('Space');
  await expect(scope.getByRole('checkbox', { name, exact: true })).toBeChecked();
};

const expectStage = (code: string, state: string): Promise<void> =>
  expect(region(t('guidance.stages'))).toContainText(
    `${t(`guidance.stage.${code}`)}${t(`guidance.stageState.${state}`)}`,
  );

const expectNoFindings = async (name: string): Promise<void> => {
  await picture(page, `mentoring-${name}`);
  expect(await axeFindings(page), name).toEqual([]);
};

test('need and goals: how the need was found, and what a person answers of a goal', async () => {
  await openGuidance(page);
  await button(page, t('guidance.new.mentoring')).click();
  await expect(page.getByText(t('guidance.qualification.label'), { exact: true })).toHaveCount(0);
  await beginFile(page, employee.name, topic);
  await page.getByRole('textbox', { name: t('guidance.need'), exact: true }).fill('Peta data belum ada di unit ini.');
  await tick(region(t('guidance.need')), t('guidance.needFrom.interview'));
  await addGoals(page, [{ text: 'Menyusun peta data sendiri', measure: 'Satu peta data disahkan', due: '2027-03-31' }]);
  await expectStage('goals', 'begun');
  for (const question of goalQuestions)
    await choose(
      page.getByRole('radiogroup', { name: t(`guidance.goal.${question}`), exact: true }),
      t('guidance.goalAnswer.yes'),
    );
  await expectStage('goals', 'done');
  await expectNoFindings('goals');
  await saveFile(page);
});

test('plan: who fits, schedule and method, agreement and action plan', async () => {
  await openFile(page, topic);
  await openTab(page, 'plan');
  await expect(page.getByRole('list', { name: t('guidanceHelp.principles') }).getByRole('listitem')).toHaveText(
    mentoringPrinciples.map(({ nameKey, textKey }) => `${t(nameKey)}: ${t(textKey)}`),
  );
  await fillFields(region(t('guidance.fit.title')), {
    'guidance.fit.experience': 'Menyusun peta data instansi',
    'guidance.fit.relation': 'Satu tim sejak 2024',
  });
  await fillFields(region(t('guidance.tab.plan')), {
    'guidance.processPlan.schedule': 'Jumat pukul 13.30',
    'guidance.processPlan.method': 'Mencoba bersama',
    'guidance.processPlan.material': 'Pedoman peta data',
    'guidance.processPlan.evaluation': 'Wawancara',
  });
  await fillFields(page, {
    'guidance.agreementField.agreedOn': '2027-01-04',
    'guidance.agreementField.limits': 'Hanya pemetaan',
    'guidance.agreementField.confidentiality': 'Di antara kami',
  });
  for (const name of ['purpose', 'skill', 'steps', 'period', 'change', 'measure'] as const)
    await fieldOf(region(t('guidance.actionPlan')), `guidance.plan.${name}`).fill(mentoringSample[name]);
  await page.getByRole('checkbox', { name: 'Hands-on-training' }).check();
  for (const stage of ['plan', 'agreement', 'mentoringPlan']) await expectStage(stage, 'done');
  await expectNoFindings('plan');
  await saveFile(page);
});

test('its four stages in order, each with what is checked then and a session', async () => {
  await openFile(page, topic);
  for (const [index, { nameKey, checklist }] of mentoringStageHelp.entries()) {
    await openTab(page, 'plan');
    await choose(page.getByRole('radiogroup', { name: t('guidance.mentoringStage') }), t(nameKey));
    const shown = page.getByRole('list', { name: t('guidance.checklist') });
    await expect(shown.getByRole('listitem')).toHaveText(checklist.map(({ textKey }) => t(textKey)));
    await openTab(page, 'sessions');
    const date = `2027-01-${String(8 + 7 * index).padStart(2, '0')}`;
    const session = await addSession(page, index + 1, {
      state: 'held',
      date,
      startTime: '13:30',
      minutes: 60,
      place: 'Ruang data',
    });
    await fillFields(session, {
      'guidance.field.activity': `Yang dikerjakan ${index + 1}`,
      'guidance.field.result': `Yang dibicarakan ${index + 1}`,
    });
  }
  await saveFile(page);
  await button(page, t('guidance.records.make')).first().click();
  await openTab(page, 'records');
  await expectRecord(page, guidanceTitles.mentoring, 'open');
  await expectStage('log', 'done');
});

test('evaluation by interview, obstacles of the programme, and a paper for a leader who is no party', async () => {
  await openFile(page, topic);
  await openTab(page, 'plan');
  await expect(page.getByRole('radio', { name: t(mentoringStageHelp.at(-1)!.nameKey), exact: true })).toBeChecked();
  await openTab(page, 'evaluation');
  await fieldOf(page, 'guidance.evaluation.date').fill('2027-02-05');
  await tick(region(t('guidance.tab.evaluation')), t('guidance.evaluationWay.interview'));
  await pickExactly(
    region(t('guidance.tab.evaluation')),
    t('guidance.evaluation.outcome'),
    t('guidance.outcome.achieved'),
  );
  await fillFields(page, {
    'guidance.evaluation.lessons': 'Memeriksa sumber lebih dahulu',
    'guidance.evaluation.next': 'Mendampingi rekan',
  });
  await tabTo(page, button(page, t('guidance.obstacle.add')));
  await page.keyboard.press('Enter');
  const obstacle = page.getByRole('group', { name: t('guidance.obstacle.legend', { number: 1 }), exact: true });
  await choose(
    obstacle.getByRole('radiogroup', { name: t('guidance.obstacle.kind') }),
    t('guidance.obstacleKind.ability'),
  );
  await fieldOf(obstacle, 'guidance.obstacle.agreed').fill('Saran dari unit data');
  await pickExactly(obstacle, t('guidance.obstacle.helped'), t('guidance.obstacleHelped.partly'));
  await expectStage('evaluation', 'done');
  await expectNoFindings('evaluation');
  await openTab(page, 'summary');
  await expectNoFindings('summary');
  await tabTo(page, button(page, t('guidance.overview.make')));
  await page.keyboard.press('Enter');
  const paper = page.getByRole('dialog', { name: overviewTitle });
  await expect(paper).toContainText('Satu peta data disahkan');
  // Only pages near the view are drawn, and have their words.
  await paper.getByRole('region', { name: /^Halaman 2 dari/ }).scrollIntoViewIfNeeded();
  for (const said of ['Jumat pukul 13.30', 'wawancara', 'Mendampingi rekan']) await expect(paper).toContainText(said);
  for (const kept of ['Yang dibicarakan', 'Memeriksa sumber', 'Saran dari unit', 'Di antara kami'])
    await expect(paper).not.toContainText(kept);
  await picture(page, 'mentoring-overview');
  await button(paper, t('common.close')).click();
});

test('a coaching names a qualification that is missing, and begins all the same', async () => {
  await openGuidance(page);
  await button(page, t('guidance.new.coaching')).click();
  const missing = page.getByText(t('guidance.qualification.missing', { name: assessor.name }));
  await expect(missing).toBeVisible();
  await fieldOf(page, 'guidance.qualification.label').fill('Pelatihan coach 2025');
  await expect(missing).toHaveCount(0);
  await fieldOf(page, 'guidance.qualification.label').fill('');
  await expectNoFindings('coaching');
  await beginFile(page, employee.name, 'Laporan bulanan');
  await expectStage('qualification', 'open');
  await openTab(page, 'plan');
  await expect(missing).toBeVisible();
});
