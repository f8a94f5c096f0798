import type { AvailableAct, OpeningView } from '@shared/contract/case.ts';
import { actTypes } from '@shared/domain/case/act-type.ts';
import { availableActs, openings } from '@shared/domain/case/available-acts.ts';
import type { Violation } from '@shared/domain/case/judge-header.ts';
import type { CaseState } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import type { CaseFile } from './case-file.ts';
import { askedHere } from './case-holder.ts';

type Obstacle = AvailableAct['obstacles'][number];

type Found = Violation & Pick<Obstacle, 'stands'>;

const toObstacle = ({ code, rule, satisfiedBy, stands }: Found): Obstacle => ({
  code,
  rule,
  satisfiedBy,
  ...(stands !== undefined && { stands }),
});

/** What forbids an act. */
export const blocksOf = (violations: readonly Found[]): Obstacle[] =>
  violations.filter(({ severity }) => severity === 'block').map(toObstacle);

/** What should be looked at and forbids nothing. */
export const warningsOf = (violations: readonly Found[]): Obstacle[] =>
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

const isOpen = (act: AvailableAct | undefined): boolean => act !== undefined && act.obstacles.length === 0;

/** What may be done here with a case, as one of its states has it. */
export interface AvailableHere {
  readonly roles: readonly Role[];
  /** True where others share it: a record for oneself keeps nobody from what is theirs to sign for all. */
  readonly isShared: boolean;
  /** Whether an act from paper is the holder's to answer, or its denial there to be settled. */
  readonly mayAnswer: (hash: string) => boolean;
}

/** What can be done now in a case, and what not yet and why. */
export const availableViews = (
  file: Pick<CaseFile, 'state' | 'shared' | 'bodies' | 'holder'>,
  { roles, isShared, mayAnswer }: AvailableHere,
): AvailableAct[] => {
  const { state, shared, bodies } = file;
  const answerable = (act: AvailableAct): AvailableAct[] => {
    if (act.type !== 'paperAnswered') return [act];
    const about = act.about.filter(mayAnswer);
    return about.length === 0 ? [] : [{ ...act, about }];
  };
  const isReadable = (hash: string): boolean => bodies.has(hash);
  const actsOf = (of: CaseState) =>
    new Map(
      availableActs(of, { roles, isReadable, asked: (act) => askedHere({ ...file, state: of }, act, null) })
        .flatMap((act) => answerable(toAvailable(act)))
        .map((act) => [act.type, act]),
    );
  const mine = actsOf(state);
  if (!isShared || shared === state) return [...mine.values()];
  const forAll = actsOf(shared);
  return actTypes.flatMap((type) => {
    const [own, other] = [mine.get(type), forAll.get(type)];
    const isMine = isOpen(other) && (other?.ownCapacities.length ?? 0) > 0;
    return (!isOpen(own) && isMine ? other : own) ?? [];
  });
};

/** How a new case can be begun. */
export const openingViews = (roles: readonly Role[]): OpeningView[] =>
  openings(roles).map((opening) => ({ ...toAvailable(opening), startsFrom: opening.startsFrom }));
