import type { Field, Options } from '../form/field.ts';
import { type LearningMode, learningKindNames, learningKinds, learningModes } from './kinds.ts';
import { type LearningRecordInput, learningUnits } from './learning-record.ts';

const kindsOf = (mode: LearningMode): readonly string[] =>
  learningKindNames.filter((name) => learningKinds[name].mode === mode);

/** Kinds of learning: education, classical training and not. */
export const kindOptions: Options = {
  codes: learningKindNames,
  texts: 'competence.kind',
  groups: {
    texts: 'competence.mode',
    codes: Object.fromEntries(learningModes.map((mode) => [mode, kindsOf(mode)])),
  },
};

/** In what learning is counted. */
export const unitOptions: Options = { codes: learningUnits, texts: 'competence.unit' };

/** What somebody took part in. */
export const learningFields = {
  kind: { kind: 'choice', label: 'competence.field.kind', required: true, options: kindOptions },
  title: { kind: 'line', label: 'competence.field.title', required: true },
  organiser: { kind: 'line', label: 'competence.field.organiser' },
  from: { kind: 'date', label: 'competence.field.from', required: true },
  to: { kind: 'date', label: 'competence.field.to', required: true, beside: true },
  unit: { kind: 'choice', label: 'competence.field.unit', required: true, options: unitOptions },
  amount: { kind: 'amount', label: 'competence.field.amount', required: true, beside: true },
  abroad: { kind: 'flag', label: 'competence.field.abroad' },
  certificateNumber: { kind: 'line', label: 'competence.field.certificateNumber' },
  evidence: { kind: 'evidence', label: 'competence.field.evidence' },
  remark: { kind: 'text', label: 'competence.field.remark', rows: 1 },
} satisfies Record<keyof LearningRecordInput, Field>;
