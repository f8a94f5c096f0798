import type { EvaluationView } from '@shared/contract/plan-evaluation.ts';
import {
  type EvaluationRecord,
  isOfLines,
  type JudgedLine,
  linesOfInstitution,
  linesOfPlan,
} from '@shared/domain/competence/evaluation.ts';
import type { PlanEvaluation } from '@shared/domain/competence/plan.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import type { RecordsReader } from '../db/handles.ts';
import {
  type CheckedEvaluationSignature,
  checkEvaluationSignature,
  readEvaluation,
} from '../formats/record/evaluation-crypto.ts';
import { recordHash } from '../formats/record/record-crypto.ts';
import { ownKeysOf, type Unlocked } from '../vault/unlocked.ts';
import { type EvaluationRow, evaluationsAt, findEvaluation, type PlanPlace } from './evaluation-rows.ts';
import { institutionPlanAt, planAt } from './plan-rows.ts';

/** A plan as it may be judged. */
export interface PlanToJudge {
  readonly lines: readonly JudgedLine[];
  readonly revision: number;
  /** The evaluation that version 0.3 kept, which nobody signed. */
  readonly unsigned: PlanEvaluation | null;
  /** An institution's plan is judged once it is set; an employee's as it is. */
  readonly isSet: boolean;
}

/** The plan at a place; undefined: there is none. */
export const planToJudge = (tx: RecordsReader, { personId, year }: PlanPlace): PlanToJudge | undefined => {
  if (personId !== null) {
    const kept = planAt(tx, { personId, year });
    return kept && { lines: linesOfPlan(kept.plan), revision: kept.revision, unsigned: kept.evaluation, isSet: true };
  }
  const kept = institutionPlanAt(tx, year);
  return (
    kept && {
      lines: kept.counted === null ? [] : linesOfInstitution(kept.plan, kept.counted),
      revision: kept.revision,
      unsigned: null,
      isSet: kept.counted !== null,
    }
  );
};

/** An evaluation whose bytes are what was signed, of the plan beside it. */
export interface SoundEvaluation {
  readonly row: EvaluationRow;
  readonly record: EvaluationRecord;
  /** The signature in this vault; null: it was signed on paper. */
  readonly signature: CheckedEvaluationSignature | null;
}

/** True when a record says of itself what its row says: whose, of which year, in the place of which, signed how. */
const isInPlace = ({ plan, replaces, signing }: EvaluationRecord, row: EvaluationRow): boolean => {
  const person = plan.owner === 'employee' ? plan.personId : null;
  const replaced = replaces === null || replaces.evaluation === 'unsigned' ? null : replaces.evaluation;
  const signed = row.signed === null ? 'paper' : 'vault';
  return person === row.personId && plan.year === row.year && replaced === row.replaces && signing === signed;
};

/**
 * Reads and checks an evaluation as it lies here; undefined when it is damaged: other bytes than were signed, of
 * another plan or year, a signature that does not hold or is by a key that was never this vault's, a paper without its
 * scan, or a plan that was changed under it. Evaluations do not travel, so nobody else's key can have signed one.
 */
export const soundEvaluation = (
  ownKeys: readonly string[],
  row: EvaluationRow,
  lines: readonly JudgedLine[],
): SoundEvaluation | undefined => {
  const record = recordHash(row.bytes) === row.hash ? readEvaluation(row.bytes) : undefined;
  if (record === undefined || !isInPlace(record, row) || !isOfLines(record, lines)) return undefined;
  if (row.signed === null) return row.paper?.attachmentIds.length ? { row, record, signature: null } : undefined;
  if (!ownKeys.includes(row.signed.key)) return undefined;
  const signature = checkEvaluationSignature(row.hash, row.signed);
  return signature && { row, record, signature };
};

type Opened = Pick<Unlocked, 'vault' | 'work'>;

/**
 * Evaluations of a plan, the first one first; `sound` undefined: damaged, or not in the place of the one before it, so
 * that nobody puts an evaluation behind the one that replaced it.
 */
export const judgedEvaluations = (
  unlocked: Opened,
  tx: RecordsReader,
  place: PlanPlace,
): { readonly row: EvaluationRow; readonly sound: SoundEvaluation | undefined }[] => {
  const plan = planToJudge(tx, place);
  const keys = ownKeysOf(unlocked);
  return evaluationsAt(tx, place).map((row, at, all) => {
    const before = all[at - 1]?.hash ?? (plan?.unsigned ? 'unsigned' : null);
    const sound = soundEvaluation(keys, row, plan?.lines ?? []);
    return { row, sound: (sound?.record.replaces?.evaluation ?? null) === before ? sound : undefined };
  });
};

/** The evaluation that none has replaced, as it is named by a later one; null: there is none. */
export const latestEvaluation = (tx: RecordsReader, place: PlanPlace): string | null => {
  const last = evaluationsAt(tx, place).at(-1);
  if (last !== undefined) return last.hash;
  return planToJudge(tx, place)?.unsigned ? 'unsigned' : null;
};

/** An evaluation that is here and sound. */
export const findSoundEvaluation = (
  unlocked: Opened,
  hash: string,
): Result<SoundEvaluation, AppError<'unknownEvaluation' | 'evaluationDamaged'>> => {
  const tx = unlocked.work.records;
  const found = findEvaluation(tx, hash);
  if (found === undefined) return fail('unknownEvaluation');
  const sound = judgedEvaluations(unlocked, tx, found).find(({ row }) => row.hash === hash)?.sound;
  return sound === undefined ? fail('evaluationDamaged') : ok(sound);
};

/** Evaluations of a plan as the window shows them, the latest first. */
export const evaluationViews = (unlocked: Opened, place: PlanPlace): EvaluationView[] => {
  const judged = judgedEvaluations(unlocked, unlocked.work.records, place);
  return judged
    .map(({ row, sound }, index) => ({
      hash: row.hash,
      record: sound?.record ?? null,
      createdAt: row.createdAt,
      signedAt: sound?.signature?.signedAt ?? null,
      clockCorrected: sound?.signature?.clockCorrected ?? false,
      keyFingerprint: sound?.signature ? keyFingerprint(sound.signature.key) : '',
      paper: row.paper && { ...row.paper, attachmentIds: [...row.paper.attachmentIds] },
      documentId: row.documentId,
      isReplaced: index < judged.length - 1,
    }))
    .reverse();
};
