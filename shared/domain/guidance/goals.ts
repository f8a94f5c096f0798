import { type Goal, goalQuestions } from './working-file.ts';

type GoalQuestion = (typeof goalQuestions)[number];
type JudgedGoal = Pick<Goal, 'text' | 'measure' | 'due' | GoalQuestion>;

/**
 * What a goal lacks (law: processGoals): said what, measured how, until when; and what a person answered with no:
 * achievable, relevant, in line with the organisation. Codes of i18n under `guidance.goalLacks`.
 */
export type GoalLack = 'text' | 'measure' | 'due' | 'dueBeforeStart' | 'vague' | GoalQuestion;

/**
 * Words that measure nothing by themselves (law: vagueMeasures): they ask for a number, a product or a date beside
 * them.
 */
const vagueWords = /\b(lebih baik|meningkat|optimal|maksimal|baik|better|improve[ds]?|optimi[sz]ed?)\b/i;
const hasFigure = (text: string): boolean => /\d/.test(text);

/**
 * What is missing before a goal can be judged later. `start`: the first day of the guidance (`YYYY-MM-DD`), or empty
 * when nothing is planned yet. A goal with nothing missing gives an empty list; `vague` is advice, not an error. What
 * nobody answered is not computed, and lacks nothing.
 */
export const goalLacks = (goal: JudgedGoal, start: string): GoalLack[] => {
  const { text, measure, due } = goal;
  const lacks: GoalLack[] = [];
  if (text === '') lacks.push('text');
  if (measure === '') lacks.push('measure');
  else if (vagueWords.test(measure) && !hasFigure(measure)) lacks.push('vague');
  if (due === '') lacks.push('due');
  else if (start !== '' && due < start) lacks.push('dueBeforeStart');
  return [...lacks, ...goalQuestions.filter((question) => goal[question] === 'no')];
};

/** True when nothing but advice is left, and a person answered with yes what no program can tell. */
export const isSmart = (goal: JudgedGoal, start: string): boolean =>
  goalLacks(goal, start).every((lack) => lack === 'vague') &&
  goalQuestions.every((question) => goal[question] === 'yes');
