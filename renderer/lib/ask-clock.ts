import { type ClockDetails, clockDetails, clockErrors } from '@shared/contract/fields.ts';
import type { WireError } from '@shared/contract/method.ts';
import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { createContext, useContext } from 'react';

/** What a call that signs asks of the clock. */
export interface ClockAsked {
  readonly details: ClockDetails;
  /** A time was stated that cannot be. */
  readonly unfit: boolean;
}

/** Asks the person about the clock; null when that was left. */
export type AskClock = (asked: ClockAsked) => Promise<ClockAnswer | null>;

const AskClockContext = createContext<AskClock | null>(null);

/** Gives a page's calls the question about the clock. */
export const AskClockProvider = AskClockContext.Provider;

/** How the person is asked; null on a page that signs nothing. */
export const useAskClock = (): AskClock | null => useContext(AskClockContext);

/** What a failed call asks of the clock; null for any other failure. */
export const clockAskedBy = ({ code, details }: WireError): ClockAsked | null => {
  if (!clockErrors.some((asks) => asks === code)) return null;
  const read = clockDetails.safeParse(details);
  return read.success ? { details: read.data, unfit: code === 'correctionUnfit' } : null;
};
