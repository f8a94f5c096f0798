/** Of a hundred inputs, those that have to come behind the first look-up for a method to count as tried. */
export const leastShare = 20;

/** How many calls have to succeed of so many inputs: 20, or a twentieth of fewer than 400. */
export const leastSucceeded = (inputs: number): number => Math.min(20, Math.floor(inputs / 20));

/** What a method is spared, with the reason. */
export interface ReachException {
  readonly share?: false;
  readonly succeeded?: false;
  readonly because: string;
}

/** Answers given before anything was looked up, or before the handler ran. */
const doors: ReadonlySet<string> = new Set(['none', 'invalidInput', 'locked', 'busy', 'unknownMethod', 'notConfirmed']);

/**
 * Whether an answer comes from behind the first look-up: the call found what its input names. A later look-up that
 * fails answers `unknown…` as well and is not counted, so that the figure is rather too low.
 */
export const isBehindDoors = (code: string): boolean => !doors.has(code) && !code.startsWith('unknown');

/** What came of the inputs of a method, in the state that it is for: open, or locked where it works so. */
export interface Reach {
  readonly tried: number;
  readonly behind: number;
  readonly succeeded: number;
  /** Of these, calls for which a key was derived from a passphrase. */
  readonly stretched: number;
}

/** What a method is held to. */
export interface ReachFloor {
  /** See `leastSucceeded`. */
  readonly succeeded: number;
  /** Every right input derives a key, or some do: so many of these have to succeed. */
  readonly stretches: 'always' | 'some' | 'never';
  readonly stretched: number;
  readonly except?: ReachException | undefined;
}

/** What a method lacks to count as tried; empty: nothing. */
export const reachLacks = (
  { tried, behind, succeeded, stretched }: Reach,
  { succeeded: least, stretches, stretched: wanted, except }: ReachFloor,
): string[] => {
  const lacks: string[] = [];
  if (except?.share !== false && behind * 100 < tried * leastShare)
    lacks.push(`${behind} of ${tried} inputs came behind the first look-up, less than ${leastShare} of a hundred`);
  if (except?.succeeded !== false && stretches !== 'always' && succeeded < least)
    lacks.push(`${succeeded} calls succeeded, fewer than ${least}`);
  if (stretches !== 'never' && stretched < wanted)
    lacks.push(`${stretched} calls that derive a key succeeded, fewer than ${wanted}`);
  return lacks;
};
