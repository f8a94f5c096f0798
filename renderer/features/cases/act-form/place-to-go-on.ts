import type { AvailableAct, CaseView } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { givesCopyOf } from '@shared/domain/case/copies-due.ts';
import { endsFile } from '@shared/domain/case/next-due.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { type Place, placeOf, placeOfAct } from '@shared/domain/place/places.ts';
import { closingReason } from './prefill/follow-up.ts';

/** How somebody goes on in a file: to what is due in it, to a copy that the employee is due, or to its end. */
export type GoingOn = 'goOn' | 'copy' | 'close';

const possible = ({ available }: Pick<CaseView, 'available'>, type: ActType | null): AvailableAct | undefined =>
  available.find((act) => act.type === type && act.obstacles.length === 0);

/**
 * Where a file goes on: the form of what is due in it, of the copy of what was recorded last, or of its closing; the
 * page of the file where there is none or where it cannot be done yet.
 */
export const placeToGoOn = (view: Pick<CaseView, 'summary' | 'available'>, way: GoingOn): Place => {
  const { caseId, nextDue, copiesDue } = view.summary;
  const copy = copiesDue.at(-1);
  if (way === 'copy') {
    return copy === undefined ? placeOf('case', { caseId }) : placeOfAct(caseId, 'copyReleased', copy.hash);
  }
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

/** How somebody of these roles may go on in a file at once after this act; empty after its end. */
export const waysToGoOn = (type: ActType, view: CaseView, roles: readonly Role[]): readonly GoingOn[] => {
  if (endsFile(type)) return [];
  const copy = givesCopyOf(type, roles) ? (['copy'] as const) : [];
  return mayCloseAfter(type, view) ? ['goOn', 'close'] : [...copy, 'goOn'];
};
