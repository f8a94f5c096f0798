import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import {
  day,
  hash,
  id,
  instant,
  natural,
  optionalLine,
  optionalText,
  requiredLine,
  requiredText,
  year,
} from '../fields.ts';
import { nipField, type PersonInput, personInput } from '../identity/person.ts';
import { mayBeSamePerson } from '../identity/same-person.ts';
import { heldLevel } from './gaps.ts';
import type { InstitutionPlan, PlannedSums } from './institution-plan.ts';
import { learningKindNames } from './kinds.ts';
import { lastQuarter, maxPlanItems, type PlanInput, planOutcomes } from './plan.ts';

/** Most lines of one plan that is evaluated: own lines, and one for each kind of learning. */
export const maxJudgedLines = 2 * maxPlanItems + learningKindNames.length;

/** A line of a plan: an item or own line by its id, what employees' plans come to by its kind. */
const lineId = z.union([id, z.string().regex(/^kind:[a-zA-Z]{1,40}$/)]);

/** A line of a plan as it is judged, in the words that are signed. Of the institution's no employee is named. */
const judgedLine = z.strictObject({
  itemId: lineId,
  title: optionalLine,
  kind: z.enum(learningKindNames),
  activity: optionalLine,
  /** Null: of several quarters. */
  quarter: z.number().int().min(1).max(lastQuarter).nullable(),
  people: natural,
  /** Hundredths, of all of them together. */
  jp: natural,
  cost: natural.nullable(),
});
export type JudgedLine = z.output<typeof judgedLine>;

/** What one line came to. */
const judgedResult = z.strictObject({
  itemId: lineId,
  outcome: z.enum(planOutcomes),
  /** Level that the competence reached; null: not a competence, or not assessed. */
  level: heldLevel.nullable(),
  remark: optionalText,
});

/** What the authorised official says of a plan (law: developmentPlan). */
export const evaluationContent = z
  .strictObject({
    date: day,
    results: z.array(judgedResult).max(maxJudgedLines),
    conclusion: optionalText,
  })
  .refine(({ results }) => isUnique(results.map(({ itemId }) => itemId)));
export type EvaluationContent = z.output<typeof evaluationContent>;

/** Who evaluates: by name, and the office held. */
export const evaluatingOfficial = z.strictObject({ name: requiredLine, nip: nipField, office: optionalLine });
export type EvaluatingOfficial = z.output<typeof evaluatingOfficial>;

/**
 * Which evaluation a later one replaces, and why: by its hash, or the one that version 0.3 kept, which nobody signed.
 */
export const replacedEvaluation = z.strictObject({
  evaluation: z.union([hash, z.literal('unsigned')]),
  why: requiredText,
});

const judged = z.array(judgedLine).max(maxJudgedLines);
/** Whose plan it is. The lines are those that were judged, so that a record says by itself what was signed. */
const judgedPlan = z.discriminatedUnion('owner', [
  z.strictObject({
    owner: z.literal('employee'),
    personId: z.string().max(64),
    employee: personInput,
    year,
    lines: judged,
  }),
  z.strictObject({ owner: z.literal('institution'), institution: requiredLine, year, lines: judged }),
]);
export type JudgedPlan = z.output<typeof judgedPlan>;

/** How an evaluation is signed: by the holder of the vault, or on paper of which the scan is kept. */
export const evaluationSignings = ['vault', 'paper'] as const;
export type EvaluationSigning = (typeof evaluationSignings)[number];

/**
 * The evaluation of a plan as it is signed (docs/formats.md): RFC 8785 bytes that never change. A later one replaces
 * it; it stays readable.
 */
export const evaluationRecordSchema = z.strictObject({
  format: z.literal('bilik/plan-evaluation/v1'),
  evaluationId: id,
  plan: judgedPlan,
  official: evaluatingOfficial,
  signing: z.enum(evaluationSignings),
  content: evaluationContent,
  replaces: replacedEvaluation.nullable(),
  statedAt: instant,
});
export type EvaluationRecord = z.output<typeof evaluationRecordSchema>;

/** What the official signs: that this is the evaluation, by which key, when. */
export const evaluationStatementSchema = z.strictObject({
  format: z.literal('bilik/plan-evaluation-signature/v1'),
  evaluation: hash,
  key: hash,
  signedAt: instant,
  /** The signer's clock was wrong, and the time corrected by hand. */
  clock: z.literal('corrected').optional(),
});
export type EvaluationStatement = z.output<typeof evaluationStatementSchema>;

/** Ed25519 signs this text's bytes, a zero byte and the statement's bytes. */
export const evaluationSignatureDomain = 'bilik/plan-evaluation/v1\n';

/** Items of an employee's plan as they are judged. What came of them is in the learning records, not here. */
export const linesOfPlan = ({ items }: Pick<PlanInput, 'items'>): JudgedLine[] =>
  items.map(({ itemId, aim, kind, activity, quarter, plannedJp, cost }) => ({
    itemId,
    title: aim,
    kind,
    activity,
    quarter,
    people: 1,
    jp: plannedJp,
    cost,
  }));

/** True for a line of the institution's plan that adds up what employees plan of one kind. */
export const isOfEmployees = (itemId: string): boolean => itemId.startsWith('kind:');

/** Lines of the institution's plan as they are judged: what employees' plans come to by kind, then its own lines. */
export const linesOfInstitution = (plan: Pick<InstitutionPlan, 'lines'>, { kinds }: PlannedSums): JudgedLine[] => [
  ...kinds.map(({ kind, people, jp, cost }) => ({
    itemId: `kind:${kind}`,
    title: '',
    kind,
    activity: '',
    quarter: null,
    people,
    jp,
    cost,
  })),
  ...plan.lines.map(({ lineId: itemId, activity, kind, quarter, people, plannedJp, cost }) => ({
    itemId,
    title: activity,
    kind,
    activity: '',
    quarter,
    people,
    jp: people * plannedJp,
    cost,
  })),
];

/** True when every line is judged, and nothing else. */
export const judgesAll = (lines: readonly JudgedLine[], { results }: Pick<EvaluationContent, 'results'>): boolean => {
  const asked = lines.map(({ itemId }) => itemId).sort();
  const said = results.map(({ itemId }) => itemId).sort();
  return asked.join() === said.join();
};

/** True when an evaluation is of these lines: nothing of the plan was changed under it. */
export const isOfLines = ({ plan }: Pick<EvaluationRecord, 'plan'>, lines: readonly JudgedLine[]): boolean =>
  JSON.stringify(plan.lines.map((line) => Object.entries(line).sort())) ===
  JSON.stringify(lines.map((line) => Object.entries(line).sort()));

/** True when somebody would, or might, evaluate the own plan (law: developmentPlan). */
export const evaluatesSelf = (
  { name, nip }: Pick<EvaluatingOfficial, 'name' | 'nip'>,
  employee: PersonInput | null,
): boolean => employee !== null && mayBeSamePerson({ ...employee, name, nip }, employee);
