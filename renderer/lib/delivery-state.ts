import type { JournalEntry } from '@shared/contract/exchange-journal.ts';

/**
 * How it stands with a package: `received` – the other side took it in; `waiting` – nothing is known yet; `replaced` –
 * a later package holds its acts again; `noAnswer` – a receipt, which needs none itself; `taken` – taken in here.
 */
export type DeliveryState = 'received' | 'waiting' | 'replaced' | 'noAnswer' | 'taken';

type Told = Pick<JournalEntry, 'direction' | 'kind' | 'receivedAt' | 'replaced'>;

/** Says how it stands with a package of the journal. */
export const deliveryState = ({ direction, kind, receivedAt, replaced }: Told): DeliveryState => {
  if (direction === 'in') return 'taken';
  if (receivedAt !== null) return 'received';
  if (kind === 'receipt') return 'noAnswer';
  return replaced ? 'replaced' : 'waiting';
};

/** Packages that were sent and of which nothing is known yet, the latest first as in the journal. */
export const unconfirmed = (entries: readonly JournalEntry[]): readonly JournalEntry[] =>
  entries.filter((entry) => deliveryState(entry) === 'waiting');

/** Latest package of the journal sent to a person for a case; undefined for none. */
export const latestSent = (
  entries: readonly JournalEntry[],
  caseId: string,
  entryId: string,
): JournalEntry | undefined =>
  entries.find((entry) => entry.direction === 'out' && entry.caseId === caseId && entry.peer.entryId === entryId);

/** People for whom a receipt can be made: those whom the directory knows, since one seals to nobody else. */
export const receiptsToMake = <T extends { readonly peer: Pick<JournalEntry['peer'], 'entryId'> }>(
  due: readonly T[],
): readonly T[] => due.filter(({ peer }) => peer.entryId !== null);
