import { sessionStates } from '../case/state.ts';
import type { Field } from '../form/field.ts';
import { zoneField } from '../form/zone-field.ts';
import {
  type CoachingFile,
  evaluationWays,
  type Goal,
  type GuidanceAction,
  goalAnswers,
  goalStates,
  guidanceOutcomes,
  helpedAnswers,
  type LedFile,
  type LoggedSession,
  leaderBases,
  type MentoringFile,
  needSources,
  obstacleKinds,
  type ProgrammeObstacle,
  workingLimits,
} from './working-file.ts';

// Fields of the working papers, in the order of their parts. Nothing of them is printed: what is signed has its own.

type FieldsFor<T, Without extends keyof T = never> = Record<Exclude<keyof T, Without>, Field>;

/** What about, and on which ground somebody leads; people, lists and states have places of their own. */
export const headFields = {
  topic: { kind: 'line', label: 'guidance.topic', required: true },
  period: { kind: 'line', label: 'guidance.period', beside: true },
  need: { kind: 'text', label: 'guidance.need' },
  needFrom: {
    kind: 'choices',
    label: 'guidance.needFrom.label',
    options: { codes: needSources, texts: 'guidance.needFrom' },
  },
  leaderBasis: {
    kind: 'choice',
    label: 'guidance.basis.label',
    help: 'guidance.basis.rule',
    options: { codes: leaderBases, texts: 'guidance.basis' },
  },
  assignment: { kind: 'line', label: 'guidance.assignment' },
} satisfies FieldsFor<Pick<LedFile, 'topic' | 'period' | 'need' | 'needFrom' | 'leaderBasis' | 'assignment'>>;

/** Fields of the head by which somebody leads: the assignment is asked for where there is one. */
export const basisFields = (basis: LedFile['leaderBasis']): Partial<typeof headFields> => {
  const { leaderBasis, assignment } = headFields;
  return basis === 'specialAssignment' ? { leaderBasis, assignment } : { leaderBasis };
};

const goalAnswer = (label: string) =>
  ({ kind: 'choice', label, options: { codes: goalAnswers, texts: 'guidance.goalAnswer' } }) satisfies Field;

/** A goal. */
export const goalFields = {
  text: { kind: 'text', label: 'guidance.goal.text', required: true },
  measure: { kind: 'line', label: 'guidance.goal.measure', required: true },
  due: { kind: 'date', label: 'guidance.goal.due', required: true, beside: true },
  state: {
    kind: 'choice',
    label: 'guidance.goal.state',
    required: true,
    options: { codes: goalStates, texts: 'guidance.goalState' },
    starts: { value: 'open' },
  },
  result: { kind: 'text', label: 'guidance.goal.result', beside: true },
  achievable: goalAnswer('guidance.goal.achievable'),
  relevant: { ...goalAnswer('guidance.goal.relevant'), beside: true },
  aligned: { ...goalAnswer('guidance.goal.aligned'), beside: true },
} satisfies FieldsFor<Goal, 'goalId'>;

/** A step agreed between sessions. */
export const actionFields = {
  text: { kind: 'text', label: 'guidance.action.text' },
  note: { kind: 'text', label: 'guidance.action.note', beside: true },
  due: { kind: 'date', label: 'guidance.action.due' },
  done: { kind: 'flag', label: 'guidance.action.done', beside: true },
} satisfies FieldsFor<GuidanceAction, 'actionId'>;

/** When and where a session is, and whether it was held; where there is a log, what was done. */
export const sessionFields = {
  state: {
    kind: 'choice',
    label: 'guidance.session.state',
    required: true,
    options: { codes: sessionStates, texts: 'guidance.sessionState' },
  },
  date: { kind: 'date', label: 'guidance.field.date' },
  startTime: { kind: 'time', label: 'guidance.field.startTime', beside: true },
  zone: { ...zoneField, label: 'guidance.field.zone' },
  minutes: { kind: 'minutes', label: 'guidance.field.minutes', beside: true },
  place: { kind: 'line', label: 'guidance.field.place' },
  activity: { kind: 'text', label: 'guidance.field.activity' },
  result: { kind: 'text', label: 'guidance.field.result', beside: true },
} satisfies FieldsFor<LoggedSession, 'sessionId'>;

/** Qualification of a coach, where the register has none. */
export const qualificationFields = {
  qualification: {
    kind: 'line',
    label: 'guidance.qualification.label',
    help: 'guidance.qualification.rule',
  },
} satisfies FieldsFor<Pick<CoachingFile, 'qualification'>>;

/** In what the coach or mentor fits. */
export const fitFields = {
  knowledge: { kind: 'text', label: 'guidance.fit.knowledge', rows: 1 },
  experience: { kind: 'text', label: 'guidance.fit.experience', rows: 1, beside: true },
  skill: { kind: 'text', label: 'guidance.fit.skill', rows: 1 },
  relation: { kind: 'text', label: 'guidance.fit.relation', rows: 1, beside: true },
} satisfies FieldsFor<LedFile['fit']>;

/** How a coaching or a mentoring is planned. */
export const processPlanFields = {
  schedule: { kind: 'text', label: 'guidance.processPlan.schedule' },
  method: { kind: 'text', label: 'guidance.processPlan.method', beside: true },
  material: { kind: 'text', label: 'guidance.processPlan.material' },
  evaluation: { kind: 'text', label: 'guidance.processPlan.evaluation', beside: true },
} satisfies FieldsFor<CoachingFile['plan']>;

/** What the first stage of a mentoring agrees. */
export const agreementFields = {
  agreedOn: { kind: 'date', label: 'guidance.agreementField.agreedOn' },
  limits: { kind: 'text', label: 'guidance.agreementField.limits' },
  confidentiality: { kind: 'text', label: 'guidance.agreementField.confidentiality' },
} satisfies FieldsFor<MentoringFile['agreement']>;

/** What came of it, what both learned, and what is next. */
export const evaluationFields = {
  date: { kind: 'date', label: 'guidance.evaluation.date' },
  by: {
    kind: 'choices',
    label: 'guidance.evaluation.by',
    options: { codes: evaluationWays, texts: 'guidance.evaluationWay' },
  },
  outcome: {
    kind: 'choice',
    label: 'guidance.evaluation.outcome',
    options: { codes: guidanceOutcomes, texts: 'guidance.outcome' },
  },
  lessons: { kind: 'text', label: 'guidance.evaluation.lessons' },
  next: { kind: 'text', label: 'guidance.evaluation.next' },
} satisfies FieldsFor<LedFile['evaluation']>;

const obstacle = {
  kind: {
    kind: 'choice',
    label: 'guidance.obstacle.kind',
    required: true,
    options: { codes: obstacleKinds, texts: 'guidance.obstacleKind' },
    starts: { value: 'time' },
  },
  agreed: { kind: 'text', label: 'guidance.obstacle.agreed' },
  helped: {
    kind: 'choice',
    label: 'guidance.obstacle.helped',
    options: { codes: helpedAnswers, texts: 'guidance.obstacleHelped' },
    beside: true,
  },
} satisfies FieldsFor<ProgrammeObstacle>;

/**
 * Obstacles of the programme, what was agreed, and whether it helped. Resistance is offered where several take part
 * alone: of one employee it would say whose (law: practicalObstacles). Older working papers keep what they say.
 */
export const obstacleFieldsOf = ({ participants }: Pick<LedFile, 'participants'>) => {
  const past = participants.length > 1 ? [] : (['resistance'] as const);
  const kind = { ...obstacle.kind, options: { ...obstacle.kind.options, past } } satisfies Field;
  return {
    obstacles: {
      kind: 'list',
      label: 'guidance.obstacle.list',
      fields: { ...obstacle, kind },
      min: 0,
      max: workingLimits.obstacles,
      texts: {
        entry: 'guidance.obstacle.legend',
        add: 'guidance.obstacle.add',
        remove: 'guidance.obstacle.remove',
      },
    },
  } satisfies FieldsFor<Pick<LedFile, 'obstacles'>>;
};
