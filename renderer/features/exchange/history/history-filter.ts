import type { JournalEntry } from '@shared/contract/exchange-journal.ts';
import { deliveryState } from '../../../lib/delivery-state.ts';

/** What of the history is shown. */
export const historyFilters = ['all', 'out', 'in', 'waiting'] as const;
export type HistoryFilter = (typeof historyFilters)[number];

/** True when an entry of the journal is among what is asked for. */
export const matches = (entry: JournalEntry, filter: HistoryFilter): boolean => {
  if (filter === 'all') return true;
  return filter === 'waiting' ? deliveryState(entry) === 'waiting' : entry.direction === filter;
};
