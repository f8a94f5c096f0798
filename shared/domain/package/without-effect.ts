import { inOrder } from '../case/order.ts';
import type { CaseState, Level, NamedHeader } from '../case/state.ts';

/**
 * What tells the holder of acts why some of them have no effect: the acts that come before those, as far as those reach.
 * Whoever was assigned, and is not because of something that was signed at the same time elsewhere, has no part in the
 * case by which the table would say so; their headers alone do. `has`: acts that the holder has.
 */
export const reasonsFor = (
  acts: readonly NamedHeader[],
  { acts: effective, refused }: CaseState,
  has: (hash: string) => boolean,
): ReadonlySet<string> => {
  const without = new Map(refused.filter(({ hash }) => has(hash)).map(({ hash, level }) => [hash, level]));
  if (without.size === 0) return new Set();
  const levels = new Map([...effective, ...refused].map(({ hash, level }): [string, Level] => [hash, level]));
  const before: string[] = [];
  const reasons = new Set<string>();
  for (const { hash } of inOrder(acts).ordered) {
    const reach = without.get(hash);
    if (reach !== undefined)
      for (const earlier of before) if ((levels.get(earlier) ?? 2) <= reach) reasons.add(earlier);
    before.push(hash);
  }
  return reasons;
};
