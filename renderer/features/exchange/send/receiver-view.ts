import type { Leaving, OutboxReceiver } from '@shared/contract/exchange.ts';
import type { JournalEntry } from '@shared/contract/exchange-journal.ts';
import { unconfirmed } from '../../../lib/delivery-state.ts';

/** Packages for a person about a case that have no receipt yet. */
export const unconfirmedFor = (
  entries: readonly JournalEntry[],
  caseId: string,
  entryId: string,
): readonly JournalEntry[] =>
  unconfirmed(entries).filter((entry) => entry.caseId === caseId && entry.peer.entryId === entryId);

/** What leaves for a receiver; `again`: with all that has no receipt yet. */
export const leavingOf = (receiver: OutboxReceiver, again: boolean): Leaving =>
  again && receiver.again !== null ? receiver.again : receiver;

/** Receivers whom the page of a case shows: all who are due something, or the one that it was asked for. */
export const receiversToShow = (
  receivers: readonly OutboxReceiver[],
  entryId: string | undefined,
): readonly OutboxReceiver[] =>
  receivers.filter((receiver) => isOpen(receiver) && (entryId === undefined || receiver.entryId === entryId));

/** True when there is something to seal for the person, or to seal again. */
export const isOpen = ({ acts, unconfirmed: open }: Pick<OutboxReceiver, 'acts' | 'unconfirmed'>): boolean =>
  acts.length > 0 || open > 0;

/**
 * True when a receiver was sealed for just now and needs nothing more: shown as then, or due nothing any more. What one
 * package did not hold stays due, and is shown anew.
 */
export const isDone = (receiver: OutboxReceiver, sealed: readonly { readonly receiver: OutboxReceiver }[]): boolean =>
  sealed.some(
    (done) => done.receiver.entryId === receiver.entryId && (done.receiver === receiver || receiver.acts.length === 0),
  );
