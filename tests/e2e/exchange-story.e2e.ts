import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ActType } from '../../shared/domain/case/act-type.ts';
import { attach, type StepChange, step } from '../fixtures/case-steps.ts';
import { sign } from '../fixtures/case-walks.ts';
import { bilik } from '../fixtures/cli.ts';
import * as people from '../fixtures/people/cast.ts';
import { filesBelow, findTexts } from '../fixtures/scan.ts';
import { textsOf } from './support/accessible/texts.ts';
import { receiverOf } from './support/exchange/backstage.ts';
import { type Seat, seatInstitution } from './support/exchange/seats.ts';
import { launchApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { signAct, startAct } from './support/steps/case-steps.ts';
import { openExchange } from './support/steps/exchange-steps.ts';
import { choose, fillTexts } from './support/steps/form-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';
import { employee } from './support/story/assessor.ts';
import { canaries } from './support/story/canaries.ts';
import { accept, fillResult, hold, lockWhileWriting, writeNote } from './support/story/counsellor.ts';
import { fillAssignment, fillSchedule } from './support/story/personnel.ts';
import { writeSampleFiles } from './support/story/sample-files.ts';
import {
  collect,
  collectCase,
  confirm,
  type Desk,
  openFileOf,
  type SealedStage,
  send,
  workOf,
} from './support/story/sealed/desk.ts';
import { openReceivedDraft, sendDraft } from './support/story/sealed/draft.ts';

// The demo's case by packages, shortened: four windows, packages carried as files, a lock in the middle; then what it
// left is looked at from outside.

const t = textsOf('id');
const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;
type Name = keyof typeof cast;
const whose = employee.name;

let folder: string;
let stage: SealedStage;
let desks: Record<Name, Desk>;
/** What opens the packages of each. */
let identities: Record<string, string>;

test.describe.configure({ mode: 'serial' });

/** The assessor's part, by the calls: it is the way of the packages that is looked at here. */
const seedReport = async ({ calls }: Seat): Promise<void> => {
  const opening = step('caseOpened', 'assessor', { content: { employee, assessorSuperior: null } });
  const { caseId } = await calls.get('case.recordAct', { ...opening, draftId: null });
  const act = (type: ActType, change: StepChange): Promise<string> => sign(calls, caseId, type, 'assessor', change);
  const attachmentIds = [await attach(calls, `%PDF-1.7 ${canaries.feedback}`)];
  await act('feedbackRecorded', { content: { content: canaries.feedback }, attachmentIds });
  await act('problemIdentified', { content: { behaviour: canaries.behaviour } });
  await act('problemCommunicated', { content: { response: canaries.response, place: canaries.line } });
  await act('changeEvaluated', {});
  const reported = { behaviour: canaries.behaviour, response: canaries.response };
  await act('reportSubmitted', { content: reported, attachmentIds });
};

const openDesk = async (name: Name, seat: Seat): Promise<Desk> => {
  const app = await launchApp({ home: seat.home, env: { TMPDIR: join(folder, 'temporary') } });
  app.electron.context().setDefaultTimeout(30_000);
  return { name, ...cast[name], app, page: await unlock(app, passphrase), passphrase, recovery: '' };
};

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-sealed-'));
  await mkdir(join(folder, 'temporary'));
  stage = {
    folder,
    files: await writeSampleFiles(join(folder, 'files')),
    parcels: [],
    tell: () => undefined,
    look: async () => undefined,
  };
  const seats = await seatInstitution(folder, cast);
  await seedReport(seats.assessor);
  identities = Object.fromEntries(Object.entries(seats).map(([name, seat]) => [name, receiverOf(seat).identity]));
  for (const seat of Object.values(seats)) seat.leave();
  const opened = await Promise.all((Object.keys(cast) as Name[]).map((name) => openDesk(name, seats[name])));
  desks = Object.fromEntries(opened.map((desk) => [desk.name, desk])) as Record<Name, Desk>;
});

test.afterAll(async () => {
  for (const { app } of Object.values(desks ?? {})) await app.close();
  await rm(folder, { recursive: true, force: true });
});

test('the report goes to the officer, whose receipt tells the assessor so', async () => {
  const { assessor, officer } = desks;
  await openFileOf(assessor.page, whose);
  const [report = ''] = await send(stage, assessor, [officer], { whose });
  await collect(stage, officer, report);
  await collect(stage, assessor, await confirm(stage, officer, assessor));
  await openExchange(assessor.page);
  const row = assessor.page.getByRole('table', { name: t('exchange.history') }).getByRole('row');
  await expect(row.filter({ hasText: t('exchange.direction.out') })).toContainText(/Sudah diterima \d\d\.\d\d/);
});

test('a draft goes to the head for signature, and comes back as a signed act with the assignment', async () => {
  const { officer, head, counsellor } = desks;
  await openFileOf(officer.page, whose);
  await startAct(officer.page, 'reportRegistered');
  await fillTexts(officer.page.locator('form'), { 'Nomor dalam daftar': '07/DPK/2026', Tanggal: '2026-05-08' });
  await signAct(officer.page, whose);
  const form = await startAct(officer.page, 'counsellingDecided', 'paper');
  await fillTexts(form, { Tanggal: '2026-05-11' });
  await choose(form, 'Dilakukan');
  const remark = 'Mohon tanda tangan.';
  await collect(stage, head, await sendDraft(stage, officer, head, { type: 'counsellingDecided', whose, remark }));
  await openReceivedDraft(head, 'counsellingDecided');
  await expect(head.page.getByText(remark)).toBeVisible();
  await signAct(head.page, whose);
  await fillAssignment(await startAct(head.page, 'counsellorAssigned'));
  await signAct(head.page, whose);
  await fillSchedule(await startAct(head.page, 'sessionScheduled'));
  await signAct(head.page, whose);
  const [toCounsellor = '', toOfficer = ''] = await send(stage, head, [counsellor, officer], { whose });
  await collectCase(stage, officer, toOfficer, { whose });
  await expect(officer.page.getByRole('list', { name: t('cases.view.timeline') })).toContainText(
    t('acts.counsellingDecided'),
  );
  await collectCase(stage, counsellor, toCounsellor, { whose });
});

test('the counsellor locks in the middle; the result reaches the head, the others learn the bare status', async () => {
  const { officer, head, assessor, counsellor } = desks;
  await writeNote(counsellor, stage);
  await openFileOf(counsellor.page, whose);
  const work = workOf(counsellor, whose);
  await accept(work);
  await hold(work);
  const page = await lockWhileWriting(work, stage);
  desks.counsellor = { ...counsellor, page };
  await fillResult(page);
  await signAct(page, whose);
  await startAct(page, 'statusNotified');
  await signAct(page, whose);
  const files = await send(stage, desks.counsellor, [head, assessor, officer], { whose });
  for (const [index, desk] of [head, assessor, officer].entries()) {
    await collectCase(stage, desk, files[index] ?? '', { whose });
    const timeline = desk.page.getByRole('list', { name: t('cases.view.timeline') });
    await expect(timeline).toContainText(t('acts.statusNotified'));
    await expect(timeline.getByText(canaries.result)).toHaveCount(desk === head ? 1 : 0);
  }
});

const left = (): string[] => [...Object.keys(cast), 'temporary', 'packages'].map((name) => join(folder, name));

test('no word stands in vault, profile, temporary files or any package, while open and after', async () => {
  expect(stage.parcels).toHaveLength(8);
  expect((await readdir(join(folder, 'packages'))).sort()).toEqual(
    stage.parcels.map(({ file }) => basename(file)).sort(),
  );
  expect((await filesBelow(join(folder, 'counsellor'))).length).toBeGreaterThan(10);
  expect(await findTexts(left(), Object.values(canaries))).toEqual([]);
  for (const { app } of Object.values(desks)) await app.close();
  expect(await findTexts(left(), Object.values(canaries))).toEqual([]);
});

test('each package is accepted by bilik verify with the identity of its receiver, and of nobody else', async () => {
  for (const name of Object.keys(cast)) await writeFile(join(folder, `${name}.txt`), `${identities[name]}\n`);
  for (const { file, to } of stage.parcels) {
    for (const name of Object.keys(cast)) {
      const { code } = await bilik(['verify', file, '--identity', join(folder, `${name}.txt`)]);
      expect(code, `${basename(file)} by ${name}`).toBe(name === to ? 0 : 2);
    }
  }
});
