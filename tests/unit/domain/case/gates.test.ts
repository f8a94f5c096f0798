import { foldCase } from '@shared/domain/case/fold.ts';
import { type ActHeader, actHeaderSchema } from '@shared/domain/case/header.ts';
import { judgeHeader } from '@shared/domain/case/judge-header.ts';
import { deliveries } from '@shared/domain/case/routes.ts';
import type { CaseState, NamedHeader } from '@shared/domain/case/state.ts';
import { describe, expect, it } from 'vitest';
import { addAll, type CaseFile, draftOf, emptyFile, put, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

type Made = Step | ((state: CaseState) => Step);
type Row = readonly [name: string, before: CaseFile, step: Made, code: string];

const by = (capacity: Step['capacity'], type: Step['type'], ...facts: string[]): Step => ({ type, capacity, facts });
const assessor = (type: Step['type'], ...facts: string[]): Step => by('assessor', type, ...facts);
const toReport = (count: number) => s.fileAfter(...s.toReport.slice(0, count));
const opened = toReport(1);
const identified = toReport(3);
const communicated = toReport(4);
const unchanged = toReport(5);
const reported = toReport(6);
const changed = addAll(communicated, [assessor('changeEvaluated', 'changed')]);
const registered = addAll(reported, [s.register]);
const decidedYes = addAll(registered, [by('personnelHead', 'counsellingDecided', 'yes')]);
const decidedNo = addAll(registered, [by('personnelHead', 'counsellingDecided', 'no')]);
const independent = by('personnelHead', 'counsellorAssigned', 'independent');
const assigned = addAll(decidedYes, [independent]);
const planned = addAll(assigned, [s.schedule]);
const declined = addAll(planned, [s.decline]);
const accepted = addAll(assigned, [s.accept]);
const scheduled = addAll(accepted, [s.schedule]);
const held = addAll(scheduled, [s.hold]);
const result = addAll(held, [s.signResult]);
const received = addAll(result, [s.receive('personnelHead')]);
const followed = addAll(received, [s.decide('personnelHead')]);
const closed = addAll(followed, [by('personnelOfficer', 'caseClosed', 'concluded')]);
const told = addAll(result, [by('counsellor', 'statusNotified', 'concluded')]);
const ofV1 = (type: Step['type'], ...facts: string[]): Step => ({
  ...by('counsellor', type, ...facts),
  format: 'bilik/act/v1',
});
const left = addAll(opened, [assessor('employeeLeft', 'moved')]);
const fromReport = s.fileAfter(by('personnelOfficer', 'caseOpened', 'fromReport'));
const fromAssignment = s.fileAfter(by('counsellor', 'caseOpened', 'fromAssignment'));
const session =
  (type: Step['type']) =>
  (state: CaseState): Step => ({ type, capacity: 'counsellor', about: state.sessions[0]?.hash ?? null });

const rows: readonly Row[] = [
  ['nothing before the opening', emptyFile, assessor('feedbackRecorded'), 'caseNotOpened'],
  ['no second opening', opened, assessor('caseOpened'), 'caseAlreadyOpened'],
  ['one starting point', emptyFile, by('counsellor', 'caseOpened', 'fromAssignment', 'fromReport'), 'startAmbiguous'],
  [
    'no start from a report in the name of the personnel unit',
    emptyFile,
    { ...by('personnelOfficer', 'caseOpened', 'fromReport'), origin: 'paper' },
    'startNotByHolder',
  ],
  [
    'no start from an assignment in the name of a counsellor',
    emptyFile,
    { ...by('counsellor', 'caseOpened', 'fromAssignment'), origin: 'paper' },
    'startNotByHolder',
  ],
  ['no second identification', identified, assessor('problemIdentified'), 'problemAlreadyIdentified'],
  [
    'no identification while a report is examined',
    addAll(reported, []),
    assessor('problemIdentified'),
    'problemAlreadyIdentified',
  ],
  ['no communication without identification', opened, assessor('problemCommunicated'), 'problemNotIdentified'],
  ['no communication while a report is examined', reported, assessor('problemCommunicated'), 'reportUnderWay'],
  [
    'no evaluation without communication',
    identified,
    assessor('changeEvaluated', 'unchanged'),
    'problemNotCommunicated',
  ],
  ['no second evaluation of the same', unchanged, assessor('changeEvaluated', 'unchanged'), 'alreadyEvaluated'],
  ['no evaluation while a report is examined', reported, assessor('changeEvaluated', 'changed'), 'reportUnderWay'],
  [
    'no report without feedback evidence',
    s.fileAfter(s.toReport[0] as Step, ...s.toReport.slice(2, 5)),
    assessor('reportSubmitted'),
    'feedbackEvidenceMissing',
  ],
  [
    'no report without any feedback, whatever is attached',
    s.fileAfter(s.toReport[0] as Step, ...s.toReport.slice(2, 5)),
    assessor('reportSubmitted', 'withEvidence'),
    'feedbackEvidenceMissing',
  ],
  ['no report without communication', identified, assessor('reportSubmitted'), 'problemNotCommunicated'],
  ['no report without evaluation', communicated, assessor('reportSubmitted'), 'changeNotEvaluatedUnchanged'],
  ['no report where behaviour changed', changed, assessor('reportSubmitted'), 'changeNotEvaluatedUnchanged'],
  ['no communication where behaviour changed', changed, assessor('problemCommunicated'), 'behaviourAlreadyChanged'],
  ['no second report while one is examined', reported, assessor('reportSubmitted'), 'reportUnderWay'],
  [
    'a report that starts a file is on paper',
    fromReport,
    assessor('reportSubmitted', 'withEvidence'),
    'reportMustBePaper',
  ],
  [
    'a report on paper has its evidence',
    fromReport,
    { ...assessor('reportSubmitted'), origin: 'paper' },
    'feedbackEvidenceMissing',
  ],
  ['no observation in a file from paper', fromReport, assessor('problemIdentified'), 'fileStartsLater'],
  ['no communication in a file from paper', fromReport, assessor('problemCommunicated'), 'fileStartsLater'],
  ['no evaluation in a file from paper', fromReport, assessor('changeEvaluated', 'changed'), 'fileStartsLater'],
  [
    'no report in a file from an assignment',
    fromAssignment,
    assessor('reportSubmitted', 'withEvidence'),
    'fileStartsLater',
  ],
  [
    'no decision in a file from an assignment',
    fromAssignment,
    by('personnelHead', 'counsellingDecided', 'yes'),
    'fileStartsLater',
  ],
  ['an assignment that starts a file is on paper', fromAssignment, independent, 'assignmentMustBePaper'],
  ['a return needs its report', opened, by('personnelHead', 'reportReturned'), 'aboutMissing'],
  ['a report is registered once', registered, s.register, 'reportNotPending'],
  ['a registered report is not returned', registered, s.sendBack, 'reportNotPending'],
  [
    'no decision before registration',
    reported,
    by('personnelHead', 'counsellingDecided', 'yes'),
    'reportNotRegistered',
  ],
  ['no second decision', decidedNo, by('personnelHead', 'counsellingDecided', 'yes'), 'alreadyDecided'],
  ['no counsellor before the decision', registered, independent, 'counsellingNotDecided'],
  ['no counsellor after no', decidedNo, independent, 'counsellingNotDecided'],
  ['no second counsellor', assigned, independent, 'counsellorAlreadyAssigned'],
  [
    'a trained assessor proves the training',
    decidedYes,
    by('personnelHead', 'counsellorAssigned', 'trainedAssessor'),
    'trainingProofMissing',
  ],
  ['an assignment is answered once', accepted, s.decline, 'alreadyAnswered'],
  ['no schedule before the assignment', decidedYes, s.schedule, 'counsellorNotAssigned'],
  ['no schedule for a counsellor who declined', declined, s.schedule, 'counsellorNotAssigned'],
  ['no session before acceptance', planned, session('sessionHeld'), 'assignmentNotAccepted'],
  ['no absence before acceptance', planned, session('sessionMissed'), 'assignmentNotAccepted'],
  ['no later schedule before acceptance', planned, by('counsellor', 'sessionScheduled'), 'assignmentNotAccepted'],
  ['no new time by the counsellor before accepting', planned, session('sessionRescheduled'), 'capacityNotAllowed'],
  ['no consent before acceptance', assigned, by('counsellor', 'consentRecorded', 'given'), 'assignmentNotAccepted'],
  ['no referral before acceptance', assigned, by('counsellor', 'referralRecorded', 'doctor'), 'assignmentNotAccepted'],
  ['a session is held once', held, session('sessionHeld'), 'sessionNotPlanned'],
  ['a session that was held is not missed', held, session('sessionMissed'), 'sessionNotPlanned'],
  ['no ended result in v1 without an ending', held, ofV1('resultSigned', 'ended'), 'nothingEnded'],
  ['no completed result in v1 without a session', scheduled, ofV1('resultSigned', 'completed'), 'sessionNotHeld'],
  ['no outcome in a header', held, by('counsellor', 'resultSigned', 'completed'), 'factsNotInTable'],
  ['no second result', result, s.signResult, 'resultAlreadySigned'],
  ['no session after the result', result, by('counsellor', 'sessionScheduled'), 'resultAlreadySigned'],
  ['a receipt needs a result', held, s.receive('personnelHead'), 'aboutMissing'],
  ['no follow-up before the result', held, s.decide('personnelHead'), 'resultNotSigned'],
  ['no second follow-up decision', followed, s.decide('personnelHead'), 'followUpAlreadyDecided'],
  [
    'the author is among those who decide',
    received,
    { ...s.decide('authorisedOfficial'), capacity: 'personnelHead' },
    'authorNotDecider',
  ],
  ['no progress of an unknown item', followed, s.progress('C', 'done'), 'followUpItemUnknown'],
  [
    'no progress of a settled item',
    addAll(followed, [s.progress('A', 'done')]),
    s.progress('A', 'ongoing'),
    'followUpItemSettled',
  ],
  ['no status before a report', opened, by('personnelOfficer', 'statusNotified', 'closed'), 'notReported'],
  [
    'no status that the file does not bear out',
    held,
    by('counsellor', 'statusNotified', 'concluded'),
    'statusUnfounded',
  ],
  ...(['notCounselled', 'closed', 'counselled', 'followedUp'] as const).flatMap((status): Row[] => [
    [
      `no status ${status} after a positive decision`,
      told,
      by('counsellor', 'statusNotified', status),
      'statusTellsOutcome',
    ],
    [
      `nor for a file that is closed`,
      closed,
      { ...by('personnelHead', 'statusNotified', status), origin: 'paper' },
      'statusTellsOutcome',
    ],
  ]),
  ['no status of v1 without a result', held, ofV1('statusNotified', 'counselled'), 'statusUnfounded'],
  [
    'nobody was counselled where every session was missed, in v1',
    addAll(scheduled, [s.miss, ofV1('resultSigned', 'ended')]),
    ofV1('statusNotified', 'counselled'),
    'statusUnfounded',
  ],
  ['no status in v1 that v1 has not', result, ofV1('statusNotified', 'concluded'), 'statusUnfounded'],
  [
    'not closed as not counselled after a positive decision',
    told,
    by('personnelHead', 'caseClosed', 'notCounselled'),
    'closingReasonUnfounded',
  ],
  ['not closed as followed up', followed, by('personnelHead', 'caseClosed', 'followedUp'), 'closingReasonUnfounded'],
  [
    'not closed by the officer before those decided who may',
    told,
    by('personnelOfficer', 'caseClosed', 'concluded'),
    'closingNotDecided',
  ],
  [
    'not closed as changed before it changed',
    unchanged,
    assessor('caseClosed', 'behaviourChanged'),
    'closingReasonUnfounded',
  ],
  [
    'not closed as concluded before that',
    held,
    by('personnelHead', 'caseClosed', 'concluded'),
    'closingReasonUnfounded',
  ],
  ['not closed as left before that', opened, assessor('caseClosed', 'employeeLeft'), 'closingReasonUnfounded'],
  [
    'not closed for something else where the employee left',
    left,
    assessor('caseClosed', 'other'),
    'closingReasonUnfounded',
  ],
  ['no feedback after closing', closed, assessor('feedbackRecorded'), 'caseIsClosed'],
  ['no relapse of a case that went further', closed, assessor('problemIdentified'), 'caseIsClosed'],
  ['no feedback after the employee left', left, assessor('feedbackRecorded'), 'employeeHasLeft'],
  [
    'no copy without an original',
    opened,
    (state) => ({ ...assessor('copyReleased'), about: state.acts[0]?.hash ?? null }),
    'aboutUnknown',
  ],
  [
    'no copy of what one does not hold',
    result,
    (state) => ({ ...assessor('copyReleased'), about: state.result?.hash ?? null }),
    'copyNotHeld',
  ],
  [
    'no correction by another role',
    reported,
    (state) => ({ ...by('personnelHead', 'actCorrected'), about: state.report?.hash ?? null }),
    'correctedByOther',
  ],
  ['no fact outside of the list', opened, assessor('feedbackRecorded', 'yes'), 'factsNotInTable'],
  ['no two outcomes', communicated, assessor('changeEvaluated', 'changed', 'unchanged'), 'factsNotInTable'],
  ['no outcome at all', communicated, assessor('changeEvaluated'), 'factsNotInTable'],
  [
    'about nothing where nothing is asked',
    opened,
    (state) => ({ ...assessor('feedbackRecorded'), about: state.acts[0]?.hash ?? null }),
    'aboutUnexpected',
  ],
];

describe('every gate refuses with its code', () => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_name, [, file, step, code]) => {
    const draft = draftOf(typeof step === 'function' ? step(file.state) : step);
    expect(judgeHeader(file.state, draft)[0]?.code).toBe(code);
  });
});

describe('about an act that has been overtaken', () => {
  it('is refused: the report that was returned is not registered when a new one came', () => {
    const file = addAll(reported, [s.sendBack, assessor('reportSubmitted')]);
    const first = file.state.acts.find(({ type }) => type === 'reportSubmitted')?.hash ?? null;
    const step = draftOf({ ...by('personnelOfficer', 'reportRegistered'), about: first });
    expect(judgeHeader(file.state, step).map(({ code }) => code)).toEqual(['aboutNotPossible']);
  });
});

describe('what is possible', () => {
  it('a returned report is completed and submitted again', () => {
    expect(addAll(reported, [s.sendBack, assessor('reportSubmitted'), s.register]).state.phase).toBe('decision');
  });
  it('a declined assignment is followed by another', () => {
    const file = addAll(assigned, [s.decline, by('authorisedOfficial', 'counsellorAssigned', 'counsellingOfficial')]);
    expect(file.state.assignment).toMatchObject({
      kind: 'counsellingOfficial',
      by: 'authorisedOfficial',
      answer: null,
    });
  });
  it('the first schedule goes with the assignment, and counts once the counsellor accepts', () => {
    expect(addAll(planned, [s.accept, s.hold]).state.sessions).toMatchObject([{ state: 'held' }]);
  });
  it('a declined assignment voids its planned sessions; the next counsellor gets a first schedule anew', () => {
    expect(declined.state.sessions).toEqual([]);
    const again = addAll(declined, [independent, s.schedule, s.accept]);
    expect(again.state.sessions).toHaveLength(1);
  });
  it('changed behaviour closes the file, a relapse opens a new round', () => {
    const file = addAll(changed, [assessor('caseClosed', 'behaviourChanged'), assessor('problemIdentified')]);
    expect(file.state).toMatchObject({ closed: false, phase: 'communication', round: { outcome: null } });
  });
  it('consent is no gate', () => {
    expect(
      addAll(accepted, [by('counsellor', 'consentRecorded', 'refused'), s.schedule, s.hold, s.signResult]).state.phase,
    ).toBe('result');
  });
  it('a session of v1 reaches who saw it in 0.3, also as a folded act', () => {
    const old = held.acts.map((act, at, all): NamedHeader => {
      const header = { ...act.header, format: 'bilik/act/v1' } as ActHeader;
      return at < all.length - 1 ? act : { hash: act.hash, header };
    });
    const state = foldCase(old);
    const act = state.acts.at(-1) ?? expect.fail('no act');
    expect(deliveries(act, state)).toMatchObject({ personnelHead: 'header', counsellor: 'all', assessor: 'nothing' });
    const now = held.state.acts.at(-1) ?? expect.fail('no act');
    expect(deliveries(now, held.state)).toMatchObject({ personnelHead: 'nothing', counsellor: 'all' });
  });
  it('what is done without knowing that the file names the wrong person is not undone by that', () => {
    const mistaken = put(decidedYes, assessor('employeeMistaken'), { salt: 'beside', seen: opened.state });
    expect(mistaken.state).toMatchObject({ mistaken: null, decision: { decision: 'yes' } });
    expect(mistaken.state.refused.map(({ code }) => code)).toEqual(['capacityNotAllowed']);
    // Nor does it come in the format of before, which has no such act.
    const newer = ['scope', 'enteredAs', 'namedKey', 'statedOn', 'deeper'];
    const kept = Object.entries(mistaken.acts.at(-1)?.header ?? {}).filter(([name]) => !newer.includes(name));
    const old = { ...Object.fromEntries(kept), format: 'bilik/act/v1' };
    expect(actHeaderSchema.safeParse(old).success).toBe(false);
    expect(actHeaderSchema.safeParse({ ...old, type: 'caseClosed' }).success).toBe(true);
  });
  it('a session that was held stands where the unit moves it, which cannot know that', () => {
    const moved = addAll(held, [{ ...session('sessionRescheduled')(held.state), capacity: 'personnelHead' }]);
    expect(moved.state.refused).toEqual([]);
    expect(moved.state.sessions).toEqual(held.state.sessions);
  });
  it('missed sessions end in a result; of v1 its header says so', () => {
    const file = addAll(scheduled, [s.miss, ofV1('resultSigned', 'ended')]);
    expect(file.state.result?.outcome).toBe('ended');
    expect(addAll(scheduled, [s.miss, s.signResult]).state.result?.outcome).toBeNull();
  });
  it('an assessor alone learns the status on paper and the file closes', () => {
    const file = addAll(reported, [
      { ...by('personnelOfficer', 'statusNotified', 'concluded'), origin: 'paper' },
      { ...by('personnelHead', 'caseClosed', 'concluded'), origin: 'paper' },
    ]);
    expect(file.state.closedReason).toBe('concluded');
  });
  it('a counsellor alone starts from the assignment on paper', () => {
    const file = addAll(fromAssignment, [
      { ...independent, origin: 'paper' },
      s.accept,
      s.schedule,
      s.hold,
      s.signResult,
    ]);
    expect(file.state.phase).toBe('result');
  });
  it('a personnel unit starts from the report on paper', () => {
    const file = addAll(fromReport, [{ ...assessor('reportSubmitted', 'withEvidence'), origin: 'paper' }, s.register]);
    expect(file.state.phase).toBe('decision');
  });
});
