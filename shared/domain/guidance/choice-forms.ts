import type { ChoiceOutcome } from './choice-rows.ts';

/**
 * Forms of guidance that a person can begin with (law: guidanceKinds), beside konseling. What tells formal from
 * informal training (law: trainingForms) is in i18n under `guidanceChoice.trainingOf`.
 */
export const guidanceForms = ['coaching', 'mentoring', 'counselling', 'formalTraining', 'informalTraining'] as const;
export type GuidanceForm = (typeof guidanceForms)[number];

/** The two forms of training (law: trainingForms); both lead to the development plan of the employee, and to JP. */
export const trainingForms = ['formalTraining', 'informalTraining'] as const satisfies readonly GuidanceForm[];
export type TrainingForm = (typeof trainingForms)[number];

/** Forms that a recommendation leads to: both of training, none where no form is recommended. */
export const formsOf = (outcome: ChoiceOutcome): readonly GuidanceForm[] =>
  outcome === 'training' ? trainingForms : guidanceForms.filter((form) => form === outcome);

/** Forms that a dialogue on work can lead to (law: workDialogue): all of guidance, without konseling. */
export const dialogueForms = [
  'coaching',
  'mentoring',
  'formalTraining',
  'informalTraining',
] as const satisfies readonly GuidanceForm[];
export type DialogueForm = (typeof dialogueForms)[number];

interface FormFacts {
  readonly length: 'short' | 'long' | 'either';
  /** The one who leads is asked for a qualification. */
  readonly qualification: boolean;
}

/**
 * How the forms differ (law: formFacts); training is not compared. Their ways are in i18n under `guidanceChoice.wayOf`.
 */
export const formFacts: Readonly<Record<Exclude<GuidanceForm, TrainingForm>, FormFacts>> = {
  coaching: { length: 'short', qualification: true },
  mentoring: { length: 'long', qualification: false },
  counselling: { length: 'either', qualification: true },
};

/**
 * Forms of which the sources say what they are for (law: formAims) and what is expected of them (law: expectedResults);
 * in i18n under `guidanceChoice.aimOf` and `guidanceChoice.resultOf`.
 */
export const formsWithAims = ['coaching', 'mentoring'] as const satisfies readonly GuidanceForm[];
