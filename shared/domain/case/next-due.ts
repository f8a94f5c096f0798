import type { Role } from '../identity/person.ts';
import { rowOf } from './act-table.ts';
import type { ActType } from './act-type.ts';
import { awaitedDeciders, type CaseState, isReportPending, type Phase, standingAssignment } from './state.ts';

const dueInReport = (state: CaseState): ActType => {
  if (isReportPending(state)) return 'reportRegistered';
  return state.startsFrom === 'observation' && state.feedback.count === 0 ? 'feedbackRecorded' : 'reportSubmitted';
};

const dueInCounselling = ({ sessions, consent }: CaseState): ActType => {
  if (consent === 'refused') return 'resultSigned';
  if (sessions.length === 0) return 'sessionScheduled';
  return sessions.some((session) => session.state === 'planned') ? 'sessionHeld' : 'resultSigned';
};

/** Who waits for the status learns it as soon as the follow-up is decided; how that goes on may take months. */
const dueInFollowUp = ({ followUp, notified, result }: CaseState): ActType => {
  if (notified.includes('followedUp')) return 'caseClosed';
  if (followUp === null && result !== null) return 'followUpDecided';
  if (!notified.includes('concluded')) return 'statusNotified';
  const settled = Object.values(followUp?.progress ?? {}).filter((state) => state !== 'ongoing').length;
  return settled < (followUp?.count ?? 0) ? 'followUpProgressed' : 'caseClosed';
};

const dueIn: Readonly<Record<Phase, (state: CaseState) => ActType | null>> = {
  observation: (state) => (state.feedback.count === 0 ? 'feedbackRecorded' : 'problemIdentified'),
  communication: () => 'problemCommunicated',
  evaluation: (state) => (state.round.outcome === 'changed' ? 'caseClosed' : 'changeEvaluated'),
  report: dueInReport,
  decision: (state) => (state.decision === null ? 'counsellingDecided' : 'caseClosed'),
  assignment: (state) => (standingAssignment(state) === null ? 'counsellorAssigned' : 'assignmentAnswered'),
  counselling: dueInCounselling,
  result: () => 'resultReceived',
  followUp: dueInFollowUp,
  closed: () => null,
};

/**
 * The act that the workflow waits for; null when it waits for none. `roles`: of who asks; whoever is named as deciding
 * the follow-up too is waited for first.
 */
export const nextDue = (state: CaseState, roles: readonly Role[] = []): ActType | null => {
  if (state.caseId === null) return 'caseOpened';
  if (state.departed && !state.closed) return 'caseClosed';
  const isAwaited = !state.closed && awaitedDeciders(state).some((role) => roles.includes(role));
  if (isAwaited) return 'followUpJoined';
  return dueIn[state.phase](state);
};

/** True for an act after which nothing is due in a file. */
export const endsFile = (type: ActType): boolean => type === 'caseClosed' || type === 'employeeMistaken';

/** True when somebody of these roles may author what is due. */
export const waitsFor = (state: CaseState, roles: readonly Role[]): boolean => {
  const due = nextDue(state, roles);
  return (
    due !== null &&
    rowOf(due)
      .capacities(state, null)
      .some((role) => roles.includes(role))
  );
};
