import type { Result } from '@shared/kernel/result.ts';
import { useState } from 'react';
import type { Failure } from '../../lib/failure-text.ts';
import type { RpcClient } from '../../lib/rpc/client.ts';
import { useRpc } from '../../lib/rpc-context.ts';

/** Runs a choice of a file or folder; `onChosen` hears what was chosen, nothing when the person chose none. */
export const useChoice = <T>(
  choose: (rpc: RpcClient) => Promise<Result<T | null, Failure>>,
  onChosen: (value: T) => void | Promise<void>,
) => {
  const rpc = useRpc();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const run = async (): Promise<void> => {
    setError(null);
    setBusy(true);
    const chosen = await choose(rpc);
    if (!chosen.ok) setError(chosen.error);
    else if (chosen.value !== null) await onChosen(chosen.value);
    setBusy(false);
  };
  return { run, busy, error };
};
