/** A field that takes at most `max` characters, and what is about to be put into it. */
export interface Entry {
  /** Characters that stand in it. */
  readonly length: number;
  /** Those of them that are selected, and would be replaced. */
  readonly selected: number;
  /** Characters that would be added. */
  readonly added: number;
  readonly max: number;
}

/** What an entry comes to. */
export type Room =
  | { readonly code: 'fits' }
  /** It fits, and from now on there is little room. */
  | { readonly code: 'near'; readonly left: number }
  /** One more character does not fit. */
  | { readonly code: 'full' }
  /** A text that would have to be cut. */
  | { readonly code: 'over'; readonly length: number };

/** In a shorter field one sees what fits. */
const leastTold = 200;

/** Tells whether an entry fits. The room that is left is told once, when a tenth of it remains. */
export const roomFor = ({ length, selected, added, max }: Entry): Room => {
  const after = length - selected + added;
  if (after > max) return added === 1 ? { code: 'full' } : { code: 'over', length: after };
  const isNear = (count: number): boolean => max >= leastTold && count * 10 > max * 9;
  return isNear(after) && !isNear(length) ? { code: 'near', left: max - after } : { code: 'fits' };
};
