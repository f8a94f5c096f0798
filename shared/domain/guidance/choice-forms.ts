/** Forms of guidance that a person can begin with (law: guidanceKinds). */
export const guidanceForms = ['coaching', 'mentoring', 'counselling', 'training'] as const;
export type GuidanceForm = (typeof guidanceForms)[number];

interface FormFacts {
  readonly length: 'short' | 'long' | 'either';
  /** The one who leads is asked for a qualification. */
  readonly qualification: boolean;
}

/**
 * How the forms differ (law: formFacts); training is not compared. Their ways are in i18n under `guidanceChoice.wayOf`.
 */
export const formFacts: Readonly<Record<Exclude<GuidanceForm, 'training'>, FormFacts>> = {
  coaching: { length: 'short', qualification: true },
  mentoring: { length: 'long', qualification: false },
  counselling: { length: 'either', qualification: true },
};
