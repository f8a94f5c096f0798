import type { WireError } from '@shared/contract/method.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { useEffect, useState } from 'react';
import { useRpc } from '../../../lib/rpc-context.ts';

export interface FoundAttachments {
  /** Null until all are looked up. */
  readonly files: AttachmentRef[] | null;
  readonly error: WireError | null;
}

/** Looks up files of this vault by their ids, in the given order; null ids: nothing is asked yet. */
export const useAttachmentRefs = (ids: readonly string[] | null): FoundAttachments => {
  const rpc = useRpc();
  const [found, setFound] = useState<FoundAttachments>({ files: null, error: null });
  const key = ids === null ? null : ids.join(' ');
  useEffect(() => {
    let wanted = true;
    const look = async (): Promise<void> => {
      if (key === null) return;
      const files: AttachmentRef[] = [];
      for (const attachmentId of key.split(' ').filter(Boolean)) {
        const answer = await rpc.call('attachments.info', { store: 'records', attachmentId });
        if (!wanted) return;
        if (!answer.ok) return setFound({ files: null, error: answer.error });
        files.push(answer.value);
      }
      setFound({ files, error: null });
    };
    void look();
    return () => {
      wanted = false;
    };
  }, [rpc, key]);
  return found;
};
