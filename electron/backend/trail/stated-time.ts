import { type ClockAnswer, clockQuestion, type StatedTime, timeToState } from '@shared/domain/audit/stated-time.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import type { Clock } from '@shared/kernel/ports.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { leapOf } from './clock-doubt.ts';
import { stateClock } from './state-clock.ts';

export type ClockFault = 'clockAsked' | 'correctionUnfit';

/** When something is signed, and what was said of the clock for that. */
export interface SigningTime extends StatedTime {
  /** What a person answered; null where nothing was asked. */
  readonly answered: ClockAnswer | null;
}

/**
 * The time to sign now, after what is named: `named` are the instants of that. Every signature in the holder's name
 * takes its time from here, so none is made by a clock that speaks against itself without a word.
 */
export const signingTime = (
  { clock }: { readonly clock: Clock },
  tx: Pick<RecordsReader, 'get'>,
  named: readonly string[],
  answer: ClockAnswer | null,
): Result<SigningTime, AppError<ClockFault>> => {
  const reads = toIsoInstant(clock.now());
  const question = clockQuestion(reads, leapOf(tx, reads), named);
  const time = timeToState(reads, question, answer);
  return time.ok ? ok({ ...time.value, answered: question === null ? null : answer }) : time;
};

/** Records in the trail what was said of the clock before something was signed, in the caller's transaction. */
export const noteAnswer = (
  deps: { readonly clock: Clock },
  tx: RecordsWriter,
  { answered }: Pick<SigningTime, 'answered'>,
): void => {
  if (answered !== null) stateClock(deps, tx, answered.reason);
};
