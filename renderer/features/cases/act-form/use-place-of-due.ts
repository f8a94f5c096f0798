import { type Place, placeOf } from '@shared/domain/place/places.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { placeOfDue } from './place-of-due.ts';

/** Finds where a file goes on as it is now; its page where it cannot be read. */
export const usePlaceOfDue = () => {
  const rpc = useRpc();
  return async (caseId: string): Promise<Place> => {
    const opened = await rpc.call('case.open', { caseId });
    return opened.ok ? placeOfDue(opened.value) : placeOf('case', { caseId });
  };
};
