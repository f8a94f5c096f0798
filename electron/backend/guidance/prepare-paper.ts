import { guidanceModel } from '@shared/domain/documents/guidance/guidance-model.ts';
import type { RecordKind } from '@shared/domain/guidance/record-contents.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { printView } from '../papers/print-view.ts';
import type { Host } from '../rpc/host.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findSound, type RecordFault } from './change-record.ts';
import { findGuidance } from './guidance-rows.ts';
import { blankPaper, filledPaper, type PaperSource } from './paper-context.ts';
import { headOf } from './record-head.ts';

/** What to print: nothing but ruled lines, what is written so far, or a record. */
export interface PaperRequest {
  readonly kind: RecordKind;
  readonly source:
    | { readonly hash: string }
    | { readonly guidanceId: string; readonly content: Readonly<Record<string, unknown>> }
    | null;
}

type SourceError = 'unknownGuidance' | RecordFault;
const unsigned = { form: 'prefilled', qrText: null } as const;

const sourceOf = (work: Workspace, { kind, source }: PaperRequest): Result<PaperSource, AppError<SourceError>> => {
  if (source === null) return ok(blankPaper(work, kind));
  if ('hash' in source) {
    const found = findSound(work, source.hash);
    if (!found.ok) return found;
    const { record } = found.value;
    return ok(filledPaper(work, record, record.content, unsigned));
  }
  const row = findGuidance(work.records, source.guidanceId);
  const head = row && headOf(work.records, row);
  if (head === undefined) return fail('unknownGuidance');
  return ok(filledPaper(work, head, { ...source.content, kind }, unsigned));
};

/** Makes an unsigned paper to be signed by hand, kept in memory until lock. */
export const preparePaper = async (
  work: Workspace,
  host: Host,
  request: PaperRequest,
): Promise<Result<{ viewId: string; size: number }, AppError<SourceError | 'printFailed'>>> => {
  const source = sourceOf(work, request);
  if (!source.ok) return source;
  const model = guidanceModel(source.value.context, source.value.paper);
  return printView(work, host, model);
};
