import type { Field } from '../form/field.ts';
import { type InstitutionLine, type InstitutionPlan, institutionPlanStates } from './institution-plan.ts';
import { kindOptions } from './learning-fields.ts';
import { lastQuarter, maxPlanItems } from './plan.ts';

/** One own line of the institution's plan. */
export const institutionLineFields = {
  activity: { kind: 'line', label: 'competence.institution.activity', required: true },
  kind: {
    kind: 'choice',
    label: 'competence.field.kind',
    required: true,
    options: kindOptions,
    starts: { value: 'technicalTraining' },
    beside: true,
  },
  quarter: { kind: 'number', label: 'competence.plan.quarter', required: true, min: 1, max: lastQuarter },
  people: { kind: 'people', label: 'competence.institution.people', beside: true },
  plannedJp: { kind: 'amount', label: 'competence.institution.jpEach', beside: true },
  cost: { kind: 'cost', label: 'competence.plan.cost' },
} satisfies Record<Exclude<keyof InstitutionLine, 'lineId'>, Field>;

/** The institution's plan of a year, beside what its employees' plans come to. */
export const institutionFields = {
  budgetSource: {
    kind: 'line',
    label: 'competence.institution.budgetSource',
    help: 'competence.institution.budgetHint',
  },
  lines: {
    kind: 'list',
    label: 'competence.institution.lines',
    fields: institutionLineFields,
    min: 0,
    max: maxPlanItems,
    texts: {
      entry: 'competence.institution.line',
      add: 'competence.institution.addLine',
      remove: 'competence.institution.removeLine',
    },
  },
  remark: { kind: 'text', label: 'competence.field.remark', rows: 1 },
  number: { kind: 'line', label: 'competence.institution.number' },
  date: { kind: 'date', label: 'competence.institution.date', beside: true },
  official: { kind: 'line', label: 'competence.institution.official' },
  nip: { kind: 'line', label: 'person.nip', beside: true },
  office: { kind: 'line', label: 'competence.evaluation.office', beside: true },
  state: {
    kind: 'choice',
    label: 'competence.institution.stateLabel',
    required: true,
    options: { codes: institutionPlanStates, texts: 'competence.institution.state' },
  },
} satisfies Record<keyof InstitutionPlan, Field>;
