import type { Goal } from './working-file.ts';

/**
 * What a goal lacks to be SMART (law: processGoals): said what, measured how, until when. Codes of i18n under
 * `guidance.goalLacks`.
 */
export type GoalLack = 'text' | 'measure' | 'due' | 'dueBeforeStart' | 'vague';

/**
 * Words that measure nothing by themselves (law: vagueMeasures): they ask for a number, a product or a date beside
 * them.
 */
const vagueWords = /\b(lebih baik|meningkat|optimal|maksimal|baik|better|improve[ds]?|optimi[sz]ed?)\b/i;
const hasFigure = (text: string): boolean => /\d/.test(text);

/**
 * What is missing before a goal can be judged later. `start`: the first day of the guidance (`YYYY-MM-DD`), or empty
 * when nothing is planned yet. A goal with nothing missing gives an empty list; `vague` is advice, not an error.
 */
export const goalLacks = (
  { text, measure, due }: Pick<Goal, 'text' | 'measure' | 'due'>,
  start: string,
): GoalLack[] => {
  const lacks: GoalLack[] = [];
  if (text === '') lacks.push('text');
  if (measure === '') lacks.push('measure');
  else if (vagueWords.test(measure) && !hasFigure(measure)) lacks.push('vague');
  if (due === '') lacks.push('due');
  else if (start !== '' && due < start) lacks.push('dueBeforeStart');
  return lacks;
};

/** True when nothing but advice is left. */
export const isSmart = (goal: Pick<Goal, 'text' | 'measure' | 'due'>, start: string): boolean =>
  goalLacks(goal, start).every((lack) => lack === 'vague');
