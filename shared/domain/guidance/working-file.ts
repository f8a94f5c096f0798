import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import { sessionStates } from '../case/state.ts';
import {
  id,
  minutes,
  optionalDay,
  optionalLine,
  optionalText,
  optionalTime,
  optionalZone,
  requiredLine,
} from '../fields.ts';
import { personInput } from '../identity/person.ts';
import { maxParticipants } from './record.ts';
import { coachingFormDraft, mentoringForms, mentoringPlanDraft } from './record-contents.ts';

/** Why the leader leads (law: leader): the employee's own superior, or by special assignment. */
export const leaderBases = ['ownSuperior', 'specialAssignment'] as const;

/** Stages of mentoring, in order (law: mentoringStages). */
export const mentoringStages = ['prescriptive', 'persuasive', 'collaborative', 'confirmative'] as const;
export type MentoringStage = (typeof mentoringStages)[number];

/** Most of each thing that working papers hold. */
export const workingLimits = { sessions: 100, asked: 100, goals: 30, actions: 300 } as const;

export const goalStates = ['open', 'met', 'partly', 'notMet'] as const;
const goal = z.strictObject({
  goalId: id,
  text: optionalText,
  /** How one sees that it is met. */
  measure: optionalText,
  due: optionalDay,
  state: z.enum(goalStates),
  result: optionalText,
});
export type Goal = z.output<typeof goal>;

/** Something agreed between sessions (law: followThrough): the coach is an accountability partner. */
const action = z.strictObject({
  actionId: id,
  text: optionalText,
  due: optionalDay,
  done: z.boolean(),
  /** How it went. */
  note: optionalText,
});
export type GuidanceAction = z.output<typeof action>;

/** A question that was asked, in the words in which it was asked; the answer is the coach's working note. */
const asked = z.strictObject({ question: optionalText, answer: optionalText });

const sessionBase = {
  sessionId: id,
  state: z.enum(sessionStates),
  date: optionalDay,
  startTime: optionalTime,
  /** In which zone the time is; absent in working papers of before. */
  zone: optionalZone,
  minutes: minutes.nullable(),
  place: optionalLine,
};

const coachingSession = z.strictObject({
  ...sessionBase,
  asked: z.array(asked).max(workingLimits.asked),
  form: coachingFormDraft,
});
export type CoachingSession = z.output<typeof coachingSession>;
const mentoringSession = z.strictObject({ ...sessionBase, activity: optionalText, result: optionalText });
export type MentoringSession = z.output<typeof mentoringSession>;

/** How guidance ended; empty: not judged yet. */
export const guidanceOutcomes = ['', 'achieved', 'partly', 'notAchieved'] as const;

const evaluation = z.strictObject({
  date: optionalDay,
  outcome: z.enum(guidanceOutcomes),
  /** What was learned, by both. */
  lessons: optionalText,
  next: optionalText,
});

export const guidanceStatuses = ['open', 'concluded'] as const;

const base = {
  topic: requiredLine,
  institution: optionalLine,
  period: optionalLine,
  leader: personInput,
  leaderBasis: z.enum(leaderBases),
  /** Number and date of the assignment, for a coach or mentor by special assignment. */
  assignment: optionalLine,
  participants: z.array(personInput).min(1).max(maxParticipants),
  status: z.enum(guidanceStatuses),
  need: optionalText,
  goals: z.array(goal).max(workingLimits.goals),
  actions: z.array(action).max(workingLimits.actions),
  evaluation,
};

const coachingFile = z.strictObject({
  kind: z.literal('coaching'),
  ...base,
  plan: z.strictObject({
    schedule: optionalText,
    method: optionalText,
    material: optionalText,
    evaluation: optionalText,
  }),
  sessions: z.array(coachingSession).max(workingLimits.sessions),
});
export type CoachingFile = z.output<typeof coachingFile>;

const mentoringFile = z.strictObject({
  kind: z.literal('mentoring'),
  ...base,
  stage: z.enum(mentoringStages),
  /** First stage: what was agreed of limits and confidentiality. */
  agreement: z.strictObject({ agreedOn: optionalDay, limits: optionalText, confidentiality: optionalText }),
  plan: mentoringPlanDraft,
  forms: z.array(z.enum(mentoringForms)).max(mentoringForms.length),
  sessions: z.array(mentoringSession).max(workingLimits.sessions),
});
export type MentoringFile = z.output<typeof mentoringFile>;

/**
 * Working papers of one coaching or mentoring; they never leave the vault. What is signed is a record made from them.
 */
export const guidanceFile = z
  .discriminatedUnion('kind', [coachingFile, mentoringFile])
  .refine((file) => isUnique(file.sessions.map(({ sessionId }) => sessionId)))
  .refine((file) =>
    isUnique([...file.goals.map(({ goalId }) => goalId), ...file.actions.map(({ actionId }) => actionId)]),
  );
export type GuidanceFile = z.output<typeof guidanceFile>;
