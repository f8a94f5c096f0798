import type { ActInput } from '@shared/contract/case.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { useState } from 'react';
import { useDraft } from '../../../lib/draft.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { type PartsChoice, partBytesOf, proposedParts } from '../../../lib/sealing.ts';
import { draftReceivers, leavingWithDraft, toDraftContent } from './draft-receivers.ts';

export interface DraftToSend {
  readonly act: ActInput;
  readonly caseId: string;
  /** Roles in which somebody may sign it. */
  readonly capacities: readonly Role[];
  readonly attachments: readonly AttachmentRef[];
}

/** Who is to sign a draft, what would leave for that person, the word that goes along, and the sealing. */
export const useSendDraft = ({ act, caseId, capacities, attachments }: DraftToSend) => {
  const members = useQueryCall('directory.members', {});
  const outbox = useQueryCall('exchange.outbox', { caseId });
  const remark = useDraft({
    kind: `remark:${act.type}`,
    caseId,
    subjectKey: act.about ?? '',
    initial: '',
  });
  const [picked, pick] = useState<string | null>(null);
  const [chosenParts, chooseParts] = useState<PartsChoice | null>(null);
  const [files, setFiles] = useState<readonly string[] | null>(null);
  const seal = useCommand('exchange.sealDraft');

  const receivers = draftReceivers(members.data ?? [], capacities);
  const signer = receivers.length === 1 ? receivers[0] : receivers.find(({ entryId }) => entryId === picked);
  const due = outbox.data?.cases[0]?.receivers.find(({ entryId }) => entryId === signer?.entryId);
  const leaving = due && leavingWithDraft(due, attachments);
  const bytes = leaving?.bytes ?? 0;
  const parts = chosenParts ?? proposedParts(bytes);
  const run = async (): Promise<void> => {
    if (signer === undefined) return;
    const { entryId } = signer;
    const draft = toDraftContent(act, remark.value);
    const answer = await seal.run({ caseId, entryId, draft, partBytes: partBytesOf(parts) });
    if (!answer.ok || !answer.value.saved) return;
    await remark.discard();
    setFiles(answer.value.files);
  };
  const retry = (): void => void Promise.all([members.refetch(), outbox.refetch()]);
  return {
    receivers,
    isLoaded: members.data !== undefined && outbox.data !== undefined,
    loadError: members.error ?? outbox.error,
    retry,
    signer,
    pick,
    remark,
    /** Undefined: nobody is chosen, or who is chosen is no receiver of the case. */
    leaving,
    withheld: due?.withheld ?? [],
    /** What goes along is refused where it comes; a draft alone is not. */
    isRefused: due?.olderProgram && due.acts.length > 0,
    bytes,
    parts,
    chooseParts,
    run,
    busy: seal.busy,
    error: seal.error,
    /** Names of the files once it is sealed. */
    files,
  };
};
