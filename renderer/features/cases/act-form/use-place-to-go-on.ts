import { type Place, placeOf } from '@shared/domain/place/places.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { type GoingOn, placeToGoOn } from './place-to-go-on.ts';

/** Finds where a file goes on as it is now; its page where it cannot be read. */
export const usePlaceToGoOn = () => {
  const rpc = useRpc();
  return async (caseId: string, way: GoingOn = 'goOn'): Promise<Place> => {
    const opened = await rpc.call('case.open', { caseId });
    return opened.ok ? placeToGoOn(opened.value, way) : placeOf('case', { caseId });
  };
};
