import {
  type ChoiceAnswer,
  type ChoiceOutcome,
  type ChoiceQuestion,
  type ChoiceRow,
  choiceOutcomes,
  choiceQuestions,
  choiceRows,
  disputedRows,
} from './choice-rows.ts';

/** What has been answered so far; `null`: not asked, as there is no gap. */
export type ChoiceAnswers = { readonly [Q in ChoiceQuestion]?: ChoiceAnswer<Q> | null };

/** A reason for a recommendation. */
export interface ChoiceGround {
  readonly row: ChoiceRow;
  /** False: another source's ground, shown because sources differ; it does not hold for these answers. */
  readonly holds: boolean;
}

export interface ChoiceRecommendation {
  readonly outcome: ChoiceOutcome;
  /** `first` when one of its grounds is. */
  readonly rank: 'first' | 'also';
  readonly grounds: readonly ChoiceGround[];
  /** Sources see this form for different employees. */
  readonly disputed: boolean;
}

const onlyWithGap: readonly ChoiceQuestion[] = ['cause', 'matter'];

/** Questions that are asked, in order: without a gap there is neither a cause nor a matter to ask for. */
export const askedQuestions = ({ gap }: ChoiceAnswers): ChoiceQuestion[] =>
  (Object.keys(choiceQuestions) as ChoiceQuestion[]).filter(
    (question) => gap !== 'none' || !onlyWithGap.includes(question),
  );

/** Questions that still wait for an answer. */
export const openQuestions = (answers: ChoiceAnswers): ChoiceQuestion[] =>
  askedQuestions(answers).filter((question) => answers[question] === undefined || answers[question] === null);

const settled = (answers: ChoiceAnswers): ChoiceAnswers =>
  answers.gap === 'none' ? { ...answers, cause: null, matter: null } : answers;

/** True when every condition of the row is answered so; a question without an answer holds no condition. */
const holds = ({ when }: ChoiceRow, answers: ChoiceAnswers): boolean =>
  Object.entries(when).every(([question, wanted]) => {
    const given = answers[question as ChoiceQuestion];
    return given !== undefined && (wanted as readonly unknown[]).includes(given);
  });

const differing = (row: ChoiceRow): readonly ChoiceRow[] => {
  const ids = disputedRows.filter((group) => group.includes(row.id)).flat();
  return choiceRows.filter(({ id }) => ids.includes(id) && id !== row.id);
};

const recommendation = (outcome: ChoiceOutcome, held: readonly ChoiceRow[]): ChoiceRecommendation => {
  const others = held.flatMap(differing);
  const unheld = others.filter((row) => row.recommends === outcome && !held.includes(row));
  return {
    outcome,
    rank: held.some(({ rank }) => rank === 'first') ? 'first' : 'also',
    grounds: [...held.map((row) => ({ row, holds: true })), ...unheld.map((row) => ({ row, holds: false }))],
    disputed: others.length > 0,
  };
};

/** `first` before `also`, then what more grounds speak for, then the order of the outcomes. */
const byFit = (a: ChoiceRecommendation, b: ChoiceRecommendation): number => {
  const groundsOf = ({ grounds }: ChoiceRecommendation): number => grounds.filter((ground) => ground.holds).length;
  const rankOf = ({ rank }: ChoiceRecommendation): number => (rank === 'first' ? 0 : 1);
  return (
    rankOf(a) - rankOf(b) ||
    groundsOf(b) - groundsOf(a) ||
    choiceOutcomes.indexOf(a.outcome) - choiceOutcomes.indexOf(b.outcome)
  );
};

/**
 * What the decision table recommends for these answers, the most fitting first, each with its reasons. Given only some
 * answers, what already holds; never empty once all are given.
 */
export const recommend = (answers: ChoiceAnswers): ChoiceRecommendation[] => {
  const given = settled(answers);
  const held = choiceRows.filter((row) => holds(row, given));
  return choiceOutcomes
    .map((outcome) => ({ outcome, rows: held.filter(({ recommends }) => recommends === outcome) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ outcome, rows }) => recommendation(outcome, rows))
    .sort(byFit);
};
