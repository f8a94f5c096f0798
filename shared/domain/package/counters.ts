/** Packages of one sender in one of its epochs, as this vault took them in. */
export interface CounterLog {
  /** Hash of the manifest by counter. */
  readonly taken: ReadonlyMap<number, string>;
  /** Counters that a later package said it replaces. */
  readonly replaced: ReadonlySet<number>;
}

/** `new`: the next one. `late`: an older one that never came. `gap`: something before it has not come. */
export type CounterVerdict = 'new' | 'late' | 'gap' | 'duplicate' | 'fork';

const highestOf = ({ taken }: CounterLog): number => {
  let highest = 0;
  for (const counter of taken.keys()) highest = Math.max(highest, counter);
  return highest;
};

/** What the counter of a package says. A counter repeated with other content is a fork: two vaults speak as one. */
export const judgeCounter = (log: CounterLog, counter: number, manifestHash: string): CounterVerdict => {
  const earlier = log.taken.get(counter);
  if (earlier !== undefined) return earlier === manifestHash ? 'duplicate' : 'fork';
  const highest = highestOf(log);
  if (counter === highest + 1) return 'new';
  if (counter < highest) return 'late';
  const { replaced } = log;
  for (let before = highest + 1; before < counter; before += 1) if (!replaced.has(before)) return 'gap';
  return 'new';
};

/** Counters below the highest that never came and that nothing replaced, at most `limit`. */
export const missingCounters = (log: CounterLog, limit = 1000): number[] => {
  const { taken } = log;
  const highest = highestOf(log);
  if (taken.size === highest) return [];
  const { replaced } = log;
  const missing: number[] = [];
  for (let counter = 1; counter < highest && missing.length < limit; counter += 1) {
    if (!taken.has(counter) && !replaced.has(counter)) missing.push(counter);
  }
  return missing;
};
