import type { EvaluationView } from '@shared/contract/plan-evaluation.ts';
import { type PlanEvaluation, type PlanInput, type PlanLack, planLacks } from '@shared/domain/competence/plan.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { developmentPlans } from '../db/competence-schema.ts';
import { recordsErasedAt } from '../db/erased-files.ts';
import type { RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findListedPerson } from '../persons/person-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { competencesOf } from './competences.ts';
import { evaluationViews, latestEvaluation } from './evaluation-state.ts';
import { planAt } from './plan-rows.ts';
import { allOfPerson, findLearningRecord } from './record-rows.ts';

interface Place {
  readonly personId: string;
  readonly year: number;
}

interface OpenedPlan {
  readonly revision: number;
  readonly plan: PlanInput | null;
  /** As version 0.3 kept it: signed by nobody. */
  readonly evaluation: PlanEvaluation | null;
  /** The latest first. */
  readonly evaluations: EvaluationView[];
  readonly lacks: PlanLack[];
}

/** The annual plan of a person, its evaluations, and what is missing from gap to evaluation. */
export const planOf = (unlocked: Unlocked, place: Place): Result<OpenedPlan, AppError<'unknownPerson'>> => {
  const tx = unlocked.work.records;
  const competences = competencesOf(tx, place.personId);
  if (!competences.ok) return competences;
  const kept = planAt(tx, place);
  const { plan = null, evaluation = null, revision = 0 } = kept ?? {};
  const evaluations = evaluationViews(unlocked, place);
  const [latest] = evaluations;
  const counts = latest === undefined ? evaluation : (latest.record?.content ?? null);
  const isStanding = (id: string): boolean => findLearningRecord(tx, id)?.withdrawn === null;
  const lacks = planLacks(competences.value.gaps, plan, counts, isStanding);
  return ok({ revision, plan, evaluation, evaluations, lacks });
};

type PlanError = 'unknownPerson' | 'planChanged' | 'planEvaluated' | 'unknownLearningRecord' | 'learningYearErased';

interface Saving extends Place {
  readonly revision: number;
  readonly plan: PlanInput;
}

/**
 * Writes a plan in the caller's transaction; one that was evaluated is closed, and its records are the person's own.
 */
export const writePlan = (
  work: Workspace,
  tx: RecordsWriter,
  { revision, plan, ...place }: Saving,
): Result<{ revision: number }, AppError<PlanError>> => {
  if (findListedPerson(tx, place.personId) === undefined) return fail('unknownPerson');
  const year = String(place.year);
  if (recordsErasedAt(tx, 'learning', year) !== null) return fail('learningYearErased', { year });
  if (latestEvaluation(tx, place) !== null) return fail('planEvaluated');
  if ((planAt(tx, place)?.revision ?? 0) !== revision) return fail('planChanged');
  const linked = plan.items.flatMap(({ recordIds }) => recordIds);
  if (!allOfPerson(tx, place.personId, linked)) return fail('unknownLearningRecord');
  const values = { ...place, json: plan, revision: revision + 1, updatedAt: toIsoInstant(work.clock.now()) };
  tx.insert(developmentPlans)
    .values(values)
    .onConflictDoUpdate({ target: [developmentPlans.personId, developmentPlans.year], set: values })
    .run();
  appendAudit(work, tx, { kind: 'planSaved', subject: place.personId });
  return ok({ revision: revision + 1 });
};

/** Writes a plan as `writePlan` does, in a transaction of its own. */
export const savePlan = (
  work: Workspace,
  saving: Saving,
): Result<{ revision: number }, AppError<PlanError | StorageErrorCode>> =>
  transactRecords(work.records, (tx) => writePlan(work, tx, saving));
