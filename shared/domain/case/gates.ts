import type { ActType } from './act-type.ts';
import { type Gate, isOfV1 } from './definition.ts';
import { disputedActs, isAccepted, isReportPending, type Level, standingAssignment } from './state.ts';

/** Gate of a file that is there. */
const opened: Gate = {
  code: 'caseNotOpened',
  rule: 'open',
  satisfiedBy: 'caseOpened',
  holds: (state) => state.caseId !== null,
};

/** Gate of a file that is open. */
const notClosed: Gate = { code: 'caseIsClosed', rule: 'close', satisfiedBy: null, holds: (state) => !state.closed };

const notDeparted: Gate = {
  code: 'employeeHasLeft',
  rule: 'departed',
  satisfiedBy: 'caseClosed',
  holds: (state) => !state.departed,
};

/** Gate of a file that names the right employee: of another one nothing more is said. */
const notMistaken: Gate = {
  code: 'caseIsMistaken',
  rule: 'mistaken',
  satisfiedBy: null,
  holds: (state) => state.mistaken === null,
};

/** Nothing in effect that its named author denied; as far as everybody who has the act sees. */
const undisputed = (level: Level): Gate => ({
  code: 'paperDisputed',
  rule: 'answered',
  satisfiedBy: 'paperAnswered',
  evidence: level,
  asFarAsEvidence: true,
  holds: (state) => disputedActs(state).every((act) => (level === 0) !== (act.level === 0)),
});
const nothingDisputed: readonly Gate[] = [undisputed(0), undisputed(1)];

/** For answers to what was entered in one's name: possible on every file. */
export const onEveryFile: readonly Gate[] = [opened];
/** For acts that need no more than a file. */
export const onAnyFile: readonly Gate[] = [opened, notMistaken];
/** For acts on an open file, even after the employee left. */
export const onOpenFile: readonly Gate[] = [opened, notClosed, ...nothingDisputed];
/** For the work itself: the file is open and the employee is here. */
export const atWork: readonly Gate[] = [opened, notClosed, notDeparted, ...nothingDisputed];

/** The file begins early enough for this stage; a later start stands on papers instead (see `startingPoints`). */
export const startsBefore = (stage: 'observation' | 'assignment'): Gate => ({
  code: 'fileStartsLater',
  rule: 'startFromPaper',
  satisfiedBy: null,
  holds: ({ startsFrom }) => (stage === 'observation' ? startsFrom === 'observation' : startsFrom !== 'assignment'),
});

/** The personnel unit has no report under examination and has registered none. */
export const reportNotUnderWay: Gate = {
  code: 'reportUnderWay',
  rule: 'report',
  satisfiedBy: 'reportReturned',
  holds: (state) => state.report === null || state.report.state === 'returned',
};

/** The personnel unit has a report to examine. */
export const reportPending: Gate = {
  code: 'reportNotPending',
  rule: 'report',
  satisfiedBy: 'reportSubmitted',
  holds: isReportPending,
};

/** A counsellor is assigned, has not declined, and the assignment has not ended. */
export const assigned: Gate = {
  code: 'counsellorNotAssigned',
  rule: 'assign',
  satisfiedBy: 'counsellorAssigned',
  holds: (state) => standingAssignment(state) !== null,
};

/** The counsellor has accepted. */
export const accepted: Gate = {
  code: 'assignmentNotAccepted',
  rule: 'answer',
  satisfiedBy: 'assignmentAnswered',
  holds: isAccepted,
};

/** The result record is not signed yet. */
export const resultNotSigned: Gate = {
  code: 'resultAlreadySigned',
  rule: 'result',
  satisfiedBy: null,
  holds: (state) => state.result === null,
};

/** The session that the act is about is still planned. */
export const sessionPlanned: Gate = {
  code: 'sessionNotPlanned',
  rule: 'schedule',
  satisfiedBy: 'sessionScheduled',
  holds: (state, intent) =>
    state.sessions.some((session) => session.state === 'planned' && (intent.about ?? session.hash) === session.hash),
};

/** The same where it is only offered: what is said is not judged by what deeper acts tell. */
export const sessionPlannedBefore: Gate = {
  ...sessionPlanned,
  holds: (state, intent) => (intent.facts !== null && !isOfV1(intent)) || sessionPlanned.holds(state, intent),
};

/** Gates that close an act by a given reason. */
export const need = (
  code: string,
  rule: Gate['rule'],
  satisfiedBy: ActType | null,
  holds: Gate['holds'],
  evidence?: Gate['evidence'],
): Gate => (evidence === undefined ? { code, rule, satisfiedBy, holds } : { code, rule, satisfiedBy, holds, evidence });
