import { useState } from 'react';
import type { Failure } from '../../lib/error-text.ts';
import type { CallResult } from '../../lib/rpc/client.ts';
import { useRpc } from '../../lib/rpc-context.ts';

type Value<R> = R extends { readonly ok: true; readonly value: infer V } ? V : never;

/** An invitation that was chosen and read. */
export interface ReadInvitation {
  readonly token: string;
  readonly says: Value<CallResult<'vault.inspectInvitation'>>;
}

/** Asks for an invitation file and reads it; `onRead` hears what it says. */
export const useInvitation = (onRead: (invitation: ReadInvitation) => void) => {
  const rpc = useRpc();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const open = async (): Promise<void> => {
    setError(null);
    setBusy(true);
    const chosen = await rpc.call('dialog.chooseInvitation', {});
    if (!chosen.ok) setError(chosen.error);
    else if (chosen.value !== null) {
      const { token } = chosen.value;
      const read = await rpc.call('vault.inspectInvitation', { fileToken: token });
      if (read.ok) onRead({ token, says: read.value });
      else setError(read.error);
    }
    setBusy(false);
  };
  return { open, busy, error };
};
