import { useState } from 'react';
import type { Failure } from '../../lib/error-text.ts';
import { useRpc } from '../../lib/rpc-context.ts';

/** Asks for the folder of a vault that exists and takes it into the list. */
export const useAddVault = (onAdded: (vaultId: string) => Promise<void>) => {
  const rpc = useRpc();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const add = async (): Promise<void> => {
    setError(null);
    setBusy(true);
    const chosen = await rpc.call('dialog.chooseFolder', { purpose: 'openVault' });
    if (!chosen.ok) setError(chosen.error);
    else if (chosen.value !== null) {
      const added = await rpc.call('vault.add', { folderToken: chosen.value.token });
      if (added.ok) await onAdded(added.value.vaultId);
      else setError(added.error);
    }
    setBusy(false);
  };
  return { add, busy, error };
};
