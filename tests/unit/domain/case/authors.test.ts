import { judgeHeader } from '@shared/domain/case/judge-header.ts';
import type { CaseState } from '@shared/domain/case/state.ts';
import { type Role, roles } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { addAll, type CaseFile, draftOf, emptyFile, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

type Making = (capacity: Role, state: CaseState) => Step;
const say =
  (type: Step['type'], ...facts: string[]): Making =>
  (capacity) => ({ type, capacity, facts });
const on =
  (type: Step['type'], about: (state: CaseState) => string | undefined, ...facts: string[]): Making =>
  (capacity, state) => ({ type, capacity, facts, about: about(state) ?? null });

/** The same steps in a file whose assessor heads the personnel unit; what the head decides, the official does. */
const headed = (steps: readonly (Step | ((state: CaseState) => Step))[]) =>
  steps.map((step) =>
    typeof step === 'function' || step.type !== 'caseOpened' ? step : { ...step, facts: ['assessorIsHead'] },
  );

const reported = s.fileAfter(...s.toReport);
const registered = addAll(reported, [s.register]);
const refused = addAll(registered, [{ type: 'counsellingDecided', capacity: 'personnelHead', facts: ['no'] }]);
const decided = addAll(registered, [{ type: 'counsellingDecided', capacity: 'personnelHead', facts: ['yes'] }]);
const headedRegistered = s.fileAfter(...headed(s.toReport), s.register);
const headedDecided = addAll(headedRegistered, [
  { type: 'counsellingDecided', capacity: 'authorisedOfficial', facts: ['yes'] },
]);
const accepted = s.fileAfter(...s.toReport, ...s.toAccepted('independent'));
const assigned = s.fileAfter(...s.toReport, ...s.toAccepted('independent').slice(0, 3));
const scheduled = addAll(accepted, [s.schedule]);
const held = addAll(scheduled, [s.hold]);
const result = s.withResult('independent');
const headedResult = s.fileAfter(
  ...headed(s.toReport),
  ...s.toAccepted('independent', 'authorisedOfficial'),
  s.schedule,
  s.hold,
  s.signResult,
);
const followed = addAll(result, [s.decide('personnelHead')]);
const hold = (state: CaseState) => state.sessions[0]?.hash;
const fact = (role: Role): string => role;

type Row = readonly [name: string, file: CaseFile, making: Making, allowed: readonly Role[]];
const rows: readonly Row[] = [
  [
    'opening with observation',
    emptyFile,
    say('caseOpened'),
    ['assessor', 'personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  ],
  [
    'opening with a report',
    emptyFile,
    say('caseOpened', 'fromReport'),
    ['personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  ],
  ['opening with an assignment', emptyFile, say('caseOpened', 'fromAssignment'), ['counsellor']],
  ['feedback', reported, say('feedbackRecorded'), ['assessor']],
  [
    'return',
    reported,
    on('reportReturned', (state) => state.report?.hash),
    ['personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  ],
  [
    'registration',
    reported,
    on('reportRegistered', (state) => state.report?.hash),
    ['personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  ],
  ['decision', registered, say('counsellingDecided', 'yes'), ['personnelHead', 'authorisedOfficial']],
  [
    'decision where the assessor is the head',
    headedRegistered,
    say('counsellingDecided', 'yes'),
    ['authorisedOfficial'],
  ],
  ['assignment', decided, say('counsellorAssigned', 'independent'), ['personnelHead', 'authorisedOfficial']],
  [
    'assignment where the assessor is the head',
    headedDecided,
    say('counsellorAssigned', 'independent'),
    ['authorisedOfficial'],
  ],
  ['answer', assigned, on('assignmentAnswered', (state) => state.assignment?.hash, 'accepted'), ['counsellor']],
  ['first schedule', accepted, say('sessionScheduled'), ['personnelOfficer', 'personnelHead', 'authorisedOfficial']],
  [
    'first schedule before the answer',
    assigned,
    say('sessionScheduled'),
    ['personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  ],
  [
    'new time before the answer',
    addAll(assigned, [s.schedule]),
    on('sessionRescheduled', (state) => state.sessions[0]?.hash),
    ['personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  ],
  ['later schedule', held, say('sessionScheduled'), ['counsellor']],
  [
    'new time',
    scheduled,
    on('sessionRescheduled', hold),
    ['personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  ],
  ['consent', accepted, say('consentRecorded', 'given'), ['counsellor']],
  ['session held', scheduled, on('sessionHeld', hold), ['counsellor']],
  ['session missed', scheduled, on('sessionMissed', hold), ['counsellor']],
  ['referral', accepted, say('referralRecorded', 'doctor'), ['counsellor']],
  ['result', held, say('resultSigned'), ['counsellor']],
  [
    'receipt from an independent counsellor',
    result,
    on('resultReceived', (state) => state.result?.hash),
    ['personnelHead', 'authorisedOfficial'],
  ],
  [
    'receipt where the assessor is the head',
    headedResult,
    on('resultReceived', (state) => state.result?.hash),
    ['authorisedOfficial'],
  ],
  [
    'receipt from a trained assessor',
    s.withResult('trainedAssessor'),
    on('resultReceived', (state) => state.result?.hash),
    ['assessorSuperior'],
  ],
  [
    'receipt from a counselling official',
    s.withResult('counsellingOfficial'),
    on('resultReceived', (state) => state.result?.hash),
    ['assessor', 'assessorSuperior'],
  ],
  [
    'follow-up after an independent counsellor',
    result,
    (role, state) => say('followUpDecided', 'lastItemA', fact(role))(role, state),
    ['assessorSuperior', 'personnelHead', 'authorisedOfficial'],
  ],
  [
    'follow-up where the assessor is the head',
    headedResult,
    (role, state) => say('followUpDecided', 'lastItemA', fact(role))(role, state),
    ['assessorSuperior', 'authorisedOfficial'],
  ],
  [
    'follow-up after a trained assessor',
    s.withResult('trainedAssessor'),
    (role, state) => say('followUpDecided', 'lastItemA', fact(role))(role, state),
    ['assessorSuperior', 'personnelHead', 'authorisedOfficial'],
  ],
  [
    'follow-up after a counselling official',
    s.withResult('counsellingOfficial'),
    (role, state) => say('followUpDecided', 'lastItemA', fact(role))(role, state),
    ['assessorSuperior', 'personnelHead', 'authorisedOfficial'],
  ],
  [
    'progress',
    followed,
    on('followUpProgressed', (state) => state.followUp?.hash, 'itemA', 'done'),
    ['assessorSuperior', 'personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  ],
  [
    'status',
    result,
    say('statusNotified', 'concluded'),
    ['assessorSuperior', 'personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  ],
  ['closing before a report', s.fileAfter(s.toReport[0] as Step), say('caseClosed', 'other'), ['assessor']],
  [
    'closing after a report',
    followed,
    say('caseClosed', 'concluded'),
    ['personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  ],
  ['closing for a reason of its own', refused, say('caseClosed', 'other'), ['personnelHead', 'authorisedOfficial']],
  [
    'employee left',
    reported,
    say('employeeLeft', 'died'),
    ['assessor', 'personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'],
  ],
  [
    'assessor replaced',
    reported,
    say('assessorReplaced', 'plt'),
    ['assessor', 'assessorSuperior', 'personnelOfficer', 'personnelHead', 'authorisedOfficial'],
  ],
  [
    'copy of the result',
    result,
    on('copyReleased', (state) => state.result?.hash),
    ['personnelHead', 'authorisedOfficial', 'counsellor'],
  ],
  ['correction of the result', result, on('actCorrected', (state) => state.result?.hash), ['counsellor']],
];

describe('who may author', () => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_name, [, { state }, making, allowed]) => {
    const able = roles.filter((role) => judgeHeader(state, draftOf(making(role, state))).length === 0);
    expect(able).toEqual(roles.filter((role) => allowed.includes(role)));
  });
});

describe('joint follow-up', () => {
  const joint = (kind: Parameters<typeof s.withResult>[0], ...people: Role[]) => {
    const { state } = s.withResult(kind);
    return judgeHeader(state, draftOf(s.decide(...people))).map(({ code }) => code);
  };
  it('is decided by head, official and superior together', () => {
    expect(joint('independent', 'personnelHead', 'authorisedOfficial', 'assessorSuperior')).toEqual([]);
    expect(joint('trainedAssessor', 'assessorSuperior', 'personnelHead')).toEqual([]);
    expect(joint('trainedAssessor', 'authorisedOfficial', 'personnelHead')).toEqual([]);
  });
  it('is never decided by the assessor, alone or jointly', () => {
    expect(joint('counsellingOfficial', 'assessor')).toContain('factsNotInTable');
    expect(joint('counsellingOfficial', 'assessorSuperior', 'assessor')).toContain('factsNotInTable');
  });
  it('leaves out a head who is the assessor', () => {
    expect(
      judgeHeader(headedResult.state, draftOf(s.decide('authorisedOfficial', 'personnelHead'))).map(({ code }) => code),
    ).toEqual(['deciderNotAllowed']);
  });
});
