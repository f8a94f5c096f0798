import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { readAttachment } from '../attachments/read-attachment.ts';
import { findDocuments } from '../papers/document-rows.ts';
import { viewsOf } from '../papers/views.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface Part {
  readonly offset: number;
  readonly length: number;
}

type PartResult<Code extends string> = Result<{ bytes: Uint8Array<ArrayBuffer>; size: number }, AppError<Code>>;

/** A part of a stored document, and its size. */
export const readDocument = (
  work: Workspace,
  { documentId, offset, length }: Part & { readonly documentId: string },
): PartResult<'unknownDocument'> => {
  const document = findDocuments(work.records, [documentId])[0];
  if (document === undefined) return fail('unknownDocument');
  const part = readAttachment(work, { store: 'records', attachmentId: document.attachmentId, offset, length });
  return part.ok ? part : fail('unknownDocument');
};

/** A part of a paper kept in memory, and its size. */
export const readView = (
  work: Workspace,
  { viewId, offset, length }: Part & { readonly viewId: string },
): PartResult<'unknownView'> => {
  const view = viewsOf(work).find(viewId);
  if (view === undefined) return fail('unknownView');
  return ok({ bytes: Uint8Array.from(view.pdf.subarray(offset, offset + length)), size: view.pdf.length });
};
