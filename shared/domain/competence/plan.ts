import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import { day, id, optionalLine, optionalText, requiredLine } from '../fields.ts';
import { type CompetenceGap, heldLevel, plainCompetence } from './gaps.ts';
import { learningKindNames } from './kinds.ts';
import { hundredths } from './learning-record.ts';

/** Most items of one plan. */
export const maxPlanItems = 100;
/** Most learning records that came of one item. */
export const maxItemRecords = 50;
/** Last quarter of a year; 1 is the first. */
export const lastQuarter = 4;
/** Whole rupiah: what something is planned to cost. */
export const rupiah = z.number().int().min(0).max(999_999_999_999);

/** One thing that is planned, against a gap or for a wish. */
const planItem = z.strictObject({
  itemId: id,
  /** Name of the competence; empty for a wish. */
  competence: optionalLine,
  aim: requiredLine,
  kind: z.enum(learningKindNames),
  activity: optionalLine,
  quarter: z.number().int().min(1).max(lastQuarter),
  plannedJp: hundredths,
  /** Null, as in plans before it was asked: nobody said. */
  cost: rupiah.nullable().default(null),
  /** Learning records that came of it. */
  recordIds: z.array(id).max(maxItemRecords),
});
export type PlanItem = z.output<typeof planItem>;

export const planInput = z
  .strictObject({ items: z.array(planItem).max(maxPlanItems), remark: optionalText })
  .refine(({ items }) => isUnique(items.map(({ itemId }) => itemId)));
export type PlanInput = z.output<typeof planInput>;

export const planOutcomes = ['met', 'partly', 'notMet'] as const;

/**
 * An evaluation as version 0.3 kept it: a name that was typed, signed by nobody. It is shown as that; one that is
 * signed may take its place (`evaluation.ts`).
 */
export const planEvaluation = z.strictObject({
  date: day,
  official: requiredLine,
  office: optionalLine,
  results: z.array(
    z.strictObject({
      itemId: id,
      outcome: z.enum(planOutcomes),
      /** Level that the competence reached; null: not a competence, or not assessed. */
      level: heldLevel.nullable(),
      remark: optionalText,
    }),
  ),
});
export type PlanEvaluation = z.output<typeof planEvaluation>;

export const planLackCodes = ['gapNotPlanned', 'itemWithoutRecord', 'notEvaluated'] as const;

/** What is still missing on the way from gap to evaluation; texts in i18n under `competence.planLacks.<code>`. */
export interface PlanLack {
  readonly code: (typeof planLackCodes)[number];
  readonly name: string;
}

/**
 * Names what is missing from gap to evaluation (law: developmentPlan), in that order; empty when the year is closed.
 * `isStanding` says of a learning record that it was not taken back: one that was is no result.
 */
export const planLacks = (
  gaps: readonly Pick<CompetenceGap, 'name'>[],
  plan: PlanInput | null,
  evaluation: { readonly results: readonly { readonly itemId: string }[] } | null,
  isStanding: (recordId: string) => boolean = () => true,
): PlanLack[] => {
  const items = plan?.items ?? [];
  const planned = new Set(items.map(({ competence }) => plainCompetence(competence)));
  const judged = new Set(evaluation?.results.map(({ itemId }) => itemId));
  return [
    ...gaps
      .filter(({ name }) => !planned.has(plainCompetence(name)))
      .map(({ name }) => ({ code: 'gapNotPlanned' as const, name })),
    ...items
      .filter(({ recordIds }) => !recordIds.some(isStanding))
      .map(({ aim }) => ({ code: 'itemWithoutRecord' as const, name: aim })),
    ...items
      .filter(({ itemId }) => !judged.has(itemId))
      .map(({ aim }) => ({ code: 'notEvaluated' as const, name: aim })),
  ];
};
