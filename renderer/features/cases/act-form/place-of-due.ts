import type { CaseView } from '@shared/contract/case.ts';
import { type Place, placeOf, placeOfAct } from '@shared/domain/place/places.ts';

/**
 * Where a file goes on: the form of what is due in it, or the page of the file where nothing is or where it cannot be
 * done yet.
 */
export const placeOfDue = ({
  summary: { caseId, nextDue },
  available,
}: Pick<CaseView, 'summary' | 'available'>): Place => {
  const act = available.find(({ type, obstacles }) => type === nextDue && obstacles.length === 0);
  return act === undefined ? placeOf('case', { caseId }) : placeOfAct(caseId, act.type);
};
