import type { AvailableAct, OpeningView } from '@shared/contract/case.ts';
import { availableActs, openings } from '@shared/domain/case/available-acts.ts';
import type { Violation } from '@shared/domain/case/judge-header.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import type { CaseFile } from './case-file.ts';

type Obstacle = AvailableAct['obstacles'][number];

const toObstacle = ({ code, rule, satisfiedBy }: Violation): Obstacle => ({ code, rule, satisfiedBy });

/** What forbids an act. */
export const blocksOf = (violations: readonly Violation[]): Obstacle[] =>
  violations.filter(({ severity }) => severity === 'block').map(toObstacle);

/** What should be looked at and forbids nothing. */
export const warningsOf = (violations: readonly Violation[]): Obstacle[] =>
  violations.filter(({ severity }) => severity === 'warning').map(toObstacle);

const toAvailable = (act: ReturnType<typeof availableActs>[number]): AvailableAct => ({
  type: act.type,
  capacities: [...act.capacities],
  ownCapacities: [...act.ownCapacities],
  obstacles: blocksOf(act.obstacles),
  rule: act.rule,
  about: [...act.about],
  paperEvidence: act.paperEvidence,
  notOffered: Object.fromEntries(Object.entries(act.notOffered).map(([field, codes]) => [field, [...codes]])),
});

/** What can be done now in a case, and what not yet and why. */
export const availableViews = (
  { state, bodies }: Pick<CaseFile, 'state' | 'bodies'>,
  roles: readonly Role[],
): AvailableAct[] => availableActs(state, { roles, isReadable: (hash) => bodies.has(hash) }).map(toAvailable);

/** How a new case can be begun. */
export const openingViews = (roles: readonly Role[]): OpeningView[] =>
  openings(roles).map((opening) => ({ ...toAvailable(opening), startsFrom: opening.startsFrom }));
