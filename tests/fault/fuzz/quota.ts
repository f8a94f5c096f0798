import type { Dice } from './dice.ts';

/** What an input is to be: one that the gate takes, or one that it refuses for its form. */
export type InputKind = 'wellFormed' | 'malformed';

/** Of twenty inputs and more, so many at least are well-formed, however rare those are to be. */
export const leastWellFormed = 10;

/** Well-formed inputs among `count`: so many of a hundred, but ten at least; half of fewer than twenty. */
export const wellFormedAmong = (count: number, percent: number): number =>
  Math.max(Math.round((count * percent) / 100), Math.min(leastWellFormed, count >> 1));

/** Kinds of `count` inputs: exactly as many of each as the share says, in an order by the dice. */
export const inputKinds = (count: number, percent: number, dice: Dice): InputKind[] => {
  const wellFormed = wellFormedAmong(count, percent);
  const kinds = Array.from(
    { length: count },
    (_, index): InputKind => (index < wellFormed ? 'wellFormed' : 'malformed'),
  );
  for (let last = count - 1; last > 0; last -= 1) {
    const other = dice.int(last + 1);
    [kinds[last], kinds[other]] = [kinds[other]!, kinds[last]!];
  }
  return kinds;
};
