import type {
  EvaluatingOfficial,
  EvaluationContent,
  EvaluationSigning,
  JudgedLine,
} from '@shared/domain/competence/evaluation.ts';
import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import { isIsoDate } from '@shared/kernel/date.ts';

/** An evaluation while it is typed: a line has no outcome until somebody chooses one. */
export type TypedEvaluation = DraftContent<'planEvaluation'>;

/** An evaluation of which nothing is typed yet. */
export const blankEvaluation = (date: string): TypedEvaluation => ({
  date,
  official: '',
  officialNip: '',
  office: '',
  results: [],
  conclusion: '',
  why: '',
  signing: null,
  medium: 'ink',
  signedOn: date,
  files: [],
});

/** What was typed, with exactly the lines of the plan as it stands: one that was added is not judged yet. */
export const evaluationOf = (
  lines: readonly Pick<JudgedLine, 'itemId'>[],
  typed: TypedEvaluation,
): TypedEvaluation => ({
  ...typed,
  results: lines.map(
    ({ itemId }) =>
      typed.results.find((result) => result.itemId === itemId) ?? { itemId, outcome: null, level: null, remark: '' },
  ),
});

/** What is said of the plan, as far as it is typed. */
export const contentOf = ({ date, conclusion, results }: TypedEvaluation) => ({ date, conclusion, results });

/** The evaluation once every line is judged and the day is named; null until then. */
export const readyEvaluation = ({ results, date, conclusion }: TypedEvaluation): EvaluationContent | null => {
  const judged = results.flatMap(({ outcome, ...rest }) => (outcome === null ? [] : [{ ...rest, outcome }]));
  return isIsoDate(date) && judged.length === results.length ? { date, conclusion, results: judged } : null;
};

/** Who signed on paper, as typed. */
export const officialOf = ({ official, officialNip, office }: TypedEvaluation): EvaluatingOfficial => ({
  name: official,
  nip: officialNip,
  office,
});

/** How it is signed: as chosen, else by the holder where that is the authorised official. */
export const signingOf = ({ signing }: TypedEvaluation, isOfficial: boolean): EvaluationSigning =>
  isOfficial ? (signing ?? 'vault') : 'paper';

/** True once what is signed in this way has all that it asks beside the results. */
export const isSignable = (typed: TypedEvaluation, signing: EvaluationSigning): boolean =>
  signing === 'vault' || (typed.official.trim() !== '' && typed.files.length > 0 && isIsoDate(typed.signedOn));
