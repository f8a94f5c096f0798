import type { AvailableAct, CaseView } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { endsFile } from '@shared/domain/case/next-due.ts';
import { type Place, placeOf, placeOfAct } from '@shared/domain/place/places.ts';
import { closingReason } from './prefill/follow-up.ts';

/** How somebody goes on in a file: to what is due in it, or to its end. */
export type GoingOn = 'goOn' | 'close';

const possible = ({ available }: Pick<CaseView, 'available'>, type: ActType | null): AvailableAct | undefined =>
  available.find((act) => act.type === type && act.obstacles.length === 0);

/**
 * Where a file goes on: the form of what is due in it, or of its closing; the page of the file where there is none or
 * where it cannot be done yet.
 */
export const placeToGoOn = (view: Pick<CaseView, 'summary' | 'available'>, way: GoingOn): Place => {
  const { caseId, nextDue } = view.summary;
  const act = possible(view, way === 'close' ? 'caseClosed' : nextDue);
  return act === undefined ? placeOf('case', { caseId }) : placeOfAct(caseId, act.type);
};

/**
 * True where a file may be closed after this act though something else is due: who tells the status need not wait for
 * a follow-up that goes on somewhere else.
 */
const mayCloseAfter = (type: ActType, view: CaseView): boolean =>
  type === 'statusNotified' &&
  possible(view, 'followUpProgressed') !== undefined &&
  possible(view, 'caseClosed') !== undefined &&
  closingReason(view) !== '';

/** How one may go on in a file at once after this act; empty after its end. */
export const waysToGoOn = (type: ActType, view: CaseView): readonly GoingOn[] => {
  if (endsFile(type)) return [];
  return mayCloseAfter(type, view) ? ['goOn', 'close'] : ['goOn'];
};
