import type { Field } from '../form/field.ts';
import { competenceTypes, maxCompetences, maxLevel, type PresentCompetences, type StandardInput } from './gaps.ts';

const competence = {
  name: { kind: 'line', label: 'competence.standards.competence', required: true },
  type: {
    kind: 'choice',
    label: 'competence.standards.type',
    required: true,
    menu: true,
    options: { codes: competenceTypes, texts: 'competence.type' },
    starts: { value: 'technical' },
    beside: true,
  },
  level: {
    kind: 'number',
    label: 'competence.standards.levelOf',
    required: true,
    min: 1,
    max: maxLevel,
    starts: { value: 3 },
    beside: true,
  },
  description: { kind: 'text', label: 'competence.standards.description', rows: 1 },
} satisfies Record<keyof StandardInput['competences'][number], Field>;

/** What a position asks for. */
export const standardFields = {
  position: { kind: 'position', label: 'person.position', required: true },
  citation: { kind: 'line', label: 'competence.table.column.citation', required: true },
  competences: {
    kind: 'list',
    label: 'competence.standards.competences',
    fields: competence,
    min: 0,
    max: maxCompetences,
    inRow: true,
    texts: {
      entry: 'competence.standards.competence',
      add: 'competence.standards.addCompetence',
      remove: 'competence.standards.remove',
    },
  },
} satisfies Record<keyof StandardInput, Field>;

/** Who assessed somebody, and when; the levels stand competence by competence. */
export const assessmentFields = {
  assessedOn: { kind: 'date', label: 'competence.assessedOn', required: true },
  basis: { kind: 'line', label: 'competence.basis', required: true, beside: true },
} satisfies Record<Exclude<keyof PresentCompetences, 'levels'>, Field>;

/** The level that somebody has in a competence of the standard; its label takes `name`, `type` and `level`. */
export const levelFields = {
  level: { kind: 'number', label: 'competence.levelOf', min: 0, max: maxLevel, optional: true },
} satisfies Record<Exclude<keyof PresentCompetences['levels'][number], 'name'>, Field>;
