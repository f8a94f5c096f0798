/** How a kind of learning is held: formal education, or training of one of two kinds (law: learningKinds). */
export const learningModes = ['education', 'classical', 'nonClassical'] as const;
export type LearningMode = (typeof learningModes)[number];

/**
 * Part of 10:20:70 that a kind is usually put in: classical, with colleagues, from work (law: learningShares). It
 * explains a year; nobody is graded by it, since what one learns from work seldom earns JP.
 */
export type LearningShare = 'formal' | 'social' | 'experience';

interface LearningKindRow {
  readonly mode: LearningMode;
  readonly share: LearningShare;
}

const education = { mode: 'education', share: 'formal' } as const;
const classical = { mode: 'classical', share: 'formal' } as const;
const together = { mode: 'nonClassical', share: 'social' } as const;
const fromWork = { mode: 'nonClassical', share: 'experience' } as const;
const taught = { mode: 'nonClassical', share: 'formal' } as const;

/**
 * All kinds of learning that may earn JP: education, classical and non-classical training (law: learningKinds).
 * Konseling is none of them and earns none. Texts in i18n under `competence.kind.<code>`.
 */
export const learningKinds = {
  fundedStudy: education,
  selfFundedStudy: education,
  structuralTraining: classical,
  nationalTraining: classical,
  managerialTraining: classical,
  technicalTraining: classical,
  functionalTraining: classical,
  socioculturalTraining: classical,
  seminar: classical,
  workshop: classical,
  course: classical,
  upgrading: classical,
  technicalGuidance: classical,
  socialisation: classical,
  otherClassical: classical,
  coaching: together,
  mentoring: together,
  eLearning: taught,
  distanceTraining: taught,
  webinar: taught,
  secondment: fromWork,
  outdoorLearning: together,
  benchmarking: fromWork,
  exchange: fromWork,
  selfStudy: fromWork,
  learningCommunity: together,
  workplaceGuidance: together,
  internship: fromWork,
  otherNonClassical: fromWork,
} as const satisfies Readonly<Record<string, LearningKindRow>>;

export type LearningKind = keyof typeof learningKinds;
/** All kinds, in the order of the table. */
export const learningKindNames = Object.keys(learningKinds) as [LearningKind, ...LearningKind[]];

/** Parts of 10:20:70, in order. */
export const learningShares = ['formal', 'social', 'experience'] as const satisfies readonly LearningShare[];
