import type { DraftContent } from '@shared/contract/exchange.ts';
import { rowOf } from '@shared/domain/case/act-table.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { deliveries } from '@shared/domain/case/routes.ts';
import { actOf } from '@shared/domain/case/state.ts';
import type { CaseExchange, CaseReceiver } from './due.ts';

/** Why a draft may not go to a receiver: not theirs to sign, or it names a file that the acts table keeps from them. */
export type DraftFault = 'draftNotForReceiver' | 'attachmentNotForReceiver';

/** Files of acts go where the acts go whole, by content; a file that no act names goes where the draft goes. */
const mayHaveFile = (sha256: string, { file }: CaseExchange, { roles }: CaseReceiver): boolean => {
  const acts = file.acts.filter(({ body }) => body?.attachments.some((ref) => ref.sha256 === sha256));
  const reaches = ({ hash, header }: (typeof acts)[number]): boolean => {
    const forms = deliveries(actOf(file.state, hash) ?? header, file.state);
    return roles.some((role) => forms[role] === 'all');
  };
  return acts.length === 0 || acts.some(reaches);
};

/** What by the acts table speaks against sending a draft to a receiver of the case; null: nothing. */
export const draftFault = (
  { type }: Pick<DraftContent, 'type'>,
  files: readonly AttachmentRef[],
  cased: CaseExchange,
  receiver: CaseReceiver,
): DraftFault | null => {
  const capacities = rowOf(type).capacities(cased.file.state, null);
  if (!receiver.roles.some((role) => capacities.includes(role))) return 'draftNotForReceiver';
  return files.every(({ sha256 }) => mayHaveFile(sha256, cased, receiver)) ? null : 'attachmentNotForReceiver';
};
