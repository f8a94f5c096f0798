import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { enter, observed, sign } from '../fixtures/case-walks.ts';
import { foundDirectory } from '../fixtures/directory.ts';
import * as people from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf, pressConfirm } from './support/confirmation.ts';
import { type Backstage, makeBackstage, sealFrom, takeBackstage } from './support/exchange/backstage.ts';
import { makeSeat, returnTo, type Seat } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { actForm, actName, goTo } from './support/steps/case-steps.ts';
import { openExchange, receive, sealShown } from './support/steps/exchange-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// A communication and the employee's answer, through the windows of both: the assessor is reminded of the copy and
// releases it, the employee answers by the keyboard alone, and the answer stands in the file of all.

const t = textsOf('id');
const { assessor: assessorPerson, employee: employeePerson, personnelOfficer } = people;
const text = 'Dua laporan terlambat karena sistem tidak dapat dibuka; buktinya saya simpan.';

let folder: string;
let assessor: Seat;
let employee: Seat;
let officer: Backstage;
let caseId: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-answer-'));
  assessor = await makeSeat(folder, 'assessor', { person: assessorPerson, roles: ['assessor'] });
  employee = await makeSeat(folder, 'employee', { person: employeePerson, roles: ['employee'] });
  officer = await makeBackstage(folder, 'officer', { person: personnelOfficer, roles: ['personnelOfficer'] });
  await foundDirectory(officer.vault, [assessor, employee]);
  caseId = await observed(assessor.calls);
  await sign(assessor.calls, caseId, 'problemIdentified', 'assessor');
  await sign(assessor.calls, caseId, 'problemCommunicated', 'assessor', { content: { acknowledgement: 'awaited' } });
  assessor.leave();
  employee.leave();
});

test.afterAll(async () => {
  officer?.leave();
  await rm(folder, { recursive: true, force: true });
});

/** Works in somebody's window, and closes it. */
const inWindowOf = async (seat: Seat, work: (page: Page, app: RunningApp) => Promise<void>): Promise<void> => {
  const app = await launchApp({ home: seat.home });
  try {
    app.electron.context().setDefaultTimeout(30_000);
    await work(await unlock(app, passphrase), app);
  } finally {
    await app.close();
  }
};

const button = (at: Page | Locator, name: string): Locator => at.getByRole('button', { name, exact: true });

/** Goes by Tab until something has the focus. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((found) => found === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
};

let copy: readonly string[];
let answer: readonly string[];

test('the assessor is reminded of the copy, and releases it from the file', async () => {
  await inWindowOf(assessor, async (page, app) => {
    const waiting = page.getByRole('region', { name: t('home.waiting'), exact: true });
    await expect(waiting).toContainText(`${actName('copyReleased')}: ${actName('problemCommunicated')}`);
    await waiting.getByText(employeePerson.name).last().click();
    await button(page, t('cases.now.giveCopy', { act: actName('problemCommunicated') })).click();
    await actForm(page, 'copyReleased');
    await button(page, t('cases.form.sign')).click();
    await pressConfirm(page);
    await page.getByRole('region', { name: /^Halaman 1 dari/ }).waitFor();
    await goTo(page, t('home.nav'));
    await expect(waiting).not.toContainText(actName('copyReleased'));
    await waiting.getByText(employeePerson.name).first().click();
    await button(page, t('exchange.lookAndSend')).first().click();
    copy = await sealShown({ app, page, folder }, [employeePerson.name]);
  });
});

test('the employee answers it by the keyboard alone, and seals the answer for who released it', async () => {
  await inWindowOf(employee, async (page, app) => {
    await receive(page, copy);
    await openExchange(page);
    await expect(page.getByText(t('exchange.notAnswered'), { exact: true })).toBeVisible();
    await page
      .getByRole('region', { name: t('exchange.copies'), exact: true })
      .getByRole('button')
      .first()
      .click();
    const form = page.getByRole('form', { name: t('exchange.answer'), exact: true });
    await tabTo(page, form.getByRole('textbox', { name: t('exchange.answerText') }));
    await page.keyboard.type(text);
    await tabTo(page, button(form, t('exchange.answerSign')));
    await page.keyboard.press('Enter');
    const view = await confirmationOf(page);
    await expect(view.getByText(text)).toBeVisible();
    const confirm = button(view, t('confirm.sign.answer'));
    await expect(confirm).toBeEnabled();
    await tabTo(view, confirm);
    await view.keyboard.press('Enter').catch(() => undefined);
    const said = page.getByRole('status').filter({ hasText: t('exchange.answeredAt', { when: '' }).trim() });
    await expect(said).toBeFocused();
    await expect(form).toHaveCount(0);
    await button(said, t('exchange.lookAndSend')).click();
    answer = await sealShown({ app, page, folder }, [assessorPerson.name]);
  });
});

test('the assessor reads it in the file beside one on paper, and passes it on with the report', async () => {
  assessor = await returnTo(assessor);
  const known = await assessor.calls.get('case.open', { caseId });
  const about = known.acts.find(({ type }) => type === 'copyReleased')?.hash ?? null;
  await enter(assessor.calls, caseId, 'responseGiven', 'employee', { about });
  assessor.leave();
  await inWindowOf(assessor, async (page) => {
    await receive(page, answer);
    await goTo(page, t('cases.nav'));
    await page.getByText(employeePerson.name).first().click();
    const timeline = page.getByRole('list', { name: t('cases.view.timeline') });
    const entry = timeline
      .getByRole('listitem')
      .filter({ has: page.getByText(actName('responseGiven'), { exact: true }) });
    await expect(entry.filter({ hasText: text })).toHaveCount(1);
    // Whoever wrote down the one on paper is named with it.
    const recorded = t('cases.timeline.recordedBy', { name: assessorPerson.name, role: t('roles.assessor') });
    await expect(entry.filter({ hasText: recorded })).toHaveCount(1);
    await expect(timeline).toContainText(t('cases.signature.ownAct'));
    // No report has gone on: nothing is told of one.
    await page.getByRole('tab', { name: t('cases.view.documents'), exact: true }).click();
    await expect(page.getByText(t('cases.documents.uncertified'))).toBeVisible();
    await expect(page.getByRole('button', { name: t('cases.documents.notice'), exact: true })).toHaveCount(0);
  });
  assessor = await returnTo(assessor);
  await sign(assessor.calls, caseId, 'changeEvaluated', 'assessor');
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await takeBackstage(officer, await sealFrom(assessor, officer, caseId));
  const { acts } = await officer.calls.get('case.open', { caseId });
  const given = acts.find(({ type, origin }) => type === 'responseGiven' && origin === 'vault');
  expect(given?.currentContent).toMatchObject({ response: text });
  expect(given).toMatchObject({ withoutEffect: null, origin: 'vault', capacity: 'employee' });
  assessor.leave();
});
