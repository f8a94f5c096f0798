import {
  type InstitutionPlan,
  institutionPlan,
  type PlannedSums,
  plannedSums,
} from '@shared/domain/competence/institution-plan.ts';
import { type PlanEvaluation, type PlanInput, planEvaluation, planInput } from '@shared/domain/competence/plan.ts';
import { and, eq } from 'drizzle-orm';
import { developmentPlans, institutionPlans } from '../db/competence-schema.ts';
import type { RecordsReader } from '../db/handles.ts';

/** A plan of a person as it is kept, with the evaluation that version 0.3 kept beside it. */
export interface KeptPlan {
  readonly plan: PlanInput;
  readonly evaluation: PlanEvaluation | null;
  readonly revision: number;
}

/** The plan of a person and year. */
export const planAt = (
  tx: RecordsReader,
  { personId, year }: { readonly personId: string; readonly year: number },
): KeptPlan | undefined => {
  const row = tx
    .select()
    .from(developmentPlans)
    .where(and(eq(developmentPlans.personId, personId), eq(developmentPlans.year, year)))
    .get();
  return (
    row && {
      plan: planInput.parse(row.json),
      evaluation: row.evaluation === null ? null : planEvaluation.parse(row.evaluation),
      revision: row.revision,
    }
  );
};

/** All plans of a year, by person. */
export const plansOfYear = (tx: RecordsReader, year: number): { readonly personId: string; plan: PlanInput }[] =>
  tx
    .select()
    .from(developmentPlans)
    .where(eq(developmentPlans.year, year))
    .all()
    .map(({ personId, json }) => ({ personId, plan: planInput.parse(json) }));

/** The institution's plan as it is kept. */
export interface KeptInstitutionPlan {
  readonly plan: InstitutionPlan;
  /** What employees' plans came to when it was set; null: it is not. */
  readonly counted: PlannedSums | null;
  readonly revision: number;
}

/** The institution's plan of a year. */
export const institutionPlanAt = (tx: RecordsReader, year: number): KeptInstitutionPlan | undefined => {
  const row = tx.select().from(institutionPlans).where(eq(institutionPlans.year, year)).get();
  return (
    row && {
      plan: institutionPlan.parse(row.json),
      counted: row.counted === null ? null : plannedSums.parse(row.counted),
      revision: row.revision,
    }
  );
};
