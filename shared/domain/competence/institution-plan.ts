import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import { id, natural, optionalDay, optionalLine, optionalText, requiredLine } from '../fields.ts';
import { nipField } from '../identity/person.ts';
import { type LearningKind, learningKindNames } from './kinds.ts';
import { hundredths } from './learning-record.ts';
import { lastQuarter, maxPlanItems, type PlanItem, rupiah } from './plan.ts';

/** How far the plan of an institution is; texts in i18n under `competence.institution.state.<code>`. */
export const institutionPlanStates = ['drafted', 'proposed', 'set'] as const;

/** Something that the institution plans beside its employees' plans. */
const ownLine = z.strictObject({
  lineId: id,
  activity: requiredLine,
  kind: z.enum(learningKindNames),
  quarter: z.number().int().min(1).max(lastQuarter),
  /** How many take part; nobody is named. */
  people: natural.max(1_000_000),
  /** Of each of them. */
  plannedJp: hundredths,
  cost: rupiah.nullable(),
});
export type InstitutionLine = z.output<typeof ownLine>;

/**
 * The yearly plan of an institution for the development of competence (law: institutionPlan). What its employees plan
 * is added up from their plans and stands in it as counts alone.
 */
export const institutionPlan = z
  .strictObject({
    state: z.enum(institutionPlanStates),
    number: optionalLine,
    date: optionalDay,
    official: optionalLine,
    nip: nipField,
    office: optionalLine,
    /** Where the money comes from, such as the code in DIPA or APBD. */
    budgetSource: optionalLine,
    lines: z.array(ownLine).max(maxPlanItems),
    remark: optionalText,
  })
  .refine(({ lines }) => isUnique(lines.map(({ lineId }) => lineId)));
export type InstitutionPlan = z.output<typeof institutionPlan>;

/** A plan of which nothing is written yet. */
export const blankInstitutionPlan = (): InstitutionPlan => ({
  state: 'drafted',
  number: '',
  date: '',
  official: '',
  nip: '',
  office: '',
  budgetSource: '',
  lines: [],
  remark: '',
});

const sum = natural;
/** What employees' plans come to, by kind of learning in the order of the table, and together. */
export const plannedSums = z.strictObject({
  kinds: z.array(
    z.strictObject({
      kind: z.enum(learningKindNames),
      people: sum,
      items: sum,
      /** Hundredths. */
      jp: sum,
      /** Rupiah; null: none of the items says what it costs. */
      cost: sum.nullable(),
    }),
  ),
  people: sum,
  items: sum,
  jp: sum,
  cost: sum,
  /** Items of which nobody said what they cost. */
  withoutCost: sum,
});
export type PlannedSums = z.output<typeof plannedSums>;

type Planned = Pick<PlanItem, 'kind' | 'plannedJp' | 'cost'> & { readonly personId: string };

const added = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const told = (items: readonly Planned[]): number[] => items.flatMap(({ cost }) => cost ?? []);
const peopleOf = (items: readonly Planned[]): number => new Set(items.map(({ personId }) => personId)).size;
const jpOf = (items: readonly Planned[]): number => added(items.map(({ plannedJp }) => plannedJp));

/** Adds up the items of all employees' plans of a year. Who plans what is not in the answer: people are counted. */
export const sumPlans = (items: readonly Planned[]): PlannedSums => {
  const byKind = (kind: LearningKind): PlannedSums['kinds'] => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return [];
    const costs = told(own);
    return [
      {
        kind,
        people: peopleOf(own),
        items: own.length,
        jp: jpOf(own),
        cost: costs.length === 0 ? null : added(costs),
      },
    ];
  };
  const costs = told(items);
  return {
    kinds: learningKindNames.flatMap(byKind),
    people: peopleOf(items),
    items: items.length,
    jp: jpOf(items),
    cost: added(costs),
    withoutCost: items.length - costs.length,
  };
};

/** What the plan costs and how many JP it plans: employees' plans and own lines together. */
export const totalsOf = (
  { lines }: Pick<InstitutionPlan, 'lines'>,
  sums: PlannedSums,
): { readonly jp: number; readonly cost: number; readonly withoutCost: number } => ({
  jp: sums.jp + added(lines.map(({ people, plannedJp }) => people * plannedJp)),
  cost: sums.cost + added(lines.flatMap(({ cost }) => cost ?? [])),
  withoutCost: sums.withoutCost + lines.filter(({ cost }) => cost === null).length,
});
