import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { programmePaperTitles } from '../../shared/domain/documents/kind.ts';
import { semesterBefore, semesterOf } from '../../shared/domain/programme/semester.ts';
import { toLocalDay } from '../../shared/kernel/date.ts';
import * as people from '../fixtures/people/cast.ts';
import { coachings, type Guided } from '../fixtures/programme-figures.ts';
import { axeFindings } from './support/accessible/axe.ts';
import { expectAllReached, expectNoTrap } from './support/accessible/keys.ts';
import { textsOf } from './support/accessible/texts.ts';
import { type Seat, seatInstitution } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { receive } from './support/steps/exchange-steps.ts';
import { button, openGuidance, openPage } from './support/steps/guidance-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';

// Figures of two vaults: a coach sends those of the last half-year, whoever runs the programme has them beside the own.

const t = textsOf('id');
const text = (key: string, values: Record<string, string | number> = {}): string => t(`programme.${key}`, values);
const period = semesterBefore(semesterOf(toLocalDay(Date.now())));

let folder: string;
const apps: RunningApp[] = [];
let programme: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-figures-'));
});
test.afterAll(async () => {
  for (const app of apps) await app.close();
  await rm(folder, { recursive: true, force: true });
});

const fill = async ({ calls }: Seat, ...groups: Guided[]): Promise<void> => {
  for (const file of groups.flatMap((group) => coachings(group, period)))
    await calls.get('guidance.save', { guidanceId: null, revision: 0, file });
};

const enter = async (seat: Seat): Promise<{ app: RunningApp; page: Page }> => {
  seat.leave();
  const app = await launchApp({ home: seat.home });
  apps.push(app);
  const page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return { app, page };
};

test('a coach sends figures by unit, and the programme has them joined with its own, once', async () => {
  const { head, coach } = await seatInstitution(folder, {
    head: { person: people.personnelHead, roles: ['personnelHead'] },
    coach: { person: people.assessor, roles: ['assessor', 'coach'] },
  });
  await fill(head, { unit: 'Bidang Peragaan', people: 5, sessions: 1 });
  await fill(coach, { unit: 'Bidang Peragaan', people: 6, sessions: 2 }, { unit: 'Pos Kecil', people: 2, sessions: 4 });

  const sender = await enter(coach);
  await openGuidance(sender.page);
  await button(sender.page, text('joined.open')).click();
  await sender.page.getByRole('heading', { level: 1, name: text('joined.title') }).waitFor();
  await expect(sender.page.getByText(text('notForRating'))).toBeVisible();
  await expectAllReached(sender.page);
  await button(sender.page, text('send.open')).click();
  const dialog = sender.page.getByRole('dialog');
  // Only who runs the programme is offered.
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await expect(dialog).toContainText(people.personnelHead.name);
  await sender.app.setDialogs({ folder });
  await button(dialog, text('send.seal')).click();
  const sealed = dialog.getByRole('list', { name: t('sealing.files') });
  await sealed.waitFor();
  const files = (await sealed.getByRole('listitem').allInnerTexts()).map((name) => join(folder, name));

  const { page } = await enter(head);
  programme = page;
  await receive(page, files, async (part) => {
    if (part === 'inspected') await expect(page.getByText(t('exchange.kindText.figures'))).toBeVisible();
  });
  await button(page, text('joined.open')).click();
  const table = page.getByRole('table', { name: text('joined.part.sessions') });
  await expect(table.getByRole('row', { name: /^Bidang Peragaan/ })).toContainText(/11\s*17/);
  await expect(table.getByRole('row', { name: /^Pos Kecil/ })).toHaveCount(0);
  const small = table.getByRole('row').filter({ hasText: text('joined.severalUnits') });
  await expect(small).toContainText(text('joined.small'));
  await expect(small.getByRole('cell', { name: '8', exact: true })).toHaveCount(0);
  await expect(page.getByRole('list', { name: text('joined.sources') })).toContainText(people.assessor.name);
  await expectNoTrap(page);
  expect(await axeFindings(page)).toEqual([]);
});

test('the guideline is made of what is set, and the nameless sheet says that it is voluntary', async () => {
  const page = programme;
  await openPage(page, text('nav'), text('title'));
  await button(page, text('guideline')).click();
  const dialog = page.getByRole('dialog', { name: programmePaperTitles.programmeGuideline });
  await dialog
    .getByRole('button', { name: t('common.close') })
    .first()
    .click();
  await button(page, text('benefits.open')).click();
  await expect(page.getByText(text('benefits.voluntary'))).toBeVisible();
  await page.getByRole('checkbox', { name: text('benefits.statement.engagement') }).check();
  await expectAllReached(page);
  await button(page, text('benefits.print')).click();
  const sheet = page.getByRole('dialog', { name: programmePaperTitles.benefitSheet });
  await sheet
    .getByRole('button', { name: t('common.close') })
    .first()
    .click();
  // What was ticked went with the page.
  await openPage(page, text('nav'), text('title'));
  await button(page, text('benefits.open')).click();
  await expect(page.getByRole('checkbox', { name: text('benefits.statement.engagement') })).not.toBeChecked();
  // Four sheets are too few to be nameless; nine are counted.
  const sheets = page.getByLabel(text('count.sheets'), { exact: true });
  await sheets.fill('4');
  await button(page, text('tally.add')).click();
  await expect(page.getByRole('alert').filter({ hasText: text('tally.short', { least: 5 }) })).toBeVisible();
  await sheets.fill('9');
  await button(page, text('tally.add')).click();
  await expect(page.getByRole('table', { name: text('tally.kept') })).toContainText('9');
});
