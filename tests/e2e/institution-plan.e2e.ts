import { rm } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { planItem } from '../fixtures/evaluations.ts';
import * as people from '../fixtures/people/cast.ts';
import { expectAllReached, expectNoTrap } from './support/accessible/keys.ts';
import { seedVault } from './support/accessible/seed-vault.ts';
import { textsOf } from './support/accessible/texts.ts';
import { pressConfirm } from './support/confirmation.ts';
import { launchApp } from './support/launch.ts';
import { picture } from './support/picture.ts';
import { passphrase } from './support/probe.ts';
import { openLedger, text } from './support/steps/competence-steps.ts';
import { button, openGuidance, pickExactly } from './support/steps/guidance-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// The yearly plan of an institution, in the vault of its authorised official: training of a coach goes into it, it adds
// up its employees' plans, is set, evaluated with a signature, and the evaluation is corrected by a later one.

const t = textsOf('id');
const year = new Date().getFullYear();
const aim = 'Menyusun peta data';
let home: string;

test.beforeAll(async () => {
  const { authorisedOfficial, employee, assessor } = people;
  home = await seedVault({ person: authorisedOfficial, roles: ['authorisedOfficial'] }, async (get) => {
    const { personId } = await get('persons.save', { personId: null, person: employee });
    const items = [planItem({ aim, cost: 250_000 })];
    await get('competence.savePlan', { personId, year, revision: 0, plan: { items, remark: '' } });
    const register = { qualification: '', topics: [], training: [], availability: '', remark: '' };
    const coach = { person: assessor, kinds: ['coaching' as const], ...register };
    await get('guidance.saveCoach', { coachId: null, coach, archived: false });
  });
});
test.afterAll(() => rm(home, { recursive: true, force: true }));

const judge = async (page: Page, of: string, outcome: string): Promise<void> =>
  pickExactly(page.locator('main'), text('evaluation.of', { aim: of }), text(`evaluation.outcome.${outcome}`));

test('a plan of the institution is set, evaluated with a signature, and that is corrected', async () => {
  const app = await launchApp({ home });
  const page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const coach = people.assessor.name;
  await openGuidance(page);
  await button(page, t('guidance.coaches.title')).click();
  await button(page, t('guidance.coaches.planTrainingNamed', { name: coach })).click();
  await expect(page.getByText(t('guidance.coaches.trainingPlanned', { year }))).toBeVisible();

  await openLedger(page);
  await button(page, text('institution.title')).click();
  const sums = page.getByRole('table', { name: text('institution.employees') });
  await expect(sums.getByRole('row', { name: /^Mentoring/ })).toHaveText(`Mentoring116Rp250.000`);
  // The coach has no plan: the training stands here, and nobody's name with it.
  const line = page.getByRole('group', { name: text('institution.line', { number: 1 }), exact: true });
  await expect(line.getByLabel(new RegExp(`^${text('institution.activity')}`))).toHaveValue('Pelatihan coach');
  await expect(page.locator('main')).not.toContainText(coach);
  await line.getByLabel(text('plan.cost')).fill('1000000');
  await page.getByLabel(text('institution.budgetSource')).fill('DIPA 001.01.2');
  await expect(page.getByText(text('institution.total', { jp: '6 JP', cost: 'Rp1.250.000' }))).toBeVisible();
  await page.getByRole('radio', { name: text('institution.state.set') }).check();
  await picture(page, 'institution-plan');
  await expectAllReached(page);
  await expectNoTrap(page);
  await button(page, text('institution.save')).click();

  const own = text('institution.lineTitle', { kind: text('kind.mentoring') });
  await judge(page, own, 'met');
  await judge(page, 'Pelatihan coach', 'notMet');
  await button(page, text('evaluation.sign')).click();
  await pressConfirm(page);
  const region = page.getByRole('region', { name: text('evaluation.title'), exact: true });
  const signed = region.getByRole('article');
  await expect(signed).toContainText(text('evaluation.state.valid'));

  await button(page, text('evaluation.correct')).click();
  await judge(page, own, 'met');
  await judge(page, 'Pelatihan coach', 'partly');
  await expect(button(page, text('evaluation.sign'))).toBeDisabled();
  await page.getByLabel(new RegExp(`^${text('evaluation.why')}`)).fill('Sertifikat baru diterima');
  await button(page, text('evaluation.sign')).click();
  await pressConfirm(page);
  await expect(signed).toHaveCount(2);
  await expect(signed.first()).toContainText('Sertifikat baru diterima');
  await expect(signed.first()).toContainText(
    `${text('evaluation.of', { aim: 'Pelatihan coach' })}${text('evaluation.outcome.partly')}`,
  );
  await expect(signed.last()).toContainText(text('evaluation.state.replaced'));
  await picture(page, 'institution-plan-evaluated');
  await expectAllReached(page);
  await expectNoTrap(page);
  await button(signed.first(), text('evaluation.pdf')).click();
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible();
  await app.close();
});
