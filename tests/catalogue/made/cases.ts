import { caseNames } from '../../fixtures/people/case-names.ts';
import { assessorSuperior, counsellor, employee } from '../../fixtures/people/cast.ts';
import { type MadeAct, type MadeCase, madeCase } from './case.ts';
import { holder } from './holder.ts';

/** A case of the vault at work, by what was recorded last. */
export type CaseName = keyof typeof caseNames;

const deciders = [
  { role: 'assessorSuperior', person: assessorSuperior },
  { role: 'personnelHead', person: holder },
] as const;
const outside = { author: counsellor, from: 'paper' } as const;

/** What was recorded from the beginning to each of the names, by the way on which it comes there. */
const observed = (name: CaseName): readonly MadeAct[] => {
  const content = { employee: { ...employee, name: caseNames[name], nip: '' }, assessor: holder };
  return [
    { type: 'caseOpened', capacity: 'assessor', content },
    ...(name === 'opened' ? [] : [{ type: 'feedbackRecorded', capacity: 'assessor' } as const]),
    ...(['problemIdentified', 'problemCommunicated', 'changeEvaluated'] as const)
      .slice(0, ['opened', 'problemIdentified', 'problemCommunicated', 'changeEvaluated'].indexOf(name))
      .map((type): MadeAct => ({ type, capacity: 'assessor' })),
  ];
};

const reported = (name: CaseName): readonly MadeAct[] => {
  const content = { employee: { ...employee, name: caseNames[name], nip: '' }, startsFrom: 'report' };
  const all: readonly MadeAct[] = [
    { type: 'caseOpened', capacity: 'personnelOfficer', content },
    { type: 'reportSubmitted', capacity: 'assessor', from: 'paper', asked: name === 'reportRegistered' || undefined },
    { type: 'reportRegistered', capacity: 'personnelOfficer', about: 'reportSubmitted' },
    { type: 'counsellingDecided', capacity: 'personnelHead' },
    { type: 'counsellorAssigned', capacity: 'personnelHead' },
    { type: 'assignmentAnswered', capacity: 'counsellor', about: 'counsellorAssigned', ...outside },
    { type: 'sessionScheduled', capacity: 'personnelHead', content: { date: '2026-11-24' } },
    { type: 'sessionHeld', capacity: 'counsellor', about: 'sessionScheduled', ...outside },
    { type: 'resultSigned', capacity: 'counsellor', ...outside },
    { type: 'resultReceived', capacity: 'personnelHead', about: 'resultSigned' },
    // By the superior, who names the head as deciding too: the holder has not said so yet.
    { type: 'followUpDecided', capacity: 'assessorSuperior', content: { deciders } },
  ];
  return all.slice(0, all.findIndex(({ type }) => type === name) + 1);
};

const assignedToHolder = (name: CaseName): readonly MadeAct[] => {
  const content = { employee: { ...employee, name: caseNames[name], nip: '' }, startsFrom: 'assignment' };
  const assignment = { content: { counsellor: holder }, author: assessorSuperior, from: 'paper' } as const;
  const held = { content: { date: '2026-11-24' } };
  return [
    { type: 'caseOpened', capacity: 'counsellor', content },
    { type: 'counsellorAssigned', capacity: 'authorisedOfficial', ...assignment },
    { type: 'assignmentAnswered', capacity: 'counsellor', about: 'counsellorAssigned' },
    { type: 'sessionScheduled', capacity: 'personnelHead', ...held },
    ...(name === 'sessionHeld'
      ? [{ type: 'sessionHeld', capacity: 'counsellor', about: 'sessionScheduled', ...held } as const]
      : []),
  ];
};

const ways: Readonly<Record<CaseName, (name: CaseName) => readonly MadeAct[]>> = {
  opened: observed,
  problemIdentified: observed,
  problemCommunicated: observed,
  changeEvaluated: observed,
  reportSubmitted: reported,
  reportRegistered: reported,
  counsellingDecided: reported,
  counsellorAssigned: reported,
  sessionScheduled: assignedToHolder,
  sessionHeld: assignedToHolder,
  resultSigned: reported,
  followUpDecided: reported,
};

const allNames = Object.keys(caseNames) as CaseName[];

/** All of them. */
export const cases = Object.fromEntries(
  allNames.map((name, index) => [name, madeCase(index + 1, ways[name](name))]),
) as Readonly<Record<CaseName, MadeCase>>;

/** A registered file about the wrong employee: no list has it. */
export const mistakenCase = madeCase(90, [
  ...reported('reportRegistered').map((act): MadeAct => ({ ...act, asked: undefined })),
  { type: 'employeeMistaken', capacity: 'personnelHead' },
]);

/** A file in which somebody's number was corrected by somebody else. */
export const correctedCase = madeCase(91, [
  ...observed('changeEvaluated'),
  {
    type: 'identityCorrected',
    capacity: 'assessor',
    content: {
      before: { name: caseNames.changeEvaluated, nip: '', licence: '' },
      after: { name: caseNames.changeEvaluated, nip: '199103142015032999', licence: '' },
    },
  },
]);

/** A file whose communication the employee has a copy of, and answered on paper. */
const copied: readonly MadeAct[] = [
  ...observed('changeEvaluated'),
  { type: 'copyReleased', capacity: 'assessor', about: 'problemCommunicated' },
];
export const copiedCase = madeCase(93, copied);
export const answeredCase = madeCase(94, [
  ...copied,
  { type: 'responseGiven', capacity: 'employee', about: 'copyReleased', author: employee, from: 'paper' },
]);

/** A file that is closed. */
export const closedCase = madeCase(92, [
  ...observed('opened'),
  { type: 'caseClosed', capacity: 'assessor', content: { reason: 'other' } },
]);

/** The case with this id. */
export const findCase = (caseId: string | null): MadeCase | undefined =>
  [...Object.values(cases), mistakenCase, correctedCase, copiedCase, answeredCase, closedCase].find(
    (made) => made.caseId === caseId,
  );
