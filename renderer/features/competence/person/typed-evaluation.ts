import type { PlanEvaluation } from '@shared/domain/competence/plan.ts';
import { isIsoDate } from '@shared/kernel/date.ts';

/** What an item came to. */
export type Judged = PlanEvaluation['results'][number];

/** An evaluation while it is typed: an item has no outcome until somebody chooses one. */
export interface TypedEvaluation extends Omit<PlanEvaluation, 'results'> {
  readonly results: readonly (Omit<Judged, 'outcome'> & { readonly outcome: Judged['outcome'] | null })[];
}

/** The evaluation once every item is judged and the official and the day are named; null until then. */
export const readyEvaluation = ({ results, ...head }: TypedEvaluation): PlanEvaluation | null => {
  const judged = results.flatMap(({ outcome, ...rest }) => (outcome === null ? [] : [{ ...rest, outcome }]));
  const isNamed = head.official.trim() !== '' && isIsoDate(head.date);
  return isNamed && judged.length === results.length ? { ...head, results: judged } : null;
};
