import type { DocumentCheck } from '@shared/contract/documents.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { readWholeAttachment } from '../attachments/read-attachment.ts';
import { verifyDocument } from '../formats/pdf/verify.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Checks a PDF among the attachments: one of ours, or signed outside and brought back. */
export const checkDocument = (
  work: Workspace,
  attachmentId: string,
): Result<DocumentCheck, AppError<'unknownAttachment'>> => {
  const bytes = readWholeAttachment(work, 'records', attachmentId);
  return bytes.ok ? ok(verifyDocument(bytes.value, work.clock.now())) : bytes;
};
