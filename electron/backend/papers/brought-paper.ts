import type { DocumentCheck } from '@shared/contract/documents.ts';
import { readWholeAttachment } from '../attachments/read-attachment.ts';
import { verifyDocument } from '../formats/pdf/verify.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type PaperFault = 'unknownAttachment' | 'paperNotSigned' | 'paperDamaged' | 'paperOfOther';

/**
 * Why a file is no paper that was signed by TTE outside; null: it is. Without a signature that holds it is none,
 * whatever is said of it. `isOwn`: whether the record that a PDF of ours carries is the one in question. Whose the
 * signature is, a person judges.
 */
export const tteFault = (
  work: Workspace,
  attachmentId: string,
  isOwn: (record: NonNullable<DocumentCheck['record']>) => boolean,
): PaperFault | null => {
  const bytes = readWholeAttachment(work, 'records', attachmentId);
  if (!bytes.ok) return 'unknownAttachment';
  const { content, maker, act, copy, record } = verifyDocument(bytes.value, work.clock.now(), []);
  if (content === null || content === 'unsigned') return 'paperNotSigned';
  if (content === 'damaged' || (content === 'changed' && maker === 'bilik')) return 'paperDamaged';
  const isOther = act !== null || copy !== null || (record !== null && !isOwn(record));
  return isOther ? 'paperOfOther' : null;
};
