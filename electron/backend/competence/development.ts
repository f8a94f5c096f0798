import {
  type CompetenceGap,
  gapsOf,
  type PresentCompetences,
  presentCompetences,
  type StandardInput,
  standardInput,
} from '@shared/domain/competence/gaps.ts';
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
import { and, asc, eq, sql } from 'drizzle-orm';
import { appendAudit } from '../audit/audit-chain.ts';
import { randomId } from '../crypto/random.ts';
import { competenceStandards, developmentPlans, presentCompetencesTable } from '../db/competence-schema.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { type RecordsTx, transactRecords } from '../db/transact.ts';
import { findPerson } from '../persons/person-rows.ts';
import type { Workspace } from '../workspace.ts';
import { allOfPerson, findLearningRecord } from './record-rows.ts';

type Nothing = Record<string, never>;
/** A standard with its place in the vault. */
export type KeptStandard = StandardInput & { readonly standardId: string; readonly revision: number };

/** All standards, by position. */
export const listStandards = (tx: RecordsTx): KeptStandard[] =>
  tx
    .select()
    .from(competenceStandards)
    .orderBy(asc(competenceStandards.position))
    .all()
    .map(({ id, json, revision }) => ({ ...standardInput.parse(json), standardId: id, revision }));

const standardFor = (tx: RecordsTx, position: string): StandardInput | null => {
  const row = tx
    .select()
    .from(competenceStandards)
    .where(sql`${competenceStandards.position} = ${position} COLLATE NOCASE`)
    .get();
  return row === undefined ? null : standardInput.parse(row.json);
};

type StandardError = 'unknownStandard' | 'standardChanged' | 'positionHasStandard';

/** Adds a standard or changes one; a position has one. */
export const saveStandard = (
  work: Workspace,
  {
    standardId,
    revision,
    standard,
  }: { readonly standardId: string | null; readonly revision: number; readonly standard: StandardInput },
): Result<{ standardId: string }, AppError<StandardError | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<{ standardId: string }, AppError<StandardError>> => {
    const all = listStandards(tx);
    const present = all.find((known) => known.standardId === standardId);
    if (standardId !== null && present === undefined) return fail('unknownStandard');
    if (present !== undefined && present.revision !== revision) return fail('standardChanged');
    const same = (known: KeptStandard): boolean => known.position.toLowerCase() === standard.position.toLowerCase();
    if (all.some((known) => known.standardId !== standardId && same(known))) return fail('positionHasStandard');
    const id = standardId ?? randomId(work.random);
    const updatedAt = toIsoInstant(work.clock.now());
    const values = {
      id,
      position: standard.position,
      json: standard,
      revision: (present?.revision ?? 0) + 1,
      updatedAt,
    };
    tx.insert(competenceStandards)
      .values(values)
      .onConflictDoUpdate({ target: competenceStandards.id, set: values })
      .run();
    appendAudit(work, tx, { kind: 'standardSaved', subject: id });
    return ok({ standardId: id });
  });

const presentOf = (tx: RecordsTx, personId: string): PresentCompetences | null => {
  const row = tx.select().from(presentCompetencesTable).where(eq(presentCompetencesTable.personId, personId)).get();
  return row === undefined ? null : presentCompetences.parse(row.json);
};

export interface CompetencesOfPerson {
  readonly position: string;
  readonly standard: StandardInput | null;
  readonly present: PresentCompetences | null;
  readonly gaps: CompetenceGap[];
}

/** What a person is able to do, against the standard of the position. */
export const competencesOf = (
  tx: RecordsTx,
  personId: string,
): Result<CompetencesOfPerson, AppError<'unknownPerson'>> => {
  const person = findPerson(tx, personId);
  if (person === undefined) return fail('unknownPerson');
  const standard = standardFor(tx, person.position);
  const present = presentOf(tx, personId);
  return ok({ position: person.position, standard, present, gaps: standard === null ? [] : gapsOf(standard, present) });
};

/** Writes what a person was assessed to be able to do. */
export const saveCompetences = (
  work: Workspace,
  { personId, present }: { readonly personId: string; readonly present: PresentCompetences },
): Result<Nothing, AppError<'unknownPerson' | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<Nothing, AppError<'unknownPerson'>> => {
    if (findPerson(tx, personId) === undefined) return fail('unknownPerson');
    const values = { personId, json: present, updatedAt: toIsoInstant(work.clock.now()) };
    tx.insert(presentCompetencesTable)
      .values(values)
      .onConflictDoUpdate({ target: presentCompetencesTable.personId, set: values })
      .run();
    appendAudit(work, tx, { kind: 'competencesAssessed', subject: personId });
    return ok({});
  });

interface Place {
  readonly personId: string;
  readonly year: number;
}

interface KeptPlan {
  readonly plan: PlanInput;
  readonly evaluation: PlanEvaluation | null;
  readonly revision: number;
}

const planAt = (tx: RecordsTx, { personId, year }: Place): KeptPlan | undefined => {
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
  tx: RecordsTx,
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

type PlanError = 'unknownPerson' | 'planChanged' | 'planEvaluated' | 'unknownLearningRecord';

/** Writes a plan; one that was evaluated is closed, and its records are the person's own. */
export const savePlan = (
  work: Workspace,
  { revision, plan, ...place }: Place & { readonly revision: number; readonly plan: PlanInput },
): Result<{ revision: number }, AppError<PlanError | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<{ revision: number }, AppError<PlanError>> => {
    if (findPerson(tx, place.personId) === undefined) return fail('unknownPerson');
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

type EvaluateError = 'unknownPerson' | 'unknownPlan' | 'planEvaluated' | 'planItemsNotJudged';

/** Writes the evaluation of a plan: every item is judged, no other; the plan is closed by it. */
export const evaluatePlan = (
  work: Workspace,
  { evaluation, ...place }: Place & { readonly evaluation: PlanEvaluation },
): Result<Nothing, AppError<EvaluateError | StorageErrorCode>> =>
  transactRecords(work.records, (tx): Result<Nothing, AppError<EvaluateError>> => {
    if (findPerson(tx, place.personId) === undefined) return fail('unknownPerson');
    const present = planAt(tx, place);
    if (present === undefined) return fail('unknownPlan');
    if (present.evaluation !== null) return fail('planEvaluated');
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
