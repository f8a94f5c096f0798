import type { AvailableAct } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';

/** What may be done now, and what not yet. */
export interface AvailableGroups {
  /** May be signed here by the holder; what is due comes first. */
  readonly own: readonly AvailableAct[];
  /** Possible now, but others do it: the holder may enter it from paper. */
  readonly others: readonly AvailableAct[];
  /** Not possible yet; the obstacles say why. */
  readonly blocked: readonly AvailableAct[];
}

/** Sorts the acts of a file for the panel "Yang dapat dilakukan sekarang". */
export const groupAvailable = (available: readonly AvailableAct[], due: ActType | null): AvailableGroups => {
  const dueFirst = [...available].sort((a, b) => Number(b.type === due) - Number(a.type === due));
  const possible = dueFirst.filter((act) => act.obstacles.length === 0);
  return {
    own: possible.filter((act) => act.ownCapacities.length > 0),
    others: possible.filter((act) => act.ownCapacities.length === 0),
    blocked: dueFirst.filter((act) => act.obstacles.length > 0),
  };
};

/** The act to open for an obstacle: the one that would satisfy it, if that is possible now. */
export const wayOut = (satisfiedBy: ActType | null, available: readonly AvailableAct[]): AvailableAct | null =>
  available.find((act) => act.type === satisfiedBy && act.obstacles.length === 0) ?? null;

/**
 * Acts that are next in reach: something possible now would open them. The rest of the blocked ones stays folded away.
 */
export const nextInReach = (
  blocked: readonly AvailableAct[],
  available: readonly AvailableAct[],
): readonly AvailableAct[] =>
  blocked
    .filter((act) => act.obstacles.length === 1 && wayOut(act.obstacles[0]?.satisfiedBy ?? null, available) !== null)
    .slice(0, 3);
