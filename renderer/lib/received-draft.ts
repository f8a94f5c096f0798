import { discardDraftAt } from './draft.ts';
import type { Output } from './query.ts';
import type { RpcClient } from './rpc/client.ts';

type Received = Pick<Output<'exchange.drafts'>[number], 'draftId' | 'caseId' | 'type'>;

/** Kind of what is typed on the form of an act that somebody else drafted. */
export const receivedDraftKind = (type: string): `received:${string}` => `received:${type}`;

/** Throws away what was typed into a received draft that is not going to be signed. */
export const discardReceivedDraft = (rpc: RpcClient, { draftId, caseId, type }: Received): Promise<void> =>
  discardDraftAt(rpc, { kind: receivedDraftKind(type), caseId, subjectKey: draftId });
