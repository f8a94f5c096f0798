import {
  acknowledgements,
  changeOutcomes,
  feedbackSources,
  judgements,
  levels,
  startingPoints,
} from '@shared/domain/case/content/observation.ts';
import type { FieldTable } from './field.ts';

const judgement = {
  name: 'judgement',
  kind: 'choice',
  required: true,
  options: { group: 'judgement', codes: judgements },
} as const;
const level = { name: 'level', kind: 'choice', required: true, options: { group: 'level', codes: levels } } as const;

/** Identification, as far as the report repeats it in the same order. */
export const finding = {
  behaviour: { name: 'behaviour', kind: 'text', rows: 4, required: true, help: 'behaviour' },
  monitoring: { name: 'monitoring', kind: 'text', rows: 5, required: true, help: 'monitoring' },
  comparisons: { name: 'comparisons', kind: 'comparisons', required: true, help: 'comparisons' },
  judgement,
  level,
  conduct: { name: 'conduct', kind: 'conduct', help: 'conduct' },
} as const;

export const caseOpened: FieldTable<'caseOpened'> = [
  { name: 'employee', kind: 'person', required: true },
  { name: 'assessor', kind: 'person', required: true, help: 'assessor' },
  { name: 'assessorSuperior', kind: 'person', optional: true, help: 'assessorSuperior' },
  { name: 'institution', kind: 'line', required: true },
  { name: 'period', kind: 'line', required: true, help: 'period' },
  { name: 'assessorIsHead', kind: 'flag', help: 'assessorIsHead' },
  {
    name: 'startsFrom',
    kind: 'choice',
    required: true,
    options: { group: 'startsFrom', codes: startingPoints },
  },
];

export const feedbackRecorded: FieldTable<'feedbackRecorded'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'source', kind: 'choice', required: true, options: { group: 'source', codes: feedbackSources } },
  { name: 'sourceName', kind: 'line', help: 'sourceName' },
  { name: 'content', kind: 'text', rows: 5, required: true, label: 'feedbackContent', help: 'feedbackContent' },
];

export const problemIdentified: FieldTable<'problemIdentified'> = [
  { name: 'date', kind: 'date', required: true },
  finding.behaviour,
  finding.monitoring,
  finding.comparisons,
  finding.judgement,
  finding.level,
  finding.conduct,
];

export const problemCommunicated: FieldTable<'problemCommunicated'> = [
  { name: 'date', kind: 'date', required: true },
  { name: 'place', kind: 'line', required: true },
  { name: 'facts', kind: 'text', rows: 5, required: true, help: 'facts' },
  { name: 'effect', kind: 'text', rows: 4, required: true },
  { name: 'expectedChange', kind: 'text', rows: 4, required: true },
  { name: 'expectedBy', kind: 'date' },
  { name: 'response', kind: 'text', rows: 4, help: 'response' },
  {
    name: 'acknowledgement',
    kind: 'choice',
    required: true,
    options: { group: 'acknowledgement', codes: acknowledgements },
    help: 'acknowledgement',
  },
];

export const changeEvaluated: FieldTable<'changeEvaluated'> = [
  { name: 'date', kind: 'date', required: true },
  {
    name: 'outcome',
    kind: 'choice',
    required: true,
    label: 'changeOutcome',
    options: { group: 'change', codes: changeOutcomes },
    help: 'changeOutcome',
  },
  { name: 'explanation', kind: 'text', rows: 4, required: true },
];
