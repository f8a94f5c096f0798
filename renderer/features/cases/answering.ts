import type { ActView, AvailableAct, CaseView } from '@shared/contract/case.ts';
import { settlers } from '@shared/domain/case/acts/answers.ts';
import type { Role } from '@shared/domain/identity/person.ts';

const isAnswer = ({ type }: Pick<AvailableAct, 'type'>): boolean => type === 'paperAnswered';

/**
 * Roles in which the holder answers an act from paper: that of the act where it is in the holder's name, whatever the
 * holder's own, and those that settle its denial; none where it is nothing to answer here.
 */
export const rolesToAnswer = (view: Pick<CaseView, 'available'>, act: ActView | undefined): readonly Role[] => {
  const available = view.available.find((one) => isAnswer(one) && one.about.includes(act?.hash ?? ''));
  if (act === undefined || available === undefined || available.obstacles.length > 0 || act.own) return [];
  const settling = settlers.filter((role) => act.confirmation === 'denied' && available.ownCapacities.includes(role));
  return [...new Set([...(act.inMyName ? [act.capacity] : []), ...settling])];
};

/** An answer as its form offers it: about what the holder may answer, in the roles for that; other acts unchanged. */
export const asAnswered = (
  view: Pick<CaseView, 'available' | 'acts'>,
  available: AvailableAct,
  given: string | null,
): AvailableAct => {
  if (!isAnswer(available)) return available;
  const rolesFor = (hash: string | null) =>
    rolesToAnswer(
      view,
      view.acts.find((act) => act.hash === hash),
    );
  const about = available.about.filter((hash) => rolesFor(hash).length > 0);
  const roles = [...rolesFor(given ?? about.at(-1) ?? null)];
  return { ...available, about, capacities: roles, ownCapacities: roles };
};
