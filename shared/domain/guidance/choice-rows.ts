import { type GuidanceRuleKey, type GuidanceSource, guidanceRules } from './rules.ts';

/**
 * Which form of guidance fits: a decision table. Every row whose conditions all hold gives its recommendation (all rows
 * are read, several may hold). It recommends and decides nothing: a person chooses. The rules of the rows are sections
 * of docs/law.md.
 */

/** Size of the gap between what is expected and what is achieved. */
export const gaps = ['none', 'small', 'large'] as const;
/** What the gap comes from. */
export const gapCauses = ['skill', 'motivation', 'behaviour', 'privateMatter', 'means', 'unclear'] as const;
/** In what the gap shows. */
export const gapMatters = ['skill', 'behaviour'] as const;
/** What the employee wishes for the career. */
export const careerWishes = ['none', 'deepen', 'moveUp', 'otherField'] as const;
/** Performance of the period against what is expected. */
export const performanceLevels = ['below', 'at', 'above'] as const;

/** Questions of the guided form, in order, with their answers. */
export const choiceQuestions = {
  gap: gaps,
  cause: gapCauses,
  matter: gapMatters,
  career: careerWishes,
  performance: performanceLevels,
} as const;
export type ChoiceQuestion = keyof typeof choiceQuestions;
export type ChoiceAnswer<Q extends ChoiceQuestion> = (typeof choiceQuestions)[Q][number];

/** What a row may recommend; the order breaks ties. `talkFirst`: no form yet, `noneNeeded`: no form at all. */
export const choiceOutcomes = ['talkFirst', 'coaching', 'mentoring', 'counselling', 'training', 'noneNeeded'] as const;
export type ChoiceOutcome = (typeof choiceOutcomes)[number];

/**
 * Answers that a row asks for; a question left out may have any answer. `null`: the question is not asked, as there is
 * no gap.
 */
export type ChoiceConditions = { readonly [Q in ChoiceQuestion]?: readonly (ChoiceAnswer<Q> | null)[] };

interface Row {
  /** Reason in i18n under `guidanceChoice.row.<id>`. */
  readonly id: string;
  readonly when: ChoiceConditions;
  readonly recommends: ChoiceOutcome;
  /** `first`: what the sources see as the fitting form; `also`: fits besides. */
  readonly rank: 'first' | 'also';
  readonly rule: GuidanceRuleKey;
}

const someGap = ['small', 'large'] as const;
const someWish = ['deepen', 'moveUp', 'otherField'] as const;

const table = [
  {
    id: 'coachingSmallMotivation',
    when: { gap: ['small'], cause: ['motivation'] },
    recommends: 'coaching',
    rank: 'first',
    rule: 'coachingGround',
  },
  {
    id: 'coachingLargeMotivation',
    when: { gap: ['large'], cause: ['motivation'] },
    recommends: 'coaching',
    rank: 'first',
    rule: 'coachingWider',
  },
  {
    id: 'coachingSmallSkill',
    when: { gap: ['small'], cause: ['skill'] },
    recommends: 'coaching',
    rank: 'also',
    rule: 'coachingWider',
  },
  { id: 'coachingCareer', when: { career: someWish }, recommends: 'coaching', rank: 'also', rule: 'coachingGround' },
  {
    id: 'coachingUnclear',
    when: { gap: someGap, cause: ['unclear'] },
    recommends: 'coaching',
    rank: 'also',
    rule: 'coachingFindsCause',
  },
  {
    id: 'coachingMeans',
    when: { gap: someGap, cause: ['means'] },
    recommends: 'coaching',
    rank: 'also',
    rule: 'coachingFindsCause',
  },
  {
    id: 'mentoringLargeSkill',
    when: { gap: ['large'], cause: ['skill'] },
    recommends: 'mentoring',
    rank: 'first',
    rule: 'mentoringGround',
  },
  { id: 'mentoringCareer', when: { career: someWish }, recommends: 'mentoring', rank: 'also', rule: 'mentoringGround' },
  {
    id: 'mentoringAboveAverage',
    when: { cause: [null, 'skill', 'motivation'], performance: ['above'] },
    recommends: 'mentoring',
    rank: 'also',
    rule: 'mentoringAboveAverage',
  },
  {
    id: 'counsellingBehaviour',
    when: { gap: someGap, cause: ['behaviour'] },
    recommends: 'counselling',
    rank: 'first',
    rule: 'counsellingGround',
  },
  {
    id: 'counsellingFeedbackFirst',
    when: { gap: someGap, cause: ['behaviour'] },
    recommends: 'counselling',
    rank: 'first',
    rule: 'communicate',
  },
  {
    id: 'counsellingPrivateAtWork',
    when: { gap: someGap, cause: ['privateMatter'], matter: ['behaviour'] },
    recommends: 'counselling',
    rank: 'also',
    rule: 'counsellingPrivate',
  },
  {
    id: 'trainingTechnical',
    when: { gap: someGap, cause: ['skill'], matter: ['skill'] },
    recommends: 'training',
    rank: 'first',
    rule: 'trainingFits',
  },
  {
    id: 'trainingSociocultural',
    when: { gap: someGap, cause: ['skill'], matter: ['behaviour'] },
    recommends: 'training',
    rank: 'first',
    rule: 'trainingFits',
  },
  { id: 'trainingMoveUp', when: { career: ['moveUp'] }, recommends: 'training', rank: 'also', rule: 'trainingFits' },
  {
    id: 'trainingOtherField',
    when: { career: ['otherField'] },
    recommends: 'training',
    rank: 'also',
    rule: 'trainingFits',
  },
  {
    id: 'talkUnclear',
    when: { gap: someGap, cause: ['unclear'] },
    recommends: 'talkFirst',
    rank: 'first',
    rule: 'talkFirst',
  },
  {
    id: 'talkMeans',
    when: { gap: someGap, cause: ['means'] },
    recommends: 'talkFirst',
    rank: 'first',
    rule: 'talkFirst',
  },
  {
    id: 'talkPrivate',
    when: { gap: someGap, cause: ['privateMatter'] },
    recommends: 'talkFirst',
    rank: 'first',
    rule: 'talkFirst',
  },
  {
    id: 'talkLargeMotivation',
    when: { gap: ['large'], cause: ['motivation'] },
    recommends: 'talkFirst',
    rank: 'also',
    rule: 'talkFirst',
  },
  {
    id: 'talkBehaviourSeen',
    when: { gap: someGap, cause: ['skill', 'motivation', 'means', 'unclear'], matter: ['behaviour'] },
    recommends: 'talkFirst',
    rank: 'also',
    rule: 'identify',
  },
  {
    id: 'talkNoGapBelow',
    when: { gap: ['none'], performance: ['below'] },
    recommends: 'talkFirst',
    rank: 'first',
    rule: 'talkFirst',
  },
  {
    id: 'talkLargeGapAbove',
    when: { gap: ['large'], performance: ['above'] },
    recommends: 'talkFirst',
    rank: 'also',
    rule: 'talkFirst',
  },
  {
    id: 'noneNeeded',
    when: { gap: ['none'], career: ['none'], performance: ['at', 'above'] },
    recommends: 'noneNeeded',
    rank: 'also',
    rule: 'noneNeeded',
  },
] as const satisfies readonly Row[];

export type ChoiceRowId = (typeof table)[number]['id'];
export type ChoiceRow = Row & { readonly id: ChoiceRowId; readonly source: GuidanceSource };

/** The decision table, each row with the source of its rule. */
export const choiceRows: readonly ChoiceRow[] = table.map((row) => ({ ...row, source: guidanceRules[row.rule] }));

/**
 * Grounds on which sources differ: one source sees mentoring for a large gap from lack of skill, another for employees
 * above average. Whenever one of them holds, all of them are shown.
 */
export const disputedRows: readonly (readonly ChoiceRowId[])[] = [['mentoringLargeSkill', 'mentoringAboveAverage']];
