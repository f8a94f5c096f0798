import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ActType } from '../../../../shared/domain/case/act-type.ts';
import type { Role } from '../../../../shared/domain/identity/person.ts';
import type { Calls } from '../../../fixtures/calls.ts';
import { attach, type Getter, paperStep, step } from '../../../fixtures/case-steps.ts';
import * as walks from '../../../fixtures/case-walks.ts';
import { caseNames } from '../../../fixtures/people/case-names.ts';
import { assessorSuperior, counsellor, employee, institution, personnelHead } from '../../../fixtures/people/cast.ts';
import { privateNote } from '../../../fixtures/people/texts.ts';
import { seatSomebody } from '../confirmed-call.ts';
import { callFrom, launchProbe, openNewVault } from '../probe.ts';
import { makeProbeApp } from '../probe-app.ts';

/** Who holds the seeded vault: all who write acts here, so that every form can be opened. */
export const holder = personnelHead;
const roles: readonly Role[] = ['assessor', 'personnelOfficer', 'personnelHead', 'counsellor'];

const named = (name: string) => ({ employee: { ...employee, name, nip: '' } });
const today = (): string => new Date().toISOString().slice(0, 10);

const openedFor = async (calls: Getter, name: string): Promise<string> => {
  const opening = step('caseOpened', 'assessor', { content: { ...named(name), assessor: holder } });
  return (await calls.get('case.recordAct', { ...opening, draftId: null })).caseId;
};

/** Files of an assessor, until the behaviour has not changed. */
const seedAssessor = async (calls: Getter): Promise<void> => {
  await openedFor(calls, caseNames.opened);
  const acts = ['problemIdentified', 'problemCommunicated', 'changeEvaluated'] as const;
  for (const [index, last] of acts.entries()) {
    const caseId = await openedFor(calls, caseNames[last]);
    const attachmentIds = [await attach(calls, 'Umpan balik tertulis (contoh)')];
    await walks.sign(calls, caseId, 'feedbackRecorded', 'assessor', { attachmentIds });
    for (const type of acts.slice(0, index + 1)) await walks.sign(calls, caseId, type, 'assessor');
  }
};

/** Hash of the latest act of a type. */
const lastOf = async (calls: Getter, caseId: string, type: ActType): Promise<string | null> =>
  (await calls.get('case.open', { caseId })).acts.findLast((act) => act.type === type)?.hash ?? null;

const outside = { author: counsellor };

/** What follows the registration of a report, step by step. */
const steps: readonly (readonly [keyof typeof caseNames, (calls: Getter, caseId: string) => Promise<unknown>])[] = [
  ['reportRegistered', async () => {}],
  ['counsellingDecided', (calls, id) => walks.sign(calls, id, 'counsellingDecided', 'personnelHead')],
  ['counsellorAssigned', (calls, id) => walks.sign(calls, id, 'counsellorAssigned', 'personnelHead')],
  [
    'resultSigned',
    async (calls, id) => {
      const about = await lastOf(calls, id, 'counsellorAssigned');
      await walks.enter(calls, id, 'assignmentAnswered', 'counsellor', { ...outside, about });
      const session = await walks.sign(calls, id, 'sessionScheduled', 'personnelHead', { content: { date: today() } });
      await walks.enter(calls, id, 'sessionHeld', 'counsellor', { ...outside, about: session });
      await walks.enter(calls, id, 'resultSigned', 'counsellor', outside);
    },
  ],
  [
    'followUpDecided',
    async (calls, id) => {
      const about = await lastOf(calls, id, 'resultSigned');
      await walks.sign(calls, id, 'resultReceived', 'personnelHead', { about });
      await walks.sign(calls, id, 'followUpDecided', 'personnelHead');
    },
  ],
];

/** Files of the personnel unit, from a report on paper to the follow-up. */
const seedPersonnel = async (calls: Getter): Promise<void> => {
  await walks.reported(calls, { content: named(caseNames.reportSubmitted) });
  for (const [index, [last]] of steps.entries()) {
    const caseId = await walks.registered(calls, { content: named(caseNames[last]) });
    for (const [, record] of steps.slice(0, index + 1)) await record(calls, caseId);
  }
};

/** Files of the counsellor, from the letter of assignment on paper to a session. */
const seedCounsellor = async (calls: Getter): Promise<void> => {
  for (const last of ['sessionScheduled', 'sessionHeld'] as const) {
    const scan = await attach(calls, '%PDF-1.7 surat tugas');
    const assignment = { content: { counsellor: holder }, attachmentIds: [scan], signedDocumentId: scan };
    const acts = [
      step('caseOpened', 'counsellor', { content: { ...named(caseNames[last]), startsFrom: 'assignment' } }),
      paperStep('counsellorAssigned', 'authorisedOfficial', { ...assignment, author: assessorSuperior }),
      step('assignmentAnswered', 'counsellor'),
    ];
    const listed = acts.map((act, index) => ({ ...act, aboutIndex: index === 2 ? 1 : null }));
    const { caseId } = await calls.get('case.recordActs', { acts: listed, draftId: null });
    const content = { date: today() };
    const about = await walks.sign(calls, caseId, 'sessionScheduled', 'personnelHead', { content });
    if (last === 'sessionHeld') await walks.sign(calls, caseId, 'sessionHeld', 'counsellor', { about, content });
  }
};

/** Writes `preferences.json` of the profile below `home`, as a person who chose them would have it. */
export const choose = async (home: string, language: 'id' | 'en', colorScheme: 'light' | 'dark'): Promise<void> => {
  const profile = join(home, 'profile');
  await mkdir(profile, { recursive: true });
  const preferences = { language, colorScheme, contentProtection: false };
  await writeFile(join(profile, 'preferences.json'), JSON.stringify(preferences));
};

/** A new folder for a profile and documents. */
export const newHome = (): Promise<string> => mkdtemp(join(tmpdir(), 'bilik-axe-'));

/** Makes a home with one vault that holds files in every phase, a note and a draft; resolves to the home. */
export const seedHome = async (): Promise<string> => {
  const home = await newHome();
  const appFolder = await makeProbeApp();
  const app = await launchProbe(appFolder, { home });
  await seatSomebody(app);
  try {
    const { page } = await openNewVault(app, { person: holder, roles, institution });
    const get = async (method: string, input: unknown): Promise<unknown> => {
      const result = await callFrom(page, method, input);
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      return result.value;
    };
    await fill({ get: get as Calls['get'] });
  } finally {
    await app.close();
    await rm(dirname(appFolder), { recursive: true, force: true });
  }
  return home;
};

const noteContent = JSON.stringify({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: privateNote }] }],
});

const fill = async (calls: Getter): Promise<void> => {
  await seedAssessor(calls);
  await seedPersonnel(calls);
  await seedCounsellor(calls);
  await calls.get('persons.save', { personId: null, person: employee });
  const note = { noteId: null, caseId: null, title: 'Pertemuan pertama', content: noteContent };
  await calls.get('notes.save', { ...note, attachmentIds: [] });
};
