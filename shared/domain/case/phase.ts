import { type CaseState, isAccepted, type Phase, phases, standingAssignment } from './state.ts';

const tellsTheEnd = ({ notified }: CaseState): boolean =>
  notified.includes('concluded') || notified.includes('counselled');

const counsellingPhase = (state: CaseState): Phase | null => {
  if (state.followUp !== null || state.notified.includes('followedUp')) return 'followUp';
  if (state.receivedBy.length > 0 || tellsTheEnd(state)) return 'followUp';
  if (state.result !== null) return 'result';
  if (isAccepted(state)) return 'counselling';
  const assigning = standingAssignment(state) !== null || state.decision?.decision === 'yes';
  return assigning || state.startsFrom === 'assignment' ? 'assignment' : null;
};

const observationPhase = (state: CaseState): Phase => {
  if (state.report?.state === 'registered') return 'decision';
  if (state.report !== null || state.round.outcome === 'unchanged' || state.startsFrom === 'report') return 'report';
  if (state.round.communicated !== null) return 'evaluation';
  return state.round.identified === null ? 'observation' : 'communication';
};

/** The stage that a case reached, were it not closed. */
const reachedPhase = (state: CaseState): Phase => counsellingPhase(state) ?? observationPhase(state);

/** The stage of a case (law: phases). */
export const phaseOf = (state: CaseState): Phase => (state.closed ? 'closed' : reachedPhase(state));

export type PhaseState = 'done' | 'current' | 'ahead' | 'skipped';

const firstPhase = { observation: 'observation', report: 'report', assignment: 'assignment' } as const;

const placeOf = (state: CaseState, index: number): PhaseState => {
  const reached = phases.indexOf(reachedPhase(state));
  if (index < phases.indexOf(firstPhase[state.startsFrom])) return 'skipped';
  if (state.closed) return index <= reached ? 'done' : phases[index] === 'closed' ? 'current' : 'skipped';
  if (index === reached) return 'current';
  return index < reached ? 'done' : 'ahead';
};

/** All stages with their state, for the stepper. Stages that the file never went through are skipped. */
export const phaseStates = (state: CaseState): { phase: Phase; state: PhaseState }[] =>
  phases.map((phase, index) => ({ phase, state: placeOf(state, index) }));
