/** What a number of trials came to. */
export interface Trials {
  tried: number;
  failed: number;
  /** The first failures, in words. */
  readonly notes: string[];
}

const maxNotes = 40;

export const newTrials = (): Trials => ({ tried: 0, failed: 0, notes: [] });

/** Counts one trial with what was wrong in it. */
export const count = (trials: Trials, name: string, problems: readonly string[]): void => {
  trials.tried += 1;
  if (problems.length === 0) return;
  trials.failed += 1;
  if (trials.notes.length < maxNotes) trials.notes.push(`${name}: ${problems.slice(0, 5).join('; ')}`);
};
