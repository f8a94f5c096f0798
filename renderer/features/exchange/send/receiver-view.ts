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

/** True when there is something to seal for the person, or to seal again. */
export const isOpen = ({ acts, unconfirmed: open }: Pick<OutboxReceiver, 'acts' | 'unconfirmed'>): boolean =>
  acts.length > 0 || open > 0;
