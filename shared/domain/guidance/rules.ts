import { rules } from '../case/rules.ts';

/** Sources as screens name them: the tags of docs/law.md. */
export const guidanceSources = ['article', 'R6', 'practice', 'strategy', 'magang', 'own'] as const;
export type GuidanceSource = (typeof guidanceSources)[number];

/** The rules behind stages, signatures and choice of guidance: sections of docs/law.md, each with its source. */
export const guidanceRules = {
  identify: rules.identify,
  communicate: rules.communicate,
  leader: 'R6',
  preCoaching: 'R6',
  coachingForm: 'R6',
  adjustment: 'R6',
  coachingSignatures: 'R6',
  preCoachingSignature: 'own',
  mentoringPlan: 'R6',
  mentoringLog: 'own',
  mentoringSignatures: 'own',
  feedbackSummary: 'own',
  mentoringStages: 'strategy',
  followThrough: 'own',
  coachQualification: 'article',
  processNeed: 'practice',
  processGoals: 'practice',
  processPlan: 'practice',
  processEvaluation: 'practice',
  formAims: 'R6',
  expectedResults: 'article',
  workDialogue: 'article',
  coachingGround: 'article',
  coachingWider: 'own',
  coachingFindsCause: 'R6',
  mentoringGround: 'article',
  mentoringAboveAverage: 'strategy',
  counsellingGround: 'article',
  counsellingPrivate: 'own',
  trainingFits: 'own',
  talkFirst: 'own',
  noneNeeded: 'own',
  communityAim: 'strategy',
  communitySteps: 'strategy',
  internshipWorkplace: 'magang',
  internshipPractice: 'magang',
  internshipNetwork: 'magang',
  learningReports: 'own',
} as const satisfies Record<string, GuidanceSource>;
export type GuidanceRuleKey = keyof typeof guidanceRules;
