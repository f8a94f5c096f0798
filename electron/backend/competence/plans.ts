import {
  type PlanEvaluation,
  type PlanInput,
  type PlanLack,
  planEvaluation,
  planInput,
  planLacks,
} from '@shared/domain/competence/plan.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { and, eq } from 'drizzle-orm';
import { developmentPlans } from '../db/competence-schema.ts';
import { recordsErasedAt } from '../db/erased-files.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findListedPerson } from '../persons/person-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { competencesOf } from './competences.ts';
import { allOfPerson, findLearningRecord } from './record-rows.ts';

interface Place {
  readonly personId: string;
  readonly year: number;
}

interface KeptPlan {
  readonly plan: PlanInput;
  readonly evaluation: PlanEvaluation | null;
  readonly revision: number;
}

const planAt = (tx: RecordsReader, { personId, year }: Place): KeptPlan | undefined => {
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

/** The annual plan of a person, its evaluation, and what is missing from gap to evaluation. */
export const planOf = (
  tx: RecordsReader,
  place: Place,
): Result<
  { revision: number; plan: PlanInput | null; evaluation: PlanEvaluation | null; lacks: PlanLack[] },
  AppError<'unknownPerson'>
> => {
  const competences = competencesOf(tx, place.personId);
  if (!competences.ok) return competences;
  const kept = planAt(tx, place);
  const { plan = null, evaluation = null, revision = 0 } = kept ?? {};
  const isStanding = (id: string): boolean => findLearningRecord(tx, id)?.withdrawn === null;
  return ok({ revision, plan, evaluation, lacks: planLacks(competences.value.gaps, plan, evaluation, isStanding) });
};

type PlanError = 'unknownPerson' | 'planChanged' | 'planEvaluated' | 'unknownLearningRecord' | 'learningYearErased';

/** Writes a plan; one that was evaluated is closed, and its records are the person's own. */
export const savePlan = (
  work: Workspace,
  { revision, plan, ...place }: Place & { readonly revision: number; readonly plan: PlanInput },
): Result<{ revision: number }, AppError<PlanError | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<{ revision: number }, AppError<PlanError>> => {
    if (findListedPerson(tx, place.personId) === undefined) return fail('unknownPerson');
    const year = String(place.year);
    if (recordsErasedAt(tx, 'learning', year) !== null) return fail('learningYearErased', { year });
    const present = planAt(tx, place);
    if (present !== undefined && present.evaluation !== null) return fail('planEvaluated');
    if ((present?.revision ?? 0) !== revision) return fail('planChanged');
    const linked = plan.items.flatMap(({ recordIds }) => recordIds);
    if (!allOfPerson(tx, place.personId, linked)) return fail('unknownLearningRecord');
    const values = { ...place, json: plan, revision: revision + 1, updatedAt: toIsoInstant(work.clock.now()) };
    tx.insert(developmentPlans)
      .values(values)
      .onConflictDoUpdate({ target: [developmentPlans.personId, developmentPlans.year], set: values })
      .run();
    appendAudit(work, tx, { kind: 'planSaved', subject: place.personId });
    return ok({ revision: revision + 1 });
  });

type EvaluateError = 'unknownPerson' | 'unknownPlan' | 'planChanged' | 'planEvaluated' | 'planItemsNotJudged';

/** Writes the evaluation of a plan as it was read: every item is judged, no other; the plan is closed by it. */
export const evaluatePlan = (
  work: Workspace,
  { revision, evaluation, ...place }: Place & { readonly revision: number; readonly evaluation: PlanEvaluation },
): Result<Record<string, never>, AppError<EvaluateError | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<Record<string, never>, AppError<EvaluateError>> => {
    if (findListedPerson(tx, place.personId) === undefined) return fail('unknownPerson');
    const present = planAt(tx, place);
    if (present === undefined) return fail('unknownPlan');
    if (present.evaluation !== null) return fail('planEvaluated');
    if (present.revision !== revision) return fail('planChanged');
    const judged = evaluation.results.map(({ itemId }) => itemId).sort();
    const items = present.plan.items.map(({ itemId }) => itemId).sort();
    if (judged.join() !== items.join()) return fail('planItemsNotJudged');
    tx.update(developmentPlans)
      .set({ evaluation, updatedAt: toIsoInstant(work.clock.now()) })
      .where(and(eq(developmentPlans.personId, place.personId), eq(developmentPlans.year, place.year)))
      .run();
    appendAudit(work, tx, { kind: 'planEvaluated', subject: place.personId });
    return ok({});
  });
