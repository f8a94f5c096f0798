import type { DocumentCheck } from '@shared/contract/documents.ts';
import type { WireError } from '@shared/contract/method.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { useState } from 'react';
import { useRpc } from '../../../lib/rpc-context.ts';

/** What was found in the file that was checked last. */
export interface CheckedPdf {
  readonly name: string;
  readonly check: DocumentCheck;
}

/**
 * Checks a file that was just taken in, then takes it out of the vault again: checking keeps nothing. Should the vault
 * lock in between, the file goes at the next opening, since nothing refers to it.
 */
export const useCheckedPdf = () => {
  const rpc = useRpc();
  const [state, setState] = useState<{
    readonly checking: boolean;
    readonly checked: CheckedPdf | null;
    readonly error: WireError | null;
  }>({ checking: false, checked: null, error: null });

  const check = async ({ attachmentId, name }: AttachmentRef): Promise<void> => {
    setState({ checking: true, checked: null, error: null });
    const answer = await rpc.call('documents.check', { attachmentId });
    await rpc.call('attachments.discard', { store: 'records', attachmentId });
    if (answer.ok) setState({ checking: false, checked: { name, check: answer.value }, error: null });
    else setState({ checking: false, checked: null, error: answer.error });
  };
  return { ...state, check };
};
