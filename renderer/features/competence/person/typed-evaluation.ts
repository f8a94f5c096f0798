import type { PlanEvaluation, PlanInput } from '@shared/domain/competence/plan.ts';
import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import { isIsoDate } from '@shared/kernel/date.ts';

/** What an item came to. */
export type Judged = PlanEvaluation['results'][number];

/** An evaluation while it is typed: an item has no outcome until somebody chooses one. */
export type TypedEvaluation = DraftContent<'planEvaluation'>;

/** What was typed, with exactly the items of the plan as it stands: one that was added is not judged yet. */
export const evaluationOf = (plan: Pick<PlanInput, 'items'>, typed: TypedEvaluation): TypedEvaluation => ({
  ...typed,
  results: plan.items.map(
    ({ itemId }) =>
      typed.results.find((result) => result.itemId === itemId) ?? { itemId, outcome: null, level: null, remark: '' },
  ),
});

/** The evaluation once every item is judged and the official and the day are named; null until then. */
export const readyEvaluation = ({ results, ...head }: TypedEvaluation): PlanEvaluation | null => {
  const judged = results.flatMap(({ outcome, ...rest }) => (outcome === null ? [] : [{ ...rest, outcome }]));
  const isNamed = head.official.trim() !== '' && isIsoDate(head.date);
  return isNamed && judged.length === results.length ? { ...head, results: judged } : null;
};
