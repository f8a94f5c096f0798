import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { guidanceTitles } from '../../shared/domain/documents/guidance/titles.ts';
import { observed } from '../fixtures/case-walks.ts';
import { mentoringSample, workedCoaching } from '../fixtures/guidance.ts';
import * as people from '../fixtures/people/cast.ts';
import { filesBelow, findTexts } from '../fixtures/scan.ts';
import { textsOf } from './support/accessible/texts.ts';
import { pressConfirm } from './support/confirmation.ts';
import { type Seat, seatInstitution } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { picture } from './support/picture.ts';
import { passphrase } from './support/probe.ts';
import { countOn, takenOn } from './support/steps/counted.ts';
import { receive } from './support/steps/exchange-steps.ts';
import { fillFields, openFile } from './support/steps/guidance-file-steps.ts';
import { exportRecord, sealRecord } from './support/steps/guidance-record-steps.ts';
import {
  bringBackScan,
  button,
  expectRecord,
  fieldOf,
  openGuidance,
  openTab,
  pickPerson,
  quickCoaching,
  typeQuickCoaching,
} from './support/steps/guidance-steps.ts';
import { lock, unlock } from './support/steps/vault-steps.ts';
import { writeSampleFiles } from './support/story/sample-files.ts';

// Coaching and mentoring in the window: noted quickly and signed on paper, signed by both in two vaults, a whole
// mentoring; and what axe says of every page.

const t = textsOf('id');
const coach = people.assessor;
const { employee } = people;
type Name = 'officer' | 'coach' | 'employee';

let folder: string;
let scan: string;
let seats: Readonly<Record<Name, Seat>>;
const apps: RunningApp[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-guidance-'));
  ({ scan } = await writeSampleFiles(join(folder, 'files')));
  seats = await seatInstitution<Name>(folder, {
    officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
    coach: { person: coach, roles: ['assessor', 'coach'] },
    employee: { person: employee, roles: ['employee'] },
  });
  await seats.coach.calls.get('persons.save', { personId: null, person: employee });
  await observed(seats.coach.calls);
  const file = { ...workedCoaching(), topic: 'Pendampingan arsip' };
  await seats.coach.calls.get('guidance.save', { guidanceId: null, revision: 0, file });
  await mkdir(join(folder, 'packages'));
});

test.afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const open = async (name: Name): Promise<{ app: RunningApp; page: Page }> => {
  seats[name].leave();
  const app = await launchApp({ home: seats[name].home });
  apps.push(app);
  const page = await unlock(app, passphrase);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return { app, page };
};

const packages = (): string => join(folder, 'packages');

/** Seals the coaching that is shown for somebody of it; path of the file. */
const sealFor = (desk: { app: RunningApp; page: Page }, name: string): Promise<string> =>
  sealRecord({ ...desk, folder: packages() }, guidanceTitles.coaching, name, (page, part) =>
    picture(page, `guidance-${part}`),
  );

/** The signed PDF of the coaching, saved out of a vault: its path. */
const originalFrom = async (desk: { app: RunningApp; page: Page }, name: string): Promise<string> => {
  const path = test.info().outputPath(`${name}.pdf`);
  await exportRecord({ ...desk, passphrase }, guidanceTitles.coaching, path);
  return path;
};

/**
 * What a coach does for a quick note, from the first press to the printed page: opens it, picks the employee, prints;
 * and types one line into each of seven fields.
 */
const quickNote = { presses: 5, fields: 7 } as const;

test('noted by a few presses and one line in each field, printed, signed on paper, scanned', async () => {
  const { app, page } = await open('coach');
  await countOn(page);
  await typeQuickCoaching(page, employee.name);
  await picture(page, 'guidance-quick');
  await button(page, t('guidance.quick.print')).click();
  const paper = page.getByRole('dialog', { name: guidanceTitles.coaching });
  await paper.getByRole('region', { name: /^Halaman 1 dari/ }).waitFor();
  expect(await takenOn(page)).toEqual(quickNote);
  // Only pages near the view are drawn, and have their words.
  await paper
    .getByRole('region', { name: /^Halaman \d+ dari/ })
    .last()
    .scrollIntoViewIfNeeded();
  await expect(paper).toContainText(quickCoaching['guidance.field.actionPlan'] ?? '');
  await picture(page, 'guidance-paper');
  await button(paper, t('common.close')).click();
  await openTab(page, 'records');
  await expectRecord(page, guidanceTitles.coaching, 'open');
  await bringBackScan(app, page, scan);
  await expectRecord(page, guidanceTitles.coaching, 'ink');
  await picture(page, 'guidance-records');
});

test('what is missing is named at its field, and nothing that was typed is lost', async () => {
  const { page } = await open('coach');
  await openGuidance(page);
  await button(page, t('guidance.quick.title.coaching')).click();
  await fieldOf(page, 'guidance.topic').fill('Belum selesai');
  await button(page, t('guidance.quick.print')).click();
  await expect(page.getByRole('alert')).toContainText(t('guidance.somethingMissing'));
  await expect(page.getByText(t('fieldIssue.required')).first()).toBeVisible();
  await openGuidance(page);
  await button(page, t('guidance.quick.title.coaching')).click();
  await expect(fieldOf(page, 'guidance.topic')).toHaveValue('Belum selesai');
});

test('who leads, whom, what about and why are there again after the page was left and after a lock', async () => {
  const { app, page } = await open('coach');
  const start = async (at: Page): Promise<void> => {
    await openGuidance(at);
    await button(at, t('guidance.new.mentoring')).click();
  };
  const [participant, leader] = ['Peserta Belum Ditambah', 'Pemimpin Diketik'];
  await start(page);
  await fieldOf(page, 'guidance.topic').fill('Topik yang ditunggu');
  await button(page, t('person.typeIn')).first().click();
  await page
    .getByRole('textbox', { name: t('person.name') })
    .first()
    .fill(participant);
  await page.getByRole('button', { name: `${t('guidance.leader')}: ${t('person.typeIn')}` }).click();
  await page
    .getByRole('textbox', { name: t('person.name') })
    .nth(1)
    .fill(leader);
  const expectKept = async (at: Page): Promise<void> => {
    await start(at);
    await expect(fieldOf(at, 'guidance.topic')).toHaveValue('Topik yang ditunggu');
    await expect(at.getByRole('textbox', { name: t('person.name') }).first()).toHaveValue(participant);
    await expect(at.getByRole('textbox', { name: t('person.name') }).nth(1)).toHaveValue(leader);
    // What comes back is not judged before somebody signs or leaves a field.
    await expect(at.locator('[aria-invalid=true]')).toHaveCount(0);
  };
  await expectKept(page);
  await lock(app, page);
  await expectKept(await unlock(app, passphrase));
});

test('a coaching that was signed counts as learning of who took part, once', async () => {
  const { page } = await open('coach');
  const enter = async (): Promise<void> => {
    await openFile(page, 'Mutu data bulanan');
    await openTab(page, 'records');
    await button(page, t('guidance.records.asLearning')).first().click();
    await button(page, t('competence.fromGuidance.enterFor', { name: employee.name })).click();
  };
  const dialog = page.getByRole('dialog', { name: t('competence.add') });
  await enter();
  await expect(dialog.getByLabel(new RegExp(`^${t('competence.field.title')}`))).toHaveValue('Mutu data bulanan');
  await expect(dialog.getByRole('list', { name: t('common.attachments') })).toBeVisible();
  await picture(page, 'guidance-as-learning');
  await button(dialog, t('common.save')).click();
  await page.getByRole('heading', { level: 1, name: employee.name, exact: true }).waitFor();
  await expect(page.getByRole('row', { name: /Mutu data bulanan/ })).toContainText(t('competence.kind.coaching'));
  await enter();
  await button(dialog, t('common.save')).click();
  await expect(dialog.getByRole('alert')).toContainText(t('errors.guidanceCountedAlready'));
  await button(dialog, t('common.cancel')).click();
});

test('only a feedback summary, shown to the employee, goes into a case', async () => {
  const { app, page } = await open('coach');
  await openFile(page, 'Mutu data bulanan');
  await openTab(page, 'summary');
  await fillFields(page, {
    'guidance.field.purposeOfSummary': 'Umpan balik berkelanjutan',
    'guidance.field.summary': 'Dua dari tiga laporan bulanan terlambat.',
    'guidance.field.place': 'Ruang rapat kecil',
    'guidance.field.response': 'Akan mengirim permintaan data lebih awal.',
  });
  await button(page, t('guidance.records.make')).click();
  await openTab(page, 'records');
  await bringBackScan(app, page, scan);
  await expectRecord(page, guidanceTitles.feedbackSummary, 'ink');
  await openTab(page, 'summary');
  const into = page.getByRole('region', { name: t('guidance.intoCase.title') });
  for (const name of [guidanceTitles.feedbackSummary, t('guidance.intoCase.case')]) {
    await into.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('option').first().click();
  }
  await button(into, t('guidance.intoCase.go')).click();
  await expect(page.getByText(t('guidance.intoCase.onlySummary'))).toBeVisible();
  const written = page.getByRole('textbox').filter({ hasText: 'Dua dari tiga laporan bulanan terlambat.' });
  await expect(written.first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText(quickCoaching['guidance.field.discussion'] ?? '');
  await picture(page, 'guidance-into-case');
});

test('one coaching, signed by both in two vaults', async () => {
  const desk = await open('coach');
  await openFile(desk.page, 'Mutu data bulanan');
  await openTab(desk.page, 'sessions');
  await button(desk.page, t('guidance.records.makeAndSign')).click();
  await pressConfirm(desk.page);
  await openTab(desk.page, 'records');
  await expectRecord(desk.page, guidanceTitles.coaching, 'open');
  const there = await sealFor(desk, employee.name);

  const own = await open('employee');
  await receive(own.page, [there], async (part) => picture(own.page, `guidance-${part}`));
  await button(own.page, t('exchange.openGuidance')).click();
  await button(own.page, t('guidance.records.show')).click();
  await expect(own.page.getByRole('article')).toContainText(quickCoaching['guidance.field.discussion'] ?? '');
  await button(own.page.getByRole('article'), t('guidance.records.sign')).click();
  await pressConfirm(own.page);
  await expectRecord(own.page, guidanceTitles.coaching, 'complete');
  const theirs = await originalFrom(own, 'employee');
  await picture(own.page, 'guidance-employee');
  const back = await sealFor(own, coach.name);

  await receive(desk.page, [back]);
  await button(desk.page, t('exchange.openGuidance')).click();
  await openTab(desk.page, 'records');
  await expectRecord(desk.page, guidanceTitles.coaching, 'complete');
  // One original, with the signature of each, the same in both vaults.
  const ours = await originalFrom(desk, 'coach');
  expect((await readFile(ours)).equals(await readFile(theirs))).toBe(true);
  const report = execFileSync('pdfsig', ['-nocert', ours], { encoding: 'utf8' });
  expect(report.match(/Signature is Valid/g)).toHaveLength(2);
  execFileSync('qpdf', ['--check', ours]);
  await button(desk.page, t('guidance.records.pdf')).click();
  const pdf = desk.page.getByRole('dialog', { name: guidanceTitles.coaching });
  const second = pdf.getByRole('region', { name: /^Halaman 2 dari/ });
  await second.scrollIntoViewIfNeeded();
  await expect(second).toContainText('secara elektronik');
});

test('one mentoring: agreement, plan, sessions, record, signatures on paper', async () => {
  const { app, page } = await open('coach');
  await openGuidance(page);
  await button(page, t('guidance.new.mentoring')).click();
  await pickPerson(page, t('guidance.participant'), employee.name);
  await fieldOf(page, 'guidance.topic').fill('Pemetaan data');
  await button(page, t('guidance.begin')).click();
  await page.getByRole('heading', { level: 1, name: 'Pemetaan data', exact: true }).waitFor();

  await openTab(page, 'plan');
  await fieldOf(page, 'guidance.agreementField.agreedOn').fill('2026-11-20');
  await fieldOf(page, 'guidance.agreementField.limits').fill('Hanya pekerjaan pemetaan');
  await fieldOf(page, 'guidance.agreementField.confidentiality').fill('Yang dibicarakan tetap di antara kami');
  for (const name of ['purpose', 'skill', 'steps', 'period', 'change', 'measure'] as const)
    await page
      .getByRole('region', { name: t('guidance.actionPlan') })
      .getByLabel(new RegExp(`^${t(`guidance.plan.${name}`)}`))
      .fill(mentoringSample[name]);
  await page.getByRole('checkbox', { name: 'Hands-on-training' }).check();
  await picture(page, 'guidance-mentoring-plan');

  await openTab(page, 'sessions');
  for (const [index, date] of ['2026-11-20', '2026-11-25'].entries()) {
    await button(page, t('guidance.session.add')).click();
    const session = page.getByRole('group', { name: t('guidance.session.legend', { number: index + 1 }), exact: true });
    await session.getByText(t('guidance.sessionState.held'), { exact: true }).click();
    await session.getByLabel(t('guidance.field.date')).fill(date);
    await session.getByLabel(t('guidance.field.activity')).fill(`Kegiatan ${index + 1}`);
    await session.getByLabel(t('guidance.field.result')).fill(`Hasil ${index + 1}`);
  }
  await button(page, t('guidance.records.make')).first().click();
  await openTab(page, 'records');
  await expectRecord(page, guidanceTitles.mentoring, 'open');
  await bringBackScan(app, page, scan);
  await expectRecord(page, guidanceTitles.mentoring, 'ink');
  await expect(page.getByRole('region', { name: t('guidance.stages') })).toContainText(
    `${t('guidance.stage.mentoringSignatures')}${t('guidance.stageState.done')}`,
  );
});

test('nothing that was typed stands outside the databases, in profiles, or in what was sent', async () => {
  const typed = [...Object.values(quickCoaching), 'Yang dibicarakan tetap di antara kami', 'Mutu data bulanan'];
  const left = [...Object.values(seats).map(({ home }) => home), packages()];
  expect((await Promise.all(left.map(filesBelow))).flat().length).toBeGreaterThan(20);
  expect(await findTexts(left, typed)).toEqual([]);
});
