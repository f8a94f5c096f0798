import type { EvaluationView } from '@shared/contract/plan-evaluation.ts';
import {
  blankInstitutionPlan,
  type InstitutionPlan,
  type PlannedSums,
  sumPlans,
} from '@shared/domain/competence/institution-plan.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { institutionPlans } from '../db/competence-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { evaluationViews, latestEvaluation } from './evaluation-state.ts';
import { institutionPlanAt, plansOfYear } from './plan-rows.ts';

/** What employees' plans of a year come to now. */
const sumsOf = (tx: RecordsReader, year: number): PlannedSums =>
  sumPlans(plansOfYear(tx, year).flatMap(({ personId, plan }) => plan.items.map((item) => ({ ...item, personId }))));

interface OpenedInstitutionPlan {
  readonly revision: number;
  readonly plan: InstitutionPlan | null;
  /** As they were when the plan was set; before that as they are. */
  readonly sums: PlannedSums;
  /** What employees' plans come to now, where the plan was set and they came to something else then; else null. */
  readonly since: PlannedSums | null;
  /** The latest first. */
  readonly evaluations: EvaluationView[];
}

/** The plan as it is stored, a blank one where there is none, with what employees' plans come to. */
export const storedInstitutionPlan = (
  tx: RecordsReader,
  year: number,
): { readonly plan: InstitutionPlan; readonly sums: PlannedSums } => {
  const kept = institutionPlanAt(tx, year);
  return { plan: kept?.plan ?? blankInstitutionPlan(), sums: kept?.counted ?? sumsOf(tx, year) };
};

/** The institution's plan of a year with what its employees plan, added up. */
export const institutionPlanOf = (unlocked: Unlocked, year: number): OpenedInstitutionPlan => {
  const tx = unlocked.work.records;
  const kept = institutionPlanAt(tx, year);
  const now = sumsOf(tx, year);
  const counted = kept?.counted ?? null;
  return {
    revision: kept?.revision ?? 0,
    plan: kept?.plan ?? null,
    sums: counted ?? now,
    since: counted === null || JSON.stringify(counted) === JSON.stringify(now) ? null : now,
    evaluations: evaluationViews(unlocked, { personId: null, year }),
  };
};

type SaveFault = 'planChanged' | 'planEvaluated' | 'institutionPlanSet';

interface Saving {
  readonly year: number;
  readonly revision: number;
  readonly plan: InstitutionPlan;
}

/**
 * Writes the institution's plan in the caller's transaction. Once it is set, what employees plan is kept as it came to
 * then, and nothing is changed until it is taken back to a draft or a proposal; evaluated, it is closed.
 */
export const writeInstitutionPlan = (
  work: Workspace,
  tx: RecordsWriter,
  { year, revision, plan }: Saving,
): Result<{ revision: number }, AppError<SaveFault>> => {
  if (latestEvaluation(tx, { personId: null, year }) !== null) return fail('planEvaluated');
  const present = institutionPlanAt(tx, year);
  if ((present?.revision ?? 0) !== revision) return fail('planChanged');
  if (present?.plan.state === 'set' && plan.state === 'set') return fail('institutionPlanSet');
  const values = {
    year,
    json: plan,
    counted: plan.state === 'set' ? sumsOf(tx, year) : null,
    revision: revision + 1,
    updatedAt: toIsoInstant(work.clock.now()),
  };
  tx.insert(institutionPlans).values(values).onConflictDoUpdate({ target: institutionPlans.year, set: values }).run();
  appendAudit(work, tx, { kind: 'institutionPlanSaved', subject: String(year) });
  return ok({ revision: revision + 1 });
};

/** Writes the institution's plan as `writeInstitutionPlan` does, in a transaction of its own. */
export const saveInstitutionPlan = (
  work: Workspace,
  saving: Saving,
): Result<{ revision: number }, AppError<SaveFault | StorageErrorCode>> =>
  transactRecords(work.records, (tx) => writeInstitutionPlan(work, tx, saving));
