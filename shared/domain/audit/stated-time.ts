import { isEarlier } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { instant } from '../fields.ts';
import { type ClockReason, settlingReasons, unusedDays } from './clock.ts';

/** What a signature says of its time where a person corrected it; whoever has the header may know that, and no more. */
export const clockMarks = ['corrected'] as const;
export type ClockMark = (typeof clockMarks)[number];

/**
 * What a person says where signing asks about the clock of this computer: it is wrong, and which time it is; or it is
 * right, and why it is doubted all the same.
 */
export const clockAnswerSchema = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('computerWrong'), at: instant }),
  z.strictObject({ reason: z.enum(settlingReasons) }),
]);
export type ClockAnswer = z.output<typeof clockAnswerSchema>;

/** What speaks against signing by the clock of this computer; all are instants. */
export interface ClockQuestion {
  readonly reads: string;
  /** The last moment by a clock that nobody doubted, where this one leapt since; null where it did not. */
  readonly leaptFrom: string | null;
  /** When the newest of what would be named was signed, where this clock is behind that; null where it is not. */
  readonly behind: string | null;
}

const latest = (times: readonly (string | null)[]): string | null =>
  times.reduce((a, b) => (a === null || (b !== null && Date.parse(b) > Date.parse(a)) ? b : a), null);

/**
 * Whether signing now asks about the clock (law: clockAsked): exactly where receivers would doubt what is signed, since
 * it is dated before what it names, and where the clock leapt against the trail. `leaptFrom`: the last moment before
 * an open leap; `named`: when the things were signed that the new one names.
 */
export const clockQuestion = (
  reads: string,
  leaptFrom: string | null,
  named: readonly string[],
): ClockQuestion | null => {
  const newest = latest(named);
  const behind = isEarlier(reads, newest) ? newest : null;
  return leaptFrom === null && behind === null ? null : { reads, leaptFrom, behind };
};

/** What a person may say to a question. That the vault lay unused explains a leap ahead, and no act that is newer. */
export const reasonsFor = ({ reads, leaptFrom, behind }: ClockQuestion): readonly ClockReason[] => {
  const isAhead = leaptFrom !== null && behind === null && Date.parse(reads) > Date.parse(leaptFrom);
  return ['computerWrong', 'earlierWrong', ...(isAhead ? (['longUnused'] as const) : [])];
};

/** The newest moment that is known to be past: a corrected time is measured by it. */
export const newestKnown = ({ leaptFrom, behind, reads }: ClockQuestion): string =>
  latest([leaptFrom, behind]) ?? reads;

/**
 * True for a corrected time that may be stated: not before what is known by more than clocks may differ, which is what
 * receivers go by too, and not further ahead of it than a vault lies unused: another year is a slip.
 */
export const isFitTime = (question: ClockQuestion, at: string): boolean => {
  const known = newestKnown(question);
  return !isEarlier(at, known) && Date.parse(at) - Date.parse(known) <= unusedDays * 86_400_000;
};

/** The time that is signed; `corrected` where it is not what the clock of this computer reads. */
export interface StatedTime {
  readonly at: string;
  readonly corrected: boolean;
}

/**
 * The time to sign. What is answered where nothing is asked does not count: nobody states a time who has no cause to.
 * `clockAsked`: nothing, or nothing that answers it, was said; `correctionUnfit`: a time that cannot be.
 */
export const timeToState = (
  reads: string,
  question: ClockQuestion | null,
  answer: ClockAnswer | null,
): Result<StatedTime, AppError<'clockAsked' | 'correctionUnfit'>> => {
  if (question === null) return ok({ at: reads, corrected: false });
  const { leaptFrom, behind } = question;
  const details = {
    reads: question.reads,
    known: newestKnown(question),
    reasons: reasonsFor(question),
    isBehind: behind !== null,
    hasLeapt: leaptFrom !== null,
  };
  if (answer === null || !reasonsFor(question).includes(answer.reason)) return fail('clockAsked', details);
  if (answer.reason !== 'computerWrong') return ok({ at: reads, corrected: false });
  return isFitTime(question, answer.at) ? ok({ at: answer.at, corrected: true }) : fail('correctionUnfit', details);
};
