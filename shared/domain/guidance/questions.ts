/**
 * Question bank of coaching sessions: the four stages of GROW (Goal, Reality, Options, Will), openers and closers,
 * questions for a group, and questions that fit the fields of the coaching form. The words are this project's own
 * (law: questions); they are in i18n under `guidanceQuestions.ask.<topic>.<code>`.
 */

/** Stages of a session, in order. */
export const questionStages = ['opening', 'goal', 'reality', 'options', 'will', 'closing', 'group'] as const;
export type QuestionStage = (typeof questionStages)[number];

/** Fields of the coaching form that have questions of their own, in the order of the form. */
export const questionFields = [
  'progress',
  'problem',
  'cause',
  'alternatives',
  'method',
  'process',
  'quality',
  'adjustment',
] as const;
export type QuestionField = (typeof questionFields)[number];

export type QuestionTopic = QuestionStage | QuestionField;

const codes = {
  opening: ['wellBeing', 'onYourMind', 'sinceLast', 'proud', 'useOfTime', 'staysHere'],
  goal: [
    'today',
    'result',
    'picture',
    'important',
    'notice',
    'measure',
    'when',
    'reach',
    'yours',
    'onePart',
    'firstSign',
    'worth',
  ],
  reality: [
    'now',
    'done',
    'worked',
    'obstacle',
    'facts',
    'others',
    'often',
    'influence',
    'missing',
    'avoid',
    'scale',
    'exception',
  ],
  options: [
    'ways',
    'else',
    'noLimit',
    'before',
    'admire',
    'smallest',
    'opposite',
    'help',
    'tradeOff',
    'best',
    'friend',
    'without',
  ],
  will: [
    'choose',
    'firstStep',
    'whenStart',
    'whatStops',
    'ifStopped',
    'support',
    'tellWhom',
    'sure',
    'higher',
    'proof',
    'letGo',
    'checkIn',
  ],
  closing: ['take', 'useful', 'clear', 'write', 'next', 'feel'],
  group: ['shared', 'strength', 'quiet', 'differ', 'agree', 'eachStep', 'helpEachOther', 'teamSign'],
  progress: ['reached', 'strategy', 'further', 'planned'],
  problem: ['stuck', 'exactly', 'effect', 'alone'],
  cause: ['behind', 'under', 'pattern', 'check'],
  alternatives: ['own', 'tried', 'colleagues', 'firstTest'],
  method: ['howDo', 'otherMethod', 'tool'],
  process: ['steps', 'longest', 'handover'],
  quality: ['good', 'error', 'userSees'],
  adjustment: ['stillFits', 'changed', 'newMeasure', 'leader'],
} as const satisfies Readonly<Record<QuestionTopic, readonly string[]>>;

/** A question of the bank. */
export interface GuidanceQuestion {
  readonly topic: QuestionTopic;
  readonly code: string;
  /** Key of its text in i18n. */
  readonly textKey: string;
}

/** Questions of a stage or a field, in the order in which they are offered. */
export const questionsOf = (topic: QuestionTopic): readonly GuidanceQuestion[] =>
  codes[topic].map((code) => ({ topic, code, textKey: `guidanceQuestions.ask.${topic}.${code}` }));

/** All questions, stage by stage, then field by field. */
export const allQuestions = (): readonly GuidanceQuestion[] =>
  [...questionStages, ...questionFields].flatMap(questionsOf);
