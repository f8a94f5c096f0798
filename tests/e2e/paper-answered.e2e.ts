import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { PersonInput, Role } from '../../shared/domain/identity/person.ts';
import { enter, registered } from '../fixtures/case-walks.ts';
import { foundDirectory } from '../fixtures/directory.ts';
import * as people from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { confirmationOf } from './support/confirmation.ts';
import { type Backstage, makeBackstage, sealFrom, takeBackstage } from './support/exchange/backstage.ts';
import { makeSeat, returnTo, type Seat } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { actForm, actName, goTo } from './support/steps/case-steps.ts';
import { receive } from './support/steps/exchange-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// "Benarkah ini pernyataan Anda?": decisions that the officer entered from paper in the name of a head who has a vault,
// answered in the window by the keyboard alone; the window of confirmation as a screen reader reads it.

const t = textsOf('id');
const { personnelHead, personnelOfficer, employee, otherEmployee } = people;
const files = { confirmed: employee, denied: otherEmployee } as const satisfies Record<string, PersonInput>;
type Answer = keyof typeof files;

let folder: string;
let head: Seat;
let officer: Backstage;
let app: RunningApp;
let page: Page;
const cases = new Map<Answer, string>();

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-answered-'));
  head = await makeSeat(folder, 'head', { person: personnelHead, roles: ['personnelHead'] });
  officer = await makeBackstage(folder, 'officer', { person: personnelOfficer, roles: ['personnelOfficer'] });
  await foundDirectory(officer.vault, [head]);
  const packages: (readonly string[])[] = [];
  for (const [answer, whose] of Object.entries(files) as [Answer, PersonInput][]) {
    const caseId = await registered(officer.calls, { content: { employee: whose } });
    await enter(officer.calls, caseId, 'counsellingDecided', 'personnelHead');
    cases.set(answer, caseId);
    packages.push(await sealFrom(officer, head, caseId));
  }
  head.leave();
  app = await launchApp({ home: head.home });
  app.electron.context().setDefaultTimeout(30_000);
  page = await unlock(app, passphrase);
  for (const paths of packages) await receive(page, paths);
});

test.afterAll(async () => {
  await app?.close();
  officer?.leave();
  await rm(folder, { recursive: true, force: true });
});

const entryOf = (type: 'counsellingDecided' | 'paperAnswered'): Locator =>
  page
    .getByRole('list', { name: t('cases.view.timeline') })
    .getByRole('listitem')
    .filter({ has: page.getByText(actName(type), { exact: true }) });

const openFileOf = async (whose: string): Promise<void> => {
  await goTo(page, t('cases.nav'));
  await page.getByText(whose).first().click();
  await page.getByRole('heading', { level: 1, name: whose }).waitFor();
};

/** Goes by Tab until something has the focus. */
const tabTo = async (at: Page, target: Locator): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((found) => found === document.activeElement)) return;
    await at.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
};

/** From the question beside the act to the window of confirmation, by the keyboard alone. */
const answer = async (said: Answer): Promise<Page> => {
  const ask = entryOf('counsellingDecided').getByRole('button', { name: t('cases.timeline.answer'), exact: true });
  await tabTo(page, ask);
  await page.keyboard.press('Enter');
  const form = await actForm(page, 'paperAnswered');
  const choice = form.getByRole('combobox', { name: t('cases.field.paperAnswer'), exact: true });
  // Nothing is answered beforehand.
  await expect(choice).toHaveValue('');
  await tabTo(page, choice);
  const label = t(`cases.option.paperAnswer.${said}`);
  const at = page.locator('[role="option"][data-combobox-selected]');
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('ArrowDown');
    if ((await at.allTextContents()).includes(label)) break;
  }
  await page.keyboard.press('Enter');
  await expect(choice).toHaveValue(label);
  await tabTo(page, page.getByRole('button', { name: t('cases.form.sign'), exact: true }));
  await page.keyboard.press('Enter');
  return confirmationOf(page);
};

const confirmByKeys = async (view: Page): Promise<void> => {
  const sign = view.getByRole('button', { name: t('confirm.sign.answer'), exact: true });
  await expect(view.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(sign).toBeEnabled();
  await tabTo(view, sign);
  await view.keyboard.press('Enter').catch(() => undefined);
  await page.getByRole('heading', { level: 2, name: t('cases.now.title') }).waitFor();
};

/** What a screen reader reads in the window of confirmation: what is signed, about which words, and who gets it. */
const expectRead = async (view: Page): Promise<void> => {
  const title = `${t('confirm.sign.title')} · ${employee.name}`;
  const decision = actName('counsellingDecided');
  const whole = (role: Role): string => `- listitem: "${t(`roles.${role}`)}: ${t('confirm.receivesAll')}"`;
  await expect(view.locator('body')).toMatchAriaSnapshot(`
    - main:
      - heading "${title}" [level=1]
      - paragraph: /^Kata brankas ini. \\w+ \\w+$/
      - paragraph: ${t('confirm.wordHint')}
      - group "${title}":
        - heading "${actName('paperAnswered')}" [level=2]
        - paragraph: "${t('roles.personnelHead')}: ${personnelHead.name} · ${personnelHead.position}"
        - paragraph: ${people.institution}
        - paragraph: /^Dicatat pada \\d+ \\w+ \\d{4}$/
        - paragraph: /^Tentang. ${decision}, \\d+ \\w+ \\d{4}$/
        - term: ${t('cases.field.date')}
        - definition: /^\\d+ \\w+ \\d{4}$/
        - term: ${t('cases.field.paperAnswer')}
        - definition: ${t('cases.option.paperAnswer.confirmed')}
        - heading "${t('confirm.receivers')}" [level=3]
        - list:
          - listitem: "${t('roles.assessor')}: ${t('confirm.receivesHeader')}"
          ${whole('personnelOfficer')}
          ${whole('personnelHead')}
          ${whole('authorisedOfficial')}
          - listitem: /^Tidak menerima apa pun. ${t('roles.assessorSuperior')}, ${t('roles.counsellor')}, /
        - 'heading "${t('confirm.answered', { act: decision })}" [level=2]'
        - term: ${t('cases.field.date')}
        - definition: 27 April 2026
        - term: Penetapan
        - definition: Dilakukan
        - heading "${t('confirm.notInside')}" [level=2]
        - paragraph: ${t('confirm.notInsideNotes')}
        - paragraph: ${t('confirm.notInsideDrafts')}
        - paragraph: ${t('confirm.notInsideOthers')}
      - form "${title}":
        - paragraph: ${t('confirm.sign.reason')}
        - alert
        - button "${t('common.cancel')}"
        - button "${t('confirm.sign.answer')}"
  `);
};

test('confirmed: read and signed by the keyboard, the decision counts', async () => {
  await openFileOf(employee.name);
  const decided = entryOf('counsellingDecided');
  await expect(decided.getByText(t('cases.timeline.confirmation.waiting'), { exact: true })).toBeVisible();
  const view = await answer('confirmed');
  await expectRead(view);
  await confirmByKeys(view);
  await expect(decided.getByText(t('cases.timeline.confirmation.confirmed'), { exact: true })).toBeVisible();
  await expect(decided.getByText(t('cases.timeline.withoutEffect'), { exact: true })).toHaveCount(0);
});

test('denied: it says so and never has effect', async () => {
  await openFileOf(otherEmployee.name);
  const view = await answer('denied');
  await confirmByKeys(view);
  const decided = entryOf('counsellingDecided');
  await expect(decided.getByText(t('cases.timeline.confirmation.denied'), { exact: true })).toBeVisible();
  await expect(decided.getByText(t('cases.timeline.withoutEffect'), { exact: true })).toBeVisible();
  await expect(entryOf('paperAnswered')).toHaveCount(1);
});

test('who entered the paper learns the answers', async () => {
  await app.close();
  const at = await returnTo(head);
  for (const [said, confirmation] of [
    ['confirmed', 'confirmed'],
    ['denied', 'denied'],
  ] as const) {
    const caseId = cases.get(said) ?? '';
    await takeBackstage(officer, await sealFrom(at, officer, caseId));
    const { acts, summary } = await officer.calls.get('case.open', { caseId });
    expect(acts.find(({ type }) => type === 'counsellingDecided')).toMatchObject({ confirmation });
    expect(summary.caseId).toBe(caseId);
  }
  at.leave();
});
