import type { CoachInput } from '../guidance/coach.ts';
import { coachGaps } from '../guidance/coach.ts';
import type { InstitutionLine } from './institution-plan.ts';
import type { PlanItem } from './plan.ts';

/** What is planned for a coach who lacks training (law: coachTraining); a coach may write it otherwise in the plan. */
export const coachTraining = { aim: 'Pelatihan coach', kind: 'technicalTraining' } as const;

/** True of a coach whose training is due: what coaching asks for is missing. */
export const needsTraining = (coach: CoachInput): boolean =>
  coachGaps(coach).some((gap) => gap === 'training' || gap === 'qualification');

/** True when training is in a plan of this year or of a later one: it is put into no second one. */
export const isTrainingPlanned = (planned: number | null, year: number): boolean => planned !== null && planned >= year;

/** An item for the coach's own plan. */
export const trainingItem = (itemId: string, quarter: number): PlanItem => ({
  itemId,
  competence: '',
  ...coachTraining,
  activity: '',
  quarter,
  plannedJp: 0,
  cost: null,
  recordIds: [],
});

/** Lines of the institution's plan with one more coach to be trained, whom it does not name. */
export const withTraining = (lines: readonly InstitutionLine[], lineId: string, quarter: number): InstitutionLine[] => {
  const { aim, kind } = coachTraining;
  const isIt = (line: InstitutionLine): boolean => line.activity === aim && line.kind === kind;
  return lines.some(isIt)
    ? lines.map((line) => (isIt(line) ? { ...line, people: line.people + 1 } : line))
    : [...lines, { lineId, activity: aim, kind, quarter, people: 1, plannedJp: 0, cost: null }];
};
