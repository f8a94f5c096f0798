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
import { communityPartsDraft, internshipPartsDraft } from './learning-contents.ts';
import { maxParticipants } from './record.ts';
import { coachingFormDraft, mentoringForms, mentoringPlanDraft, workDialogueDraft } from './record-contents.ts';

/** Why the leader leads (law: leader): the employee's own superior, or by special assignment. */
export const leaderBases = ['ownSuperior', 'specialAssignment'] as const;

/** Stages of mentoring, in order (law: mentoringStages). */
export const mentoringStages = ['prescriptive', 'persuasive', 'collaborative', 'confirmative'] as const;
export type MentoringStage = (typeof mentoringStages)[number];

/** Most of each thing that working papers hold. */
export const workingLimits = { sessions: 100, asked: 100, goals: 30, actions: 300, obstacles: 30 } as const;

/** By what the need was found (law: processNeed). */
export const needSources = [
  'performanceEvaluation',
  'interview',
  'superiorJudgement',
  'personnelTeamJudgement',
] as const;

/** What a person answers of a goal, since no program can tell it (law: processGoals). */
export const goalQuestions = ['achievable', 'relevant', 'aligned'] as const;
/** Answers to it; empty: not answered. */
export const goalAnswers = ['', 'yes', 'no'] as const;
const goalAnswer = z.enum(goalAnswers).default('');

export const goalStates = ['open', 'met', 'partly', 'notMet'] as const;
const goal = z.strictObject({
  goalId: id,
  text: optionalText,
  /** How one sees that it is met. */
  measure: optionalText,
  due: optionalDay,
  state: z.enum(goalStates),
  result: optionalText,
  achievable: goalAnswer,
  relevant: goalAnswer,
  /** In line with what the organisation needs and aims at. */
  aligned: goalAnswer,
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
/** A session of mentoring, a meeting of a learning community, a day of a magang. */
const loggedSession = z.strictObject({ ...sessionBase, activity: optionalText, result: optionalText });
export type LoggedSession = z.output<typeof loggedSession>;
const loggedSessions = z.array(loggedSession).max(workingLimits.sessions);

/** How guidance ended; empty: not judged yet. */
export const guidanceOutcomes = ['', 'achieved', 'partly', 'notAchieved'] as const;

/** By what guidance is evaluated (law: processEvaluation). */
export const evaluationWays = ['performanceEvaluation', 'interview'] as const;

const evaluation = z.strictObject({
  date: optionalDay,
  by: z.array(z.enum(evaluationWays)).max(evaluationWays.length).default([]),
  outcome: z.enum(guidanceOutcomes),
  /** What was learned, by both. */
  lessons: optionalText,
  next: optionalText,
});

/**
 * Obstacles of the programme (law: practicalObstacles). They say nothing of anybody: there is no field for whose they
 * are, and no list of persons shows them.
 */
export const obstacleKinds = ['time', 'ability', 'resistance'] as const;
/** Whether what was agreed helped; empty: not known yet. */
export const helpedAnswers = ['', 'yes', 'partly', 'no'] as const;
const obstacle = z.strictObject({
  kind: z.enum(obstacleKinds),
  agreed: optionalText,
  helped: z.enum(helpedAnswers),
});
export type ProgrammeObstacle = z.output<typeof obstacle>;

/** In what a coach or mentor fits this need and these goals (law: leaderFit), in the words of who chose. */
const leaderFit = z.strictObject({
  knowledge: optionalText,
  experience: optionalText,
  skill: optionalText,
  /** How a good relation is built. */
  relation: optionalText,
});
export const blankFit = { knowledge: '', experience: '', skill: '', relation: '' } as const;

/** Plan of a coaching or a mentoring (law: processPlan). */
const processPlan = z.strictObject({
  schedule: optionalText,
  method: optionalText,
  material: optionalText,
  evaluation: optionalText,
});
export type ProcessPlan = z.output<typeof processPlan>;
export const blankProcessPlan = { schedule: '', method: '', material: '', evaluation: '' } as const;

export const guidanceStatuses = ['open', 'concluded'] as const;

const common = {
  topic: requiredLine,
  institution: optionalLine,
  period: optionalLine,
  leader: personInput,
  participants: z.array(personInput).min(1).max(maxParticipants),
  status: z.enum(guidanceStatuses),
  actions: z.array(action).max(workingLimits.actions),
};

/** Of coaching and mentoring. */
const base = {
  ...common,
  leaderBasis: z.enum(leaderBases),
  /** Number and date of the assignment, for a coach or mentor by special assignment. */
  assignment: optionalLine,
  need: optionalText,
  needFrom: z.array(z.enum(needSources)).max(needSources.length).default([]),
  fit: leaderFit.default(blankFit),
  goals: z.array(goal).max(workingLimits.goals),
  evaluation,
  obstacles: z.array(obstacle).max(workingLimits.obstacles).default([]),
};

const coachingFile = z.strictObject({
  kind: z.literal('coaching'),
  ...base,
  /** Of a coach whom the register does not know, or knows without one (law: coachQualification). */
  qualification: optionalLine.default(''),
  plan: processPlan,
  sessions: z.array(coachingSession).max(workingLimits.sessions),
});
export type CoachingFile = z.output<typeof coachingFile>;

const mentoringFile = z.strictObject({
  kind: z.literal('mentoring'),
  ...base,
  stage: z.enum(mentoringStages),
  /** First stage: what was agreed of limits and confidentiality. */
  agreement: z.strictObject({ agreedOn: optionalDay, limits: optionalText, confidentiality: optionalText }),
  processPlan: processPlan.default(blankProcessPlan),
  /** Action plan of the mentee. */
  plan: mentoringPlanDraft,
  forms: z.array(z.enum(mentoringForms)).max(mentoringForms.length),
  sessions: loggedSessions,
});
export type MentoringFile = z.output<typeof mentoringFile>;

const communityFile = z.strictObject({
  kind: z.literal('learningCommunity'),
  ...common,
  parts: communityPartsDraft,
  sessions: loggedSessions,
});
export type CommunityFile = z.output<typeof communityFile>;

const internshipFile = z.strictObject({
  kind: z.literal('internship'),
  ...common,
  parts: internshipPartsDraft,
  sessions: loggedSessions,
});
export type InternshipFile = z.output<typeof internshipFile>;

/** A dialogue on work (law: workDialogue) as far as it is written; it has no sessions. */
const dialogueFile = z.strictObject({
  kind: z.literal('dialogue'),
  ...common,
  form: workDialogueDraft,
  sessions: z.array(loggedSession).max(0),
});
export type DialogueFile = z.output<typeof dialogueFile>;

/** Files of coaching and mentoring. */
export type LedFile = CoachingFile | MentoringFile;
/** Files of learning communities and magang. */
export type LearningFile = CommunityFile | InternshipFile;
/** Files with a log of what was done. */
export type LoggedFile = MentoringFile | LearningFile;

/**
 * Working papers of one coaching, mentoring, learning community, magang or dialogue; they never leave the vault. What
 * is signed is a record made from them.
 */
export const guidanceFile = z
  .discriminatedUnion('kind', [coachingFile, mentoringFile, communityFile, internshipFile, dialogueFile])
  .refine((file) => isUnique(file.sessions.map(({ sessionId }) => sessionId)))
  .refine((file) =>
    isUnique([...goalsOf(file).map(({ goalId }) => goalId), ...file.actions.map(({ actionId }) => actionId)]),
  );
export type GuidanceFile = z.output<typeof guidanceFile>;

/** Goals of a file; a learning community has its aim, and a magang its purpose, instead. */
export const goalsOf = (file: LedFile | LearningFile | DialogueFile): readonly Goal[] =>
  'goals' in file ? file.goals : [];
/** Files of one kind. */
export type FileOf<K extends GuidanceFile['kind']> = Extract<GuidanceFile, { kind: K }>;
