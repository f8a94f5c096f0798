import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import type { Failure } from '../../lib/failure-text.ts';
import { useGo } from '../../lib/navigation.ts';
import { useRpc } from '../../lib/rpc-context.ts';

/** Lets one choose a card, a directory or an invitation, and goes to the page that shows it. */
export const useChooseFile = () => {
  const rpc = useRpc();
  const go = useGo();
  const [error, setError] = useState<Failure | null>(null);
  const choose = async (): Promise<void> => {
    setError(null);
    const chosen = await rpc.call('dialog.chooseFiles', { purpose: 'exchange' });
    if (!chosen.ok) return setError(chosen.error);
    const [first] = chosen.value;
    if (first !== undefined) go(placeOf('signedFile', { token: first.token }));
  };
  return { choose, error };
};
