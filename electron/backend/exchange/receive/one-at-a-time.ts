import type { Unlocked } from '../../vault/unlocked.ts';
import { createPerVault } from '../../workspace/per-vault.ts';

const queueOf = createPerVault((): { last: Promise<unknown> } => ({ last: Promise.resolve() }));

/**
 * Runs what judges packages or takes them in one after the other: a large one is written ahead over many turns, and
 * what is half written must be neither judged nor written a second time. Not to be nested.
 */
export const oneAtATime = <T>({ vault }: Pick<Unlocked, 'vault'>, run: () => Promise<T>): Promise<T> => {
  const queue = queueOf(vault);
  const mine = queue.last.then(run);
  queue.last = mine.catch(() => undefined);
  return mine;
};
