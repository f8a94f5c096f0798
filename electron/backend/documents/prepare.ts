import type { ActInput } from '@shared/contract/case.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { DocumentContext } from '@shared/domain/documents/context.ts';
import { noFacts, type OfficeFacts } from '@shared/domain/documents/office/facts.ts';
import { isOfficePaper } from '@shared/domain/documents/office/kinds.ts';
import { isPrintable, printableModel } from '@shared/domain/documents/printable.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { attachmentInfo } from '../attachments/attachment-ref.ts';
import { emptyCaseFile } from '../case/case-file.ts';
import { findCase } from '../case/case-rows.ts';
import { holderScope } from '../case/holder-scope.ts';
import { readCase } from '../case/load-case.ts';
import { printView } from '../papers/print-view.ts';
import type { Host } from '../rpc/host.ts';
import { blankOf } from '../settings/office.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { prefilledContext } from './document-context.ts';
import { factsOfFile } from './file-facts.ts';

export interface FormRequest {
  readonly form: string;
  readonly caseId: string | null;
  readonly draft: ActInput | null;
}

const filesOf = (work: Workspace, ids: readonly string[]): AttachmentRef[] =>
  ids.flatMap((attachmentId) => {
    const info = attachmentInfo(work, { store: 'records', attachmentId });
    return info.ok ? [info.value] : [];
  });

/** A draft that is not from paper is the holder's own. */
const withAuthor = (work: Workspace, draft: ActInput): ActInput =>
  draft.paper === null ? { ...draft, author: holderScope(work.records).holder } : draft;

const contextOf = (work: Workspace, { caseId, draft }: FormRequest): DocumentContext | undefined => {
  if (caseId === null && draft === null) return blankOf(work.records);
  const id = caseId ?? draft?.caseId ?? null;
  if (id !== null && findCase(work.records, id) === undefined) return undefined;
  const file = id === null ? emptyCaseFile() : readCase(work.records, id);
  if (draft === null) return prefilledContext(work.records, file, null, []);
  return prefilledContext(work.records, file, withAuthor(work, draft), filesOf(work, draft.attachmentIds));
};

/** What an office paper counts of a file. */
const factsOf = (work: Workspace, { form, caseId }: FormRequest): OfficeFacts =>
  caseId === null || !isOfficePaper(form) ? noFacts : factsOfFile(readCase(work.records, caseId));

/**
 * Makes an unsigned paper, kept in memory until lock: a blank form, one with the header of a case, or one
 * prefilled from a draft for signing outside.
 */
export const prepareForm = async (
  work: Workspace,
  host: Host,
  request: FormRequest,
): Promise<Result<{ viewId: string; size: number }, AppError<'unknownForm' | 'unknownCase' | 'printFailed'>>> => {
  const kind = request.form;
  if (!isPrintable(kind)) return fail('unknownForm');
  const context = contextOf(work, request);
  if (context === undefined) return fail('unknownCase');
  return printView(work, host, printableModel(kind, context, factsOf(work, request)));
};
