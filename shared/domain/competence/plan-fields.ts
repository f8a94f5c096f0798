import type { Field } from '../form/field.ts';
import type { EvaluatingOfficial, EvaluationContent } from './evaluation.ts';
import { maxLevel } from './gaps.ts';
import { kindOptions } from './learning-fields.ts';
import { lastQuarter, maxPlanItems, type PlanInput, type PlanItem, planOutcomes } from './plan.ts';

type Item = Exclude<keyof PlanItem, 'itemId'>;
type Result = Exclude<keyof EvaluationContent['results'][number], 'itemId'>;

/** One thing that is planned. */
export const planItemFields = {
  competence: { kind: 'line', label: 'competence.plan.competence', help: 'competence.plan.competenceHint' },
  aim: {
    kind: 'line',
    label: 'competence.plan.aim',
    help: 'competence.plan.aimHint',
    required: true,
    beside: true,
  },
  kind: {
    kind: 'choice',
    label: 'competence.field.kind',
    required: true,
    options: kindOptions,
    starts: { value: 'coaching' },
  },
  activity: { kind: 'line', label: 'competence.plan.activity', beside: true },
  quarter: { kind: 'number', label: 'competence.plan.quarter', required: true, min: 1, max: lastQuarter },
  plannedJp: { kind: 'amount', label: 'competence.plan.plannedJp', beside: true },
  cost: { kind: 'cost', label: 'competence.plan.cost' },
  recordIds: { kind: 'learningRecords', label: 'competence.plan.records' },
} satisfies Record<Item, Field>;

/** A development plan of a year. */
export const planFields = {
  items: {
    kind: 'list',
    label: 'competence.plan.items',
    fields: planItemFields,
    min: 0,
    max: maxPlanItems,
    texts: { entry: 'competence.plan.item', add: 'competence.plan.add', remove: 'competence.plan.remove' },
  },
  remark: { kind: 'text', label: 'competence.field.remark', rows: 1 },
} satisfies Record<keyof PlanInput, Field>;

/** What became of one item; its labels take `aim`. */
export const resultFields = {
  outcome: {
    kind: 'choice',
    label: 'competence.evaluation.of',
    required: true,
    menu: true,
    options: { codes: planOutcomes, texts: 'competence.evaluation.outcome' },
  },
  level: {
    kind: 'number',
    label: 'competence.evaluation.level',
    min: 0,
    max: maxLevel,
    optional: true,
    beside: true,
  },
  remark: { kind: 'text', label: 'competence.evaluation.remarkOf', rows: 1, beside: true },
} satisfies Record<Result, Field>;

/** When a plan was evaluated, and what is said of the whole; its results stand item by item. */
export const evaluationFields = {
  date: { kind: 'date', label: 'competence.evaluation.date', required: true },
  conclusion: { kind: 'text', label: 'competence.evaluation.conclusion', rows: 1 },
} satisfies Record<Exclude<keyof EvaluationContent, 'results'>, Field>;

/** Why an evaluation takes the place of an earlier one. */
export const correctionFields = {
  why: { kind: 'text', label: 'competence.evaluation.why', rows: 1, required: true },
} satisfies Record<string, Field>;

/** Who evaluates. */
export const officialFields = {
  name: { kind: 'line', label: 'competence.evaluation.official', required: true },
  nip: { kind: 'line', label: 'person.nip', beside: true },
  office: { kind: 'line', label: 'competence.evaluation.office', beside: true },
} satisfies Record<keyof EvaluatingOfficial, Field>;
