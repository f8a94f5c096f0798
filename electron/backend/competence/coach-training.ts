import {
  isTrainingPlanned,
  needsTraining,
  trainingItem,
  withTraining,
} from '@shared/domain/competence/coach-training.ts';
import { blankInstitutionPlan } from '@shared/domain/competence/institution-plan.ts';
import { lastQuarter, maxPlanItems, type PlanInput } from '@shared/domain/competence/plan.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findCoach, type ListedCoach, setTrainingPlanned } from '../guidance/coaches.ts';
import { listPersons, toPerson } from '../persons/person-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { todayOf } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { latestEvaluation } from './evaluation-state.ts';
import { writeInstitutionPlan } from './institution-plan.ts';
import { institutionPlanAt, planAt } from './plan-rows.ts';
import { writePlan } from './plans.ts';

/**
 * The coach's own plan of the year, while it may be written; null: there is none, it is closed, or several may be the
 * coach.
 */
const ownPlan = (tx: RecordsWriter, { person }: ListedCoach, year: number) => {
  const alike = listPersons(tx, false).filter((row) => samePerson(toPerson(row), person));
  const found = alike.length === 1 ? alike[0] : undefined;
  const kept = found && planAt(tx, { personId: found.id, year });
  if (found === undefined || kept === undefined) return null;
  if (latestEvaluation(tx, { personId: found.id, year }) !== null) return null;
  return kept.plan.items.length < maxPlanItems ? { personId: found.id, ...kept } : null;
};

type Fault = 'unknownCoach' | 'coachTrained' | 'trainingPlanned' | 'planEvaluated' | 'institutionPlanSet' | 'planFull';
type Planned = { into: 'employee' | 'institution' };

/** Quarter in which it is planned: the present one in the present year, the first one in a later year. */
const quarterOf = (work: Workspace, year: number): number => {
  const [present = '', month = ''] = todayOf({ work }).split('-');
  return Number(present) === year ? Math.min(lastQuarter, Math.ceil(Number(month) / 3)) : 1;
};

/**
 * Plans the training of a coach who lacks it (law: coachTraining): in the coach's own plan of the year, or in the
 * institution's, unnamed, where the coach has none that is open.
 */
export const planCoachTraining = (
  work: Workspace,
  { coachId, year }: { readonly coachId: string; readonly year: number },
): Result<Planned, AppError<Fault | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<Planned, AppError<Fault>> => {
    const coach = findCoach(tx, coachId);
    if (coach === undefined) return fail('unknownCoach');
    if (!needsTraining(coach)) return fail('coachTrained');
    if (isTrainingPlanned(coach.trainingPlanned, year)) return fail('trainingPlanned');
    const written = writeTraining(work, tx, coach, year);
    if (!written.ok) return written;
    setTrainingPlanned(tx, coachId, year);
    appendAudit(work, tx, { kind: 'coachTrainingPlanned', subject: coachId });
    return written;
  });

const writeTraining = (
  work: Workspace,
  tx: RecordsWriter,
  coach: ListedCoach,
  year: number,
): Result<Planned, AppError<Exclude<Fault, 'unknownCoach' | 'coachTrained' | 'trainingPlanned'>>> => {
  const [id, quarter] = [randomId(work.random), quarterOf(work, year)];
  const own = ownPlan(tx, coach, year);
  if (own !== null) {
    const { personId, revision } = own;
    const plan: PlanInput = { ...own.plan, items: [...own.plan.items, trainingItem(id, quarter)] };
    // It is open and its year is here: `ownPlan` and the plan itself say so.
    return writePlan(work, tx, { personId, year, revision, plan }).ok
      ? ok({ into: 'employee' })
      : fail('planEvaluated');
  }
  const kept = institutionPlanAt(tx, year);
  const plan = kept?.plan ?? blankInstitutionPlan();
  if (plan.state === 'set') return fail('institutionPlanSet');
  const lines = withTraining(plan.lines, id, quarter);
  if (lines.length > maxPlanItems) return fail('planFull');
  const saved = writeInstitutionPlan(work, tx, { year, revision: kept?.revision ?? 0, plan: { ...plan, lines } });
  if (saved.ok) return ok({ into: 'institution' });
  return saved.error.code === 'planChanged' ? fail('planEvaluated') : fail(saved.error.code);
};
