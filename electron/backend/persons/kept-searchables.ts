import { type Searchable, searchable } from '@shared/kernel/search-text.ts';
import type { RecordsDb } from '../db/handles.ts';

/** Somebody of the register with the texts that a search looks through. */
interface Searched {
  readonly id: string;
  readonly texts: readonly string[];
}

/**
 * Makes of people what a search looks through, and keeps it for the next search: thousands are asked at each letter
 * that is typed. What is kept lasts as long as the open vault, of no more people than were asked for last.
 */
export const keptSearchables = (): ((records: RecordsDb, people: readonly Searched[]) => readonly Searchable[]) => {
  const kept = new WeakMap<RecordsDb, Map<string, { readonly texts: readonly string[]; readonly made: Searchable }>>();
  return (records, people) => {
    const before = kept.get(records);
    const now = new Map<string, { readonly texts: readonly string[]; readonly made: Searchable }>();
    for (const { id, texts } of people) {
      const known = before?.get(id);
      const isSame = known?.texts.every((text, at) => text === texts[at]) ?? false;
      now.set(id, known !== undefined && isSame ? known : { texts, made: searchable(texts) });
    }
    kept.set(records, now);
    return [...now.values()].map(({ made }) => made);
  };
};
