import fc from 'fast-check';
import { arbitraryHistory, playHistory } from './history.ts';
import { makeStages, type Stages } from './stages.ts';

/** What a run of the model found. */
export interface ModelReport {
  readonly tried: number;
  readonly failed: number;
  /** Readable scripts of what failed, shrunk. */
  readonly notes: readonly string[];
  /** How often things happened, over all histories. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface ModelOptions {
  readonly runs: number;
  /** The same seed plays the same histories. Batches count on from it: a run goes on at `seed + batches done`. */
  readonly seed: number;
  /** Told after each batch. */
  readonly report?: (line: string) => void;
  /** Histories of a batch. */
  readonly batch?: number;
  /** Ends the run early. */
  readonly until?: () => boolean;
  /** Failures after which it ends. */
  readonly maxFailed?: number;
  /** Shorter histories that are tried in search of the shortest one that fails. */
  readonly maxShrinks?: number;
}

const add = (sums: Map<string, number>, counts: ReadonlyMap<string, number>): void => {
  for (const [what, by] of counts) sums.set(what, (sums.get(what) ?? 0) + by);
};

const runBatch = async (
  made: Stages,
  seed: number,
  numRuns: number,
  sums: Map<string, number>,
  maxShrinks: number,
): Promise<{ tried: number; note: string | null }> => {
  let shrinking = false;
  let shrinks = maxShrinks;
  const checked = await fc.check(
    fc.asyncProperty(arbitraryHistory(), async (history) => {
      // What is left by then stands as it is: the rest of the histories is worth more than a shorter script.
      if (shrinking && shrinks-- <= 0) return;
      const world = await playHistory(made, history);
      if (!shrinking) add(sums, world.counts);
      if (world.faults.length === 0) return;
      shrinking = true;
      throw new Error([...world.faults.slice(0, 8), ...world.script].join('\n'));
    }),
    { numRuns, seed, endOnFailure: false, interruptAfterTimeLimit: 1_800_000, markInterruptAsFailure: false },
  );
  const failed = checked.failed && checked.counterexample !== null;
  const error = checked.errorInstance instanceof Error ? checked.errorInstance.message : String(checked.errorInstance);
  return {
    tried: checked.numRuns,
    note: failed ? `seed ${seed}, path ${checked.counterexamplePath}, ${checked.numShrinks} shrinks\n${error}` : null,
  };
};

/**
 * Plays random histories of several vaults between which packages are lost, doubled, reordered and delayed, with
 * restarts, restored copies and wrong clocks, and checks that each ends in agreement.
 */
export const runExchangeModel = async (options: ModelOptions): Promise<ModelReport> => {
  const {
    runs,
    seed,
    report = () => undefined,
    batch = 50,
    until = () => false,
    maxFailed = 5,
    maxShrinks = 150,
  } = options;
  const made = makeStages();
  const sums = new Map<string, number>();
  const notes: string[] = [];
  let tried = 0;
  try {
    for (let at = 0; tried < runs && !until() && notes.length < maxFailed; at += 1) {
      const done = await runBatch(made, seed + at, Math.min(batch, runs - tried), sums, maxShrinks);
      tried += done.tried;
      if (done.note !== null) notes.push(done.note);
      report(
        `seed ${seed + at}: ${tried} histories, ${notes.length} failed${done.note === null ? '' : `\n${done.note}`}`,
      );
    }
  } finally {
    await made.close();
  }
  return { tried, failed: notes.length, notes, counts: Object.fromEntries([...sums].sort()) };
};
