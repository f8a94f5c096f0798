import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { defaultSettings } from '../../electron/backend/settings/settings.ts';
import type { ActType } from '../../shared/domain/case/act-type.ts';
import { sign } from '../fixtures/case-walks.ts';
import { foundDirectory } from '../fixtures/directory.ts';
import * as people from '../fixtures/people/cast.ts';
import { textsOf } from './support/accessible/texts.ts';
import { makeBackstage, sealFrom, takeBackstage } from './support/exchange/backstage.ts';
import { makeSeat, returnTo, type Seat } from './support/exchange/seats.ts';
import { launchApp, type RunningApp } from './support/launch.ts';
import { passphrase } from './support/probe.ts';
import { actName, goOnTo, recordAct } from './support/steps/case-steps.ts';
import { countOn, type Taken, takenOn } from './support/steps/counted.ts';
import { receive } from './support/steps/exchange-steps.ts';
import { unlock } from './support/steps/vault-steps.ts';
import { openFile, stepsAlone } from './support/story/alone.ts';
import { in03 } from './support/story/in-03.ts';
import { writeSampleFiles } from './support/story/sample-files.ts';
import { openFileOf } from './support/story/sealed/desk.ts';

// One person with a vault carries a whole case, everyone else on paper, through the window. Then others get the
// program, and the same case meets what they really signed.

const t = textsOf('id');
const whose = people.employee.name;
type Step = keyof typeof stepsAlone;
type Walked = 'caseOpened' | Step;

/**
 * Presses that an act takes more now, or less. The window of confirmation takes one of each; most acts have it back
 * since one press leads from a signature to the form of what follows. The feedback has not, whose form the opening led
 * to in 0.3 too. Nothing more has to be typed anywhere.
 */
const morePresses: Partial<Readonly<Record<Walked, number>>> = {
  feedbackRecorded: 1,
  problemCommunicated: -1,
  reportSubmitted: -1,
};

/** The most that an act may take now. */
const ceilingOf = (act: Walked): Taken => ({
  presses: in03[act].presses + (morePresses[act] ?? 0),
  fields: in03[act].fields,
});

/** What others really signed while the assessor had it on paper. */
const genuine = ['reportRegistered', 'counsellingDecided'] as const satisfies readonly Walked[];

let folder: string;
let user: Seat;
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilik-alone-'));
  user = await makeSeat(folder, 'user', { person: people.assessor, roles: ['assessor'] });
  const { personnelHead, assessorSuperior, authorisedOfficial } = people;
  const settings = { ...defaultSettings(people.institution), personnelHead, assessorSuperior, authorisedOfficial };
  await user.calls.get('settings.set', settings);
  user.leave();
  await open();
});

test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (): Promise<void> => {
  app = await launchApp({ home: user.home });
  app.electron.context().setDefaultTimeout(30_000);
  page = await unlock(app, passphrase);
};

/** Entries of the file's timeline for acts of a type. */
const entriesOf = (type: ActType): Locator =>
  page
    .getByRole('list', { name: t('cases.view.timeline') })
    .getByRole('listitem')
    .filter({ has: page.getByText(actName(type), { exact: true }) });

/** What is pressed in the window of confirmation for one act (`pressConfirm`, which stops at a second question). */
const inConfirmation = 1;

const sumOf = (taken: Iterable<Taken>): number => [...taken].reduce((sum, { presses }) => sum + presses, 0);

/** Signs or records what the open form holds: on to the next act, and from the last one back to the file. */
const leave = (next: Step | undefined): Promise<void> =>
  next === undefined ? recordAct(page, whose) : goOnTo(page, next);

test('a whole case takes no more than in 0.3', async () => {
  const { scan } = await writeSampleFiles(join(folder, 'files'));
  await countOn(page);
  const taken = new Map<Walked, Taken>();
  const take = async (act: Walked): Promise<void> => {
    const { presses, fields } = await takenOn(page);
    // A counter that hears nothing would let everything pass.
    expect(presses).toBeGreaterThan(1);
    taken.set(act, { presses: presses + inConfirmation, fields });
  };
  await openFile(page);
  await take('caseOpened');
  const steps = Object.entries(stepsAlone) as [Step, (typeof stepsAlone)[Step]][];
  for (const [at, [act, fill]] of steps.entries()) {
    await fill({ app, page, passphrase, whose }, scan);
    await leave(steps[at + 1]?.[0]);
    await take(act);
  }
  const above = [...taken].filter(([act, { presses, fields }]) => {
    const ceiling = ceilingOf(act);
    return presses > ceiling.presses || fields > ceiling.fields;
  });
  expect(above).toEqual([]);
  expect(sumOf(taken.values())).toBeLessThanOrEqual(sumOf(Object.values(in03)));
  await expect(entriesOf('caseClosed')).toHaveCount(1);
  await expect(page.getByText(t('cases.timeline.superseded'), { exact: true })).toHaveCount(0);
  await app.close();
});

/** The personnel unit gets the program, and signs what it had on paper; the packages for the assessor. */
const signGenuinely = async (at: Seat): Promise<readonly (readonly string[])[]> => {
  const officer = await makeBackstage(folder, 'officer', {
    person: people.personnelOfficer,
    roles: ['personnelOfficer'],
  });
  const head = await makeBackstage(folder, 'head', { person: people.personnelHead, roles: ['personnelHead'] });
  await foundDirectory(officer.vault, [head, at]);
  const [file] = await at.calls.get('case.list', {});
  const caseId = file?.caseId ?? '';
  const { acts } = await at.calls.get('case.open', { caseId });
  const about = acts.find(({ type }) => type === 'reportSubmitted')?.hash ?? null;
  await takeBackstage(officer, await sealFrom(at, officer, caseId));
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  await takeBackstage(head, await sealFrom(officer, head, caseId));
  await sign(head.calls, caseId, 'counsellingDecided', 'personnelHead');
  const sealed = [await sealFrom(officer, at, caseId), await sealFrom(head, at, caseId)];
  for (const seat of [officer, head, at]) seat.leave();
  return sealed;
};

test('the same case then meets what others really signed', async () => {
  const packages = await signGenuinely(await returnTo(user));
  await open();
  for (const files of packages) await receive(page, files);
  await openFileOf(page, whose);
  const own = { hasText: t('cases.timeline.ownRecord') };
  for (const type of genuine) {
    await expect(entriesOf(type)).toHaveCount(2);
    await expect(entriesOf(type).filter(own).getByText(t('cases.timeline.superseded'), { exact: true })).toBeVisible();
    const inEffect = entriesOf(type).filter({ hasNotText: t('cases.timeline.ownRecord') });
    await expect(inEffect.getByText(t('common.signed'), { exact: true })).toBeVisible();
    await expect(inEffect.getByText(t('cases.timeline.withoutEffect'))).toHaveCount(0);
  }
  // What nobody else has signed still counts.
  await expect(page.getByText(t('cases.timeline.superseded'), { exact: true })).toHaveCount(genuine.length);
});
