import type { JournalEntry, OutboxReceiver } from '@shared/contract/exchange.ts';
import { unconfirmed } from '../../../lib/delivery-state.ts';

/** Packages for a person about a case that have no receipt yet. */
export const unconfirmedFor = (
  entries: readonly JournalEntry[],
  caseId: string,
  entryId: string,
): readonly JournalEntry[] =>
  unconfirmed(entries).filter((entry) => entry.caseId === caseId && entry.peer.entryId === entryId);

/** A receiver to whom nothing new is due, known from the journal alone, so that one can seal again; null: unknown. */
export const receiverOfJournal = (
  entries: readonly JournalEntry[],
  caseId: string,
  entryId: string,
): OutboxReceiver | null => {
  const open = unconfirmedFor(entries, caseId, entryId);
  const [latest] = open;
  if (latest === undefined || latest.peer.person === null) return null;
  return {
    entryId,
    person: latest.peer.person,
    roles: latest.peer.roles,
    acts: [],
    files: [],
    bytes: 0,
    withheld: [],
    unconfirmed: open.length,
    lastReceivedAt: null,
  };
};

/** Receivers whom the page of a case shows: all who are due something, or the one that it was asked for. */
export const receiversToShow = (
  receivers: readonly OutboxReceiver[],
  entries: readonly JournalEntry[],
  caseId: string,
  entryId: string | undefined,
): readonly OutboxReceiver[] => {
  const open = receivers.filter(isOpen);
  if (entryId === undefined) return open;
  const only = open.filter((receiver) => receiver.entryId === entryId);
  const known = only.length > 0 ? null : receiverOfJournal(entries, caseId, entryId);
  return known === null ? only : [known];
};

/** True when there is something to seal for the person, or to seal again. */
export const isOpen = ({ acts, unconfirmed: open }: Pick<OutboxReceiver, 'acts' | 'unconfirmed'>): boolean =>
  acts.length > 0 || open > 0;
