import { rules } from '../case/rules.ts';

/** Sources as screens name them. `pub`: a public source other than the regulations and the article that quotes them. */
export const guidanceSources = ['article', 'R6', 'LAN', 'pub', 'own'] as const;
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
  mentoringStages: 'pub',
  followThrough: 'own',
  processNeed: 'pub',
  processGoals: 'pub',
  processPlan: 'pub',
  processEvaluation: 'pub',
  coachingGround: 'article',
  coachingWider: 'own',
  coachingFindsCause: 'R6',
  mentoringGround: 'article',
  mentoringAboveAverage: 'pub',
  counsellingGround: 'article',
  counsellingPrivate: 'own',
  trainingFits: 'LAN',
  talkFirst: 'own',
  noneNeeded: 'own',
} as const satisfies Record<string, GuidanceSource>;
export type GuidanceRuleKey = keyof typeof guidanceRules;
