import { actTypes } from '@shared/domain/case/act-type.ts';
import { availableActs, openings } from '@shared/domain/case/available-acts.ts';
import { endsFile, nextDue, waitsFor } from '@shared/domain/case/next-due.ts';
import { phaseStates } from '@shared/domain/case/phase.ts';
import { describe, expect, it } from 'vitest';
import { addAll } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

const find = (
  file: ReturnType<typeof s.fileAfter>,
  type: string,
  roles: Parameters<typeof availableActs>[1]['roles'] = ['assessor'],
) => availableActs(file.state, { roles }).find((act) => act.type === type);

describe('the panel', () => {
  it('says what is missing, by which rule, and what would help', () => {
    const report = find(s.fileAfter(...s.toReport.slice(0, 1)), 'reportSubmitted');
    expect(report?.obstacles).toMatchObject([
      { code: 'feedbackEvidenceMissing', rule: 'reportEvidence', satisfiedBy: 'feedbackRecorded' },
      { code: 'problemNotCommunicated', rule: 'communicate', satisfiedBy: 'problemCommunicated' },
      { code: 'changeNotEvaluatedUnchanged', rule: 'report', satisfiedBy: 'changeEvaluated' },
    ]);
  });
  it('offers in the holder’s roles what they may sign, the rest from paper', () => {
    const file = s.fileAfter(...s.toReport);
    expect(find(file, 'reportRegistered', ['personnelOfficer'])).toMatchObject({
      ownCapacities: ['personnelOfficer'],
      obstacles: [],
      about: [file.state.report?.hash],
    });
    expect(find(file, 'reportRegistered')?.ownCapacities).toEqual([]);
  });
  it('leaves out what can never be done any more', () => {
    const closed = s.fileAfter(...s.toReport.slice(0, 1), {
      type: 'caseClosed',
      capacity: 'assessor',
      facts: ['other'],
    });
    expect(availableActs(closed.state, { roles: ['assessor'] }).map(({ type }) => type)).toEqual([
      'statusNotified',
      'employeeMistaken',
      'copyReleased',
      'copyAcknowledged',
      'responseGiven',
      'correctionRequested',
      'correctionAnswered',
      'postHandedOver',
      'actCorrected',
      'identityCorrected',
    ]);
  });
  it('says which choices of an act nothing lets anybody say', () => {
    const registered = s.fileAfter(...s.toReport, s.register);
    const decided = (answer: 'yes' | 'no') =>
      addAll(registered, [{ type: 'counsellingDecided', capacity: 'personnelHead', facts: [answer] }]);
    const past = ['counselled', 'followedUp'];
    expect(find(registered, 'statusNotified')?.notOffered).toEqual({ status: past });
    expect(find(decided('no'), 'statusNotified')?.notOffered).toEqual({ status: past });
    expect(find(decided('yes'), 'statusNotified')?.notOffered).toEqual({
      status: ['notCounselled', 'closed', ...past],
    });
    expect(find(decided('yes'), 'caseClosed')?.notOffered).toEqual({
      reason: ['behaviourChanged', 'notCounselled', 'concluded', 'employeeLeft', 'followedUp'],
    });
    expect(find(s.withResult('independent'), 'caseClosed')?.notOffered).toEqual({
      reason: ['behaviourChanged', 'notCounselled', 'employeeLeft', 'other', 'followedUp'],
    });
  });
  it('opens a file in the roles that may', () => {
    expect(openings(['counsellor', 'personnelHead'])).toMatchObject([
      { type: 'caseOpened', startsFrom: 'observation', ownCapacities: ['personnelHead'], obstacles: [] },
      { type: 'caseOpened', startsFrom: 'report', ownCapacities: ['personnelHead'], obstacles: [] },
      { type: 'caseOpened', startsFrom: 'assignment', ownCapacities: ['counsellor'], obstacles: [] },
    ]);
    for (const { ownCapacities } of openings(['employee'])) expect(ownCapacities).toEqual([]);
  });
});

describe('what is due', () => {
  it('follows the workflow to its end', () => {
    let file = s.fileAfter(...s.toReport.slice(0, 1));
    const due = [nextDue(file.state)];
    const rest = [
      ...s.toReport.slice(1),
      ...s.toAccepted('independent'),
      s.schedule,
      s.hold,
      s.signResult,
      s.receive('personnelHead'),
      s.decide('personnelHead'),
      { type: 'statusNotified', capacity: 'personnelHead', facts: ['concluded'] } as const,
    ];
    for (const step of rest) {
      file = addAll(file, [step]);
      due.push(nextDue(file.state));
    }
    expect(due).toEqual([
      'feedbackRecorded',
      'problemIdentified',
      'problemCommunicated',
      'changeEvaluated',
      'reportSubmitted',
      'reportRegistered',
      'counsellingDecided',
      'counsellorAssigned',
      'assignmentAnswered',
      'sessionScheduled',
      'sessionHeld',
      'resultSigned',
      'resultReceived',
      'followUpDecided',
      'statusNotified',
      'followUpProgressed',
    ]);
  });
  it('is nothing after the acts that end a file, alone', () => {
    const followed = addAll(s.withResult('independent'), [s.receive('personnelHead'), s.decide('personnelHead')]);
    const endings = [
      { type: 'caseClosed', capacity: 'personnelHead', facts: ['concluded'] },
      { type: 'employeeMistaken', capacity: 'personnelHead' },
    ] as const;
    for (const ending of endings) expect(nextDue(addAll(followed, [ending]).state)).toBeNull();
    expect(actTypes.filter(endsFile)).toEqual(endings.map(({ type }) => type));
    expect(nextDue(followed.state)).not.toBeNull();
  });
  it('waits for those who may author it', () => {
    const { state } = s.fileAfter(...s.toReport);
    expect(waitsFor(state, ['personnelOfficer'])).toBe(true);
    expect(waitsFor(state, ['assessor', 'counsellor'])).toBe(false);
  });
});

describe('the stepper', () => {
  const states = (file: ReturnType<typeof s.fileAfter>) => phaseStates(file.state).map(({ state }) => state);
  it('skips the stages that a file from paper never had', () => {
    expect(
      states(s.fileAfter({ type: 'caseOpened', capacity: 'personnelOfficer', facts: ['fromReport'] })).slice(0, 5),
    ).toEqual(['skipped', 'skipped', 'skipped', 'current', 'ahead']);
  });
  it('skips what lay ahead when a file closed early', () => {
    const file = s.fileAfter(
      ...s.toReport.slice(0, 4),
      { type: 'changeEvaluated', capacity: 'assessor', facts: ['changed'] },
      { type: 'caseClosed', capacity: 'assessor', facts: ['behaviourChanged'] },
    );
    expect(states(file)).toEqual([
      'done',
      'done',
      'done',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'current',
    ]);
  });
});
