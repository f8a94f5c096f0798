import { signedMedia } from '@shared/domain/case/body.ts';
import {
  evaluatingOfficial,
  evaluationContent,
  evaluationRecordSchema,
  maxJudgedLines,
  replacedEvaluation,
} from '@shared/domain/competence/evaluation.ts';
import { institutionPlan, plannedSums } from '@shared/domain/competence/institution-plan.ts';
import { planOutcomes } from '@shared/domain/competence/plan.ts';
import { day, hash, id, line, optionalDay, optionalText, text, year } from '@shared/domain/fields.ts';
import { z } from 'zod';
import { clockAnswer, clockErrors, personId, revision } from './fields.ts';
import { maxPaperFiles } from './guidance.ts';
import { command, query } from './method.ts';

/** An evaluation of a plan, as the window shows it. */
export const evaluationView = z.strictObject({
  hash,
  /** Null when it is not what was signed, or its plan was changed: it is shown as damaged, and does not count. */
  record: evaluationRecordSchema.nullable(),
  createdAt: z.string(),
  /** When the holder of this vault signed it; null: it was signed on paper. */
  signedAt: z.string().nullable(),
  clockCorrected: z.boolean(),
  keyFingerprint: z.string(),
  /** Signed on paper, or by TTE outside: the scan or PDF is kept. */
  paper: z.strictObject({ medium: z.enum(signedMedia), signedOn: day, attachmentIds: z.array(id) }).nullable(),
  /** The signed PDF, once made. */
  documentId: z.string().nullable(),
  /** A later one took its place. */
  isReplaced: z.boolean(),
});
export type EvaluationView = z.infer<typeof evaluationView>;

/** Whose plan of which year: an employee's, or the institution's (`personId` null). */
const place = { personId: personId.nullable(), year };

/** What is said of a plan as it was read (`revision`), in the place of which earlier evaluation. */
const evaluating = {
  ...place,
  revision,
  evaluation: evaluationContent,
  replaces: replacedEvaluation.nullable(),
};

const evaluateErrors = [
  'unknownPerson',
  'unknownPlan',
  'planChanged',
  'planNotSet',
  'planItemsNotJudged',
  'planEvaluated',
  'evaluationChanged',
  'evaluatesSelf',
  'recordTooLarge',
  'learningYearErased',
  ...clockErrors,
] as const;

const shown = z.strictObject({ viewId: z.string(), size: z.number().int() });
/** Most characters of a text that is still being written. */
const maxTyped = 40_000;
const typedLine = line(1000);

/** The institution's plan of a year, evaluations of plans, and the training of coaches. */
export const planEvaluationContract = {
  /** The institution's plan of a year, and what its employees' plans come to; nobody is named. */
  'competence.institutionPlan': query({
    input: z.strictObject({ year }),
    output: z.strictObject({
      /** 0: none was written. */
      revision: z.number().int(),
      plan: institutionPlan.nullable(),
      /** As they were when the plan was set; before that as they are. */
      sums: plannedSums,
      /** What employees' plans come to now, where that is something else than when the plan was set. */
      since: plannedSums.nullable(),
      /** The latest first. */
      evaluations: z.array(evaluationView),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /**
   * Writes the institution's plan (`revision` 0: the first). One that is set is taken back before it is changed; one
   * that was evaluated is closed.
   */
  'competence.saveInstitutionPlan': command({
    input: z.strictObject({ year, revision, plan: institutionPlan }),
    output: z.strictObject({ revision: z.number().int() }),
    errors: ['planChanged', 'planEvaluated', 'institutionPlanSet'],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /** The paper of the institution's plan as it is stored (`documents.readView`, `print`, `exportView`). */
  'competence.prepareInstitutionPlan': command({
    input: z.strictObject({ year }),
    output: shown,
    errors: ['unknownPlan', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /**
   * Evaluates a plan as the authorised official, who holds this vault, with a signature. Every line is judged. The plan
   * is closed by it; a later evaluation replaces it (`replaces` names it and says why), and it stays readable.
   */
  'competence.signEvaluation': command({
    input: z.strictObject({ ...evaluating, clock: clockAnswer }),
    output: z.strictObject({ hash }),
    errors: [...evaluateErrors, 'roleNotHeld'],
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: ['competence'],
  }),
  /** The same, where the official signed on paper or by TTE outside: the scans or the PDF are kept with it. */
  'competence.enterEvaluation': command({
    input: z.strictObject({
      ...evaluating,
      clock: clockAnswer,
      official: evaluatingOfficial,
      paper: z.strictObject({
        medium: z.enum(signedMedia),
        signedOn: day,
        attachmentIds: z.array(id).min(1).max(maxPaperFiles),
      }),
    }),
    output: z.strictObject({ hash }),
    errors: [...evaluateErrors, 'unknownAttachment', 'paperNotSigned', 'paperDamaged', 'paperOfOther'],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /** An evaluation as far as it is written, to be printed and signed by hand. */
  'competence.prepareEvaluation': command({
    input: z.strictObject({
      ...place,
      official: z.strictObject({ name: typedLine, nip: typedLine, office: typedLine }),
      content: z.strictObject({
        date: optionalDay,
        conclusion: text(maxTyped),
        results: z
          .array(
            z.strictObject({
              itemId: z.string().max(60),
              outcome: z.enum(planOutcomes).nullable(),
              level: z.number().int().nullable(),
              remark: text(maxTyped),
            }),
          )
          .max(maxJudgedLines),
      }),
      replaces: replacedEvaluation.extend({ why: optionalText }).nullable(),
    }),
    output: shown,
    errors: ['unknownPerson', 'unknownPlan', 'planNotSet', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** The signed PDF of an evaluation that was signed in this vault; made, signed (PAdES) and kept at the first call. */
  'competence.evaluationDocument': command({
    input: z.strictObject({ hash }),
    output: z.strictObject({ documentId: z.string() }),
    errors: ['unknownEvaluation', 'evaluationDamaged', 'evaluationOnPaper', 'printFailed'],
    needs: { session: 'unlocked' },
    changes: ['competence', 'documents'],
  }),
  /**
   * Plans the training of a coach of the register who lacks it: in the coach's own plan of the year or, where there is
   * none that is open, in the institution's, which does not name the coach.
   */
  'competence.planCoachTraining': command({
    input: z.strictObject({ coachId: id, year }),
    output: z.strictObject({ into: z.enum(['employee', 'institution']) }),
    errors: ['unknownCoach', 'coachTrained', 'trainingPlanned', 'planEvaluated', 'institutionPlanSet', 'planFull'],
    needs: { session: 'unlocked' },
    changes: ['competence', 'guidance'],
  }),
} as const;
