import type { Field } from '../form/field.ts';
import { type CoachInput, coachLimits } from './coach.ts';
import { ledKinds } from './record.ts';

const training = {
  title: { kind: 'line', label: 'guidance.coaches.trainingTitle', required: true },
  date: { kind: 'date', label: 'guidance.coaches.trainingDate' },
  proof: { kind: 'line', label: 'guidance.coaches.trainingProof', beside: true },
} satisfies Record<keyof CoachInput['training'][number], Field>;

/** Somebody of the register of coaches and mentors. */
export const coachFields = {
  person: { kind: 'person', label: 'guidance.coaches.person', required: true, folded: true },
  kinds: {
    kind: 'choices',
    label: 'guidance.coaches.kinds',
    required: true,
    options: { codes: ledKinds, texts: 'guidance.kind' },
  },
  qualification: { kind: 'text', label: 'guidance.coaches.qualification', rows: 1 },
  topics: {
    kind: 'tags',
    label: 'guidance.coaches.topics',
    help: 'guidance.coaches.topicsHint',
    max: coachLimits.topics,
  },
  training: {
    kind: 'list',
    label: 'guidance.coaches.training',
    fields: training,
    min: 0,
    max: coachLimits.training,
    texts: {
      entry: 'guidance.coaches.trainingEntry',
      add: 'guidance.coaches.addTraining',
      remove: 'guidance.coaches.removeTraining',
    },
  },
  availability: { kind: 'line', label: 'guidance.coaches.availability' },
  remark: { kind: 'text', label: 'guidance.coaches.remark', rows: 1 },
} satisfies Record<keyof CoachInput, Field>;
