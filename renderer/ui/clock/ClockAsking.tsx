import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { type AskClock, AskClockProvider, type ClockAsked } from '../../lib/ask-clock.ts';
import { ClockQuestion, type TypedTime, typedTimeOf } from './ClockQuestion.tsx';

interface Pending {
  readonly number: number;
  readonly asked: ClockAsked;
  readonly initial: TypedTime;
  readonly answer: (answer: ClockAnswer | null) => void;
}

const empty: TypedTime = { day: '', time: '' };

/**
 * Asks about the clock over whatever page signs. Once corrected it is proposed again, as much later as it is since, so
 * that who signs much does not type the time each time.
 */
export const ClockAsking = ({ children }: { readonly children: ReactNode }) => {
  const [pending, setPending] = useState<Pending | null>(null);
  const stated = useRef<{ readonly at: number; readonly since: number } | null>(null);
  const count = useRef(0);
  const ask = useCallback<AskClock>(
    (asked) =>
      new Promise((resolve) => {
        const last = stated.current;
        const initial = last === null ? empty : typedTimeOf(last.at + performance.now() - last.since);
        const answer = (given: ClockAnswer | null): void => {
          if (given?.reason === 'computerWrong')
            stated.current = { at: Date.parse(given.at), since: performance.now() };
          setPending(null);
          resolve(given);
        };
        count.current += 1;
        setPending({ number: count.current, asked, initial, answer });
      }),
    [],
  );
  return (
    <AskClockProvider value={ask}>
      {children}
      {pending !== null && (
        <ClockQuestion key={pending.number} asked={pending.asked} initial={pending.initial} onAnswer={pending.answer} />
      )}
    </AskClockProvider>
  );
};
