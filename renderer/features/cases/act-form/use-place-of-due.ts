import { placeOf, placeOfAct } from '@shared/domain/place/places.ts';
import { useRpc } from '../../../lib/rpc-context.ts';

/**
 * Finds where a file goes on: the form of what is due in it now, or the page of the file where nothing is, where it
 * cannot be done yet or where the file cannot be read.
 */
export const usePlaceOfDue = () => {
  const rpc = useRpc();
  return async (caseId: string) => {
    const opened = await rpc.call('case.open', { caseId });
    const due = opened.ok ? opened.value.summary.nextDue : null;
    const canBeDone =
      opened.ok && opened.value.available.some(({ type, obstacles }) => type === due && obstacles.length === 0);
    return due !== null && canBeDone ? placeOfAct(caseId, due) : placeOf('case', { caseId });
  };
};
