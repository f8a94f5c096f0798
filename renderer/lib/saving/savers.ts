import type { WireError } from '@shared/contract/method.ts';
import { createSaver, type Saved, type Saver, type Write } from './saver.ts';

/** Milliseconds that a lock waits for what was typed last; a person who locks wants to go. */
const longest = 1500;

interface Entry {
  readonly saver: Saver<never, Saved>;
  /** Pages that write with it now. */
  holders: number;
}

/**
 * Savers by the place that they write, e.g. one draft. One outlives the page that it was made for until everything is
 * written: whoever comes back to the place meanwhile goes on with it, so that two never write the same place.
 */
const entries = new Map<string, Entry>();

const dropWhenDone = (entry: Entry): void => {
  if (entry.holders > 0 || entry.saver.unsaved() !== null) return;
  for (const [place, known] of entries) if (known === entry) entries.delete(place);
};

const entryAt = (place: string, make: () => Saver<never, Saved>): Entry => {
  const known = entries.get(place);
  if (known !== undefined) return known;
  const entry: Entry = { saver: make(), holders: 0 };
  entry.saver.onState(() => dropWhenDone(entry));
  entries.set(place, entry);
  return entry;
};

/** A saver and the way to leave it: what is not written then is written at once, and tried again until it is. */
export interface HeldSaver<T, S extends Saved> {
  readonly saver: Saver<T, S>;
  readonly leave: () => void;
}

/** The saver of a place; made with `write` where there is none. */
export const holdSaver = <T, S extends Saved>(place: string, write: Write<T, S>): HeldSaver<T, S> => {
  const entry = entryAt(place, () => createSaver(write) as unknown as Saver<never, Saved>);
  entry.holders += 1;
  return {
    saver: entry.saver as unknown as Saver<T, S>,
    leave: () => {
      entry.holders -= 1;
      void entry.saver.flush().then(() => dropWhenDone(entry));
    },
  };
};

/** Lets the saver of a place be found at another one too: a new note has got its id. */
export const alsoAt = (place: string, other: string): void => {
  const entry = entries.get(place);
  if (entry !== undefined) entries.set(other, entry);
};

const unsavedEntries = (): readonly Entry[] =>
  [...new Set(entries.values())].filter(({ saver }) => saver.unsaved() !== null);

/** Why something that was typed is not saved; null: nothing failed, at most it is on its way. */
export const whyUnsaved = (): WireError | null =>
  unsavedEntries()
    .find(({ saver }) => saver.state().error !== null)
    ?.saver.state().error ?? null;

/**
 * Saves whatever was typed last, on every page, and waits for it, a moment at most. Tells whether all is saved. Never
 * rejects.
 */
export const saveUnsaved = async (): Promise<boolean> => {
  const unsaved = unsavedEntries();
  if (unsaved.length === 0) return true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moment = new Promise((resolve) => {
    timer = setTimeout(resolve, longest);
  });
  await Promise.race([Promise.all(unsaved.map(({ saver }) => saver.flush())), moment]);
  clearTimeout(timer);
  return unsavedEntries().length === 0;
};
