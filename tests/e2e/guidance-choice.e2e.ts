import { rm } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { assessor, employee } from '../fixtures/people/cast.ts';
import { expectAllReached, expectNoTrap, tabTo } from './support/accessible/keys.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { fieldOf, pickPerson } from './support/steps/guidance-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// Choosing a form of guidance: answered by the keyboard alone, with reasons, sources and the table behind them.

const t = textsOf('id');
let home: string;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  home = await seedVault({ person: assessor, roles: ['assessor'] }, async (get) => {
    await get('persons.save', { personId: null, person: employee });
  });
});
test.afterAll(() => rm(home, { recursive: true, force: true }));

const text = (key: string): string => t(`guidanceChoice.${key}`);
const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });
const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

const openByPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: t('app.palette') }).waitFor();
  await page.keyboard.insertText(text('nav'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: text('title'), exact: true }).waitFor();
};

const start = async (): Promise<{ app: RunningApp; page: Page }> => {
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openByPalette(page);
  return { app, page };
};

const radio = (page: Page, question: string, answer: string): Locator =>
  page
    .getByRole('radiogroup', { name: text(`question.${question}`) })
    .getByRole('radio', { name: text(`answer.${question}.${answer}`), exact: true });

/** Chooses an answer by Tab, arrows and Space alone. */
const answerByKeys = async (page: Page, question: string, answer: string): Promise<void> => {
  const group = page.getByRole('radiogroup', { name: text(`question.${question}`) });
  await tabTo(page, group.getByRole('radio').first());
  await page.keyboard.press('Space');
  const wanted = radio(page, question, answer);
  for (let step = 0; step < 8 && !(await wanted.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
};

test('by the keyboard alone: a recommendation with both sources, and the form that one chooses', async () => {
  const { app, page } = await start();
  const status = region(page, text('result')).getByRole('status');
  await expect(status).toHaveText(text('statusNone'));
  await expect(radio(page, 'gap', 'none')).not.toBeChecked();

  await answerByKeys(page, 'gap', 'large');
  await expect(status).toHaveText(t('guidanceChoice.statusOpen', { count: 4 }));
  await answerByKeys(page, 'cause', 'skill');
  await answerByKeys(page, 'matter', 'skill');
  await answerByKeys(page, 'career', 'none');
  await answerByKeys(page, 'performance', 'below');
  await expect(status).toHaveText(t('guidanceChoice.statusDone', { forms: 'Mentoring dan Pelatihan' }));

  const grounds = page.getByRole('list', { name: t('guidanceChoice.grounds', { outcome: 'Mentoring' }) });
  const [byGap, byPerformance] = [grounds.getByRole('listitem').nth(0), grounds.getByRole('listitem').nth(1)];
  await expect(byGap).toContainText(`${text('source.article')}; ${text('holds')}`);
  await expect(byPerformance).toContainText(`${text('source.strategy')}; ${text('holdsNot')}`);
  await expect(region(page, 'Mentoring')).toContainText(text('disputed'));

  await tabTo(page, button(page, text('tableShow')));
  await page.keyboard.press('Enter');
  const table = page.getByRole('table', { name: text('table') });
  await expect(table.getByText(text('holdsShort'), { exact: true })).toHaveCount(2);
  await expectAllReached(page);
  await expectNoTrap(page);
  await app.close();
});

test('without a gap nothing is asked of its cause; konseling says what comes before it and leads to a new file', async () => {
  const { app, page } = await start();
  await radio(page, 'gap', 'none').check();
  await expect(page.getByRole('radiogroup')).toHaveCount(3);
  await radio(page, 'gap', 'small').check();
  await expect(page.getByRole('radiogroup')).toHaveCount(5);
  await radio(page, 'cause', 'behaviour').check();
  await radio(page, 'matter', 'behaviour').check();
  const card = region(page, text('outcome.counselling'));
  // The rule stands in a line, the rest behind it.
  const [first = '', rest = ''] = text('counsellingRule').split(/(?<=\)) /);
  await expect(card).toContainText(first);
  await expect(card).not.toContainText(rest);
  await button(card, t('common.readMore')).click();
  await expect(card).toContainText(rest);
  await button(card, text('start.counselling')).click();
  await page.getByRole('heading', { level: 1, name: t('cases.newCase.title') }).waitFor();

  await openByPalette(page);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await app.close();
});

test('aims and results stand beside a form; training leads to the plan and the JP of an employee', async () => {
  const { app, page } = await start();
  await answerByKeys(page, 'gap', 'large');
  await answerByKeys(page, 'cause', 'skill');
  await answerByKeys(page, 'matter', 'skill');
  const mentoring = region(page, text('outcome.mentoring'));
  await expect(mentoring).toContainText(`${text('aim')}: ${text('aimOf.mentoring')} (${text('source.R6')})`);
  await expect(mentoring).toContainText(`${text('result')}: ${text('resultOf.mentoring')} (${text('source.article')})`);
  await expect(page.getByText(t('guidance.notForSkp'))).toBeVisible();

  const card = region(page, text('outcome.training'));
  await expect(card.getByRole('list', { name: text('trainingForms') }).getByRole('listitem')).toHaveCount(2);
  await tabTo(page, card.getByRole('combobox', { name: text('trainingEmployee') }));
  await page.keyboard.type(employee.name.slice(0, 8));
  await page.getByRole('option', { name: new RegExp(`^${employee.name}`) }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, button(card, text('start.training')));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: employee.name, exact: true }).waitFor();
  await expect(page.getByRole('tab', { name: t('competence.tab.plan'), exact: true })).toBeVisible();
  await app.close();
});

test('a dialogue on work, noted and kept, leads to a coaching with the same employee', async () => {
  const { app, page } = await start();
  await radio(page, 'gap', 'small').check();
  await radio(page, 'cause', 'unclear').check();
  await button(region(page, text('outcome.talkFirst')), t('guidance.new.dialogue')).click();
  await page.getByRole('heading', { level: 1, name: t('guidance.new.dialogue'), exact: true }).waitFor();
  await pickPerson(page, t('guidance.role.dialogue.participant'), employee.name);
  await fieldOf(page, 'guidance.topic').fill('Pekerjaan bulan ini');
  await button(page, t('guidance.begin')).click();
  await fieldOf(page, 'guidance.dialogue.tasks').fill('Laporan bulanan');
  await fieldOf(page, 'guidance.dialogue.targets').fill('Dua belas laporan');
  await fieldOf(page, 'guidance.dialogue.competence').fill('Pemetaan data');
  await page.getByRole('checkbox', { name: text('formName.coaching'), exact: true }).check();
  await button(page, t('guidance.file.save')).click();
  await expect(button(page, t('guidance.file.save'))).toBeDisabled();

  const next = region(page, t('guidance.dialogue.next'));
  await tabTo(page, button(next, text('start.coaching')));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: t('guidance.need'), exact: true })).toHaveValue('Pemetaan data');
  await expect(page.getByText(employee.name).first()).toBeVisible();
  await app.close();
});
