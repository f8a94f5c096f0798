/** One line of the bench. `ratio` is value / baseline; lower is better. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
  /** Largest ratio aimed at; null where none is set. */
  readonly goal: number | null;
  /** Null where no goal is set. */
  readonly met: boolean | null;
}

/** Value below which the share `p` (0…1) of the samples lies (nearest rank). Throws RangeError when there are none. */
export const percentile = (samples: readonly number[], p: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no samples');
  return value;
};

/** Middle sample. */
export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

const round = (value: number): number => Number(value.toPrecision(4));

/** Makes a line out of two measured values of the same unit. */
export const figure = (id: string, unit: string, value: number, baseline: number, goal: number | null): Figure => {
  const ratio = value / baseline;
  return {
    id,
    value: round(value),
    unit,
    baseline: round(baseline),
    ratio: round(ratio),
    goal,
    met: goal === null ? null : ratio <= goal,
  };
};
