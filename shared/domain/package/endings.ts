import { inOrder } from '../case/order.ts';
import type { CaseState, Level, NamedHeader } from '../case/state.ts';

/** Acts by which somebody has no part in a case, any more or after all, and how far what leads to each may reach. */
export type Endings = ReadonlyMap<string, Level>;

/**
 * What ends somebody's part. `has`: acts that this person has; one without effect is an end (assigned here while the
 * employee left there). `relieves`: acts by which this person ceases to hold a post; what leads to those is what
 * everyone on the file knows.
 */
export const endingsOf = (
  { acts, refused }: CaseState,
  { has, relieves }: { readonly has: (hash: string) => boolean; readonly relieves: (hash: string) => boolean },
): Endings =>
  new Map([
    ...refused.filter(({ hash }) => has(hash)).map(({ hash, level }): [string, Level] => [hash, level]),
    ...acts.filter(({ hash }) => relieves(hash)).map(({ hash }): [string, Level] => [hash, 0]),
  ]);

/**
 * What comes before such acts, as far as those reach: the table alone would send nothing of it to somebody without a
 * part, and without it the end would not be understood.
 */
export const reasonsFor = (
  acts: readonly NamedHeader[],
  { acts: effective, refused }: CaseState,
  endings: Endings,
): ReadonlySet<string> => {
  if (endings.size === 0) return new Set();
  const levels = new Map([...effective, ...refused].map(({ hash, level }): [string, Level] => [hash, level]));
  const before: string[] = [];
  const reasons = new Set<string>();
  for (const { hash } of inOrder(acts).ordered) {
    const reach = endings.get(hash);
    if (reach !== undefined)
      for (const earlier of before) if ((levels.get(earlier) ?? 2) <= reach) reasons.add(earlier);
    before.push(hash);
  }
  return reasons;
};
