import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import {
  type EvaluatingOfficial,
  type EvaluationContent,
  type EvaluationRecord,
  type EvaluationSigning,
  evaluatesSelf,
  type JudgedPlan,
  judgesAll,
} from '@shared/domain/competence/evaluation.ts';
import { type PersonInput, toPersonInput } from '@shared/domain/identity/person.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import { recordsErasedAt } from '../db/erased-files.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { signEvaluationBytes, writeEvaluation } from '../formats/record/evaluation-crypto.ts';
import { maxRecordBytes, recordHash } from '../formats/record/record-crypto.ts';
import { findListedPerson, toPerson } from '../persons/person-rows.ts';
import { getProfile } from '../settings/profile.ts';
import { getSettings } from '../settings/settings.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { type ClockFault, noteAnswer, type SigningTime, signingTime } from '../trail/stated-time.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { type EvaluationPaperSigned, evaluationsAt, insertEvaluation, type PlanPlace } from './evaluation-rows.ts';
import { latestEvaluation, planToJudge } from './evaluation-state.ts';

/** What is said of which plan, in the place of which evaluation. */
export interface Evaluating extends PlanPlace {
  /** The plan as it was read. */
  readonly revision: number;
  readonly evaluation: EvaluationContent;
  readonly replaces: EvaluationRecord['replaces'];
  readonly clock: ClockAnswer | null;
}

export type EvaluateFault =
  | 'unknownPerson'
  | 'unknownPlan'
  | 'planChanged'
  | 'planNotSet'
  | 'planItemsNotJudged'
  | 'planEvaluated'
  | 'evaluationChanged'
  | 'evaluatesSelf'
  | 'recordTooLarge'
  | 'learningYearErased'
  | ClockFault;

/** An evaluation as it is put down, before it is signed. */
export interface ComposedEvaluation {
  readonly record: EvaluationRecord;
  readonly bytes: Uint8Array;
  readonly time: SigningTime;
}

type Head<T> = T extends { lines: unknown } ? Omit<T, 'lines'> : never;

/** Whose plan it is, as an evaluation says it. */
export const planHead = (
  tx: RecordsReader,
  { personId, year }: PlanPlace,
): Result<{ head: Head<JudgedPlan>; employee: PersonInput | null }, AppError<'unknownPerson'>> => {
  if (personId === null) {
    const institution = getSettings(tx).institution.name || '–';
    return ok({ head: { owner: 'institution', institution, year }, employee: null });
  }
  const row = findListedPerson(tx, personId);
  if (row === undefined) return fail('unknownPerson');
  const employee = toPersonInput(toPerson(row));
  return ok({ head: { owner: 'employee', personId, employee, year }, employee });
};

/** Puts an evaluation together, with everything that is checked before it is made. Writes nothing. */
export const composeEvaluation = (
  unlocked: Unlocked,
  { evaluation, replaces, revision, clock, ...place }: Evaluating,
  official: EvaluatingOfficial,
  signing: EvaluationSigning,
): Result<ComposedEvaluation, AppError<EvaluateFault>> => {
  const { work } = unlocked;
  const head = planHead(work.records, place);
  if (!head.ok) return head;
  const year = String(place.year);
  if (place.personId !== null && recordsErasedAt(work.records, 'learning', year) !== null)
    return fail('learningYearErased', { year });
  const plan = planToJudge(work.records, place);
  if (plan === undefined) return fail('unknownPlan');
  const latest = latestEvaluation(work.records, place);
  if (latest !== null && replaces === null) return fail('planEvaluated');
  if ((replaces?.evaluation ?? null) !== latest) return fail('evaluationChanged');
  if (plan.revision !== revision) return fail('planChanged');
  if (!plan.isSet) return fail('planNotSet');
  if (!judgesAll(plan.lines, evaluation)) return fail('planItemsNotJudged');
  if (evaluatesSelf(official, head.value.employee)) return fail('evaluatesSelf');
  const earlier = evaluationsAt(work.records, place).map(({ createdAt }) => createdAt);
  const time = signingTime(work, work.records, earlier, clock);
  if (!time.ok) return time;
  const record: EvaluationRecord = {
    format: 'bilik/plan-evaluation/v1',
    evaluationId: randomId(work.random),
    plan: { ...head.value.head, lines: [...plan.lines] },
    official,
    signing,
    content: evaluation,
    replaces,
    statedAt: time.value.at,
  };
  const bytes = writeEvaluation(record);
  return bytes.length > maxRecordBytes ? fail('recordTooLarge') : ok({ record, bytes, time: time.value });
};

/** Who signs here: the holder, in the role of the authorised official (law: developmentPlan). */
const holderAsOfficial = ({ work }: Pick<Unlocked, 'work'>): Result<EvaluatingOfficial, AppError<'roleNotHeld'>> => {
  const { person, roles } = getProfile(work.records);
  if (person === null || !roles.includes('authorisedOfficial')) return fail('roleNotHeld');
  return ok({ name: person.name, nip: person.nip, office: person.position });
};

/** An evaluation that the holder of this vault may sign, as it will be. Writes nothing. */
export const evaluationToSign = (
  unlocked: Unlocked,
  evaluating: Evaluating,
): Result<ComposedEvaluation, AppError<EvaluateFault | 'roleNotHeld'>> => {
  const official = holderAsOfficial(unlocked);
  return official.ok ? composeEvaluation(unlocked, evaluating, official.value, 'vault') : official;
};

export type Made = Result<{ hash: string }, AppError<StorageErrorCode>>;

/** Writes an evaluation: signed by the holder, or with the paper on which the official signed. */
export const keepEvaluation = (
  { work, vault }: Unlocked,
  { personId, year }: PlanPlace,
  { record, bytes, time }: ComposedEvaluation,
  paper: EvaluationPaperSigned | null,
): Made => {
  const hash = recordHash(bytes);
  const { replaces } = record;
  const replaced = replaces === null || replaces.evaluation === 'unsigned' ? null : replaces.evaluation;
  return transactRecords(work.records, (tx) => {
    noteAnswer(work, tx, time);
    const signed = paper === null ? signEvaluationBytes(vault, hash, time) : null;
    const row = { hash, personId, year, bytes, replaces: replaced, signed, paper };
    insertEvaluation(tx, { ...row, createdAt: nowOf({ work }) });
    appendAudit(
      work,
      tx,
      personId === null
        ? { kind: 'institutionPlanEvaluated', subject: String(year) }
        : { kind: 'planEvaluated', subject: personId },
    );
    return ok({ hash });
  });
};

/** Signs the evaluation of a plan as the authorised official; the plan is closed by it. */
export const signEvaluation = (
  unlocked: Unlocked,
  evaluating: Evaluating,
): Made | Result<never, AppError<EvaluateFault | 'roleNotHeld'>> => {
  const composed = evaluationToSign(unlocked, evaluating);
  return composed.ok ? keepEvaluation(unlocked, evaluating, composed.value, null) : composed;
};
