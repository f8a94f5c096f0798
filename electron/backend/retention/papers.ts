import type { DocumentContext } from '@shared/domain/documents/context.ts';
import { erasureModel } from '@shared/domain/documents/retention/erasure-model.ts';
import type { ErasurePaperKind } from '@shared/domain/retention/erasure.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { printView } from '../papers/print-view.ts';
import type { Host } from '../rpc/host.ts';
import { blankOf } from '../settings/office.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findErasure } from './erasure-rows.ts';
import { askedAfter } from './requests.ts';

/** The making of papers of an erasure (print): loaded when one is first asked for. */

/** Makes a paper of an erasure to be signed by hand, kept in memory until lock. */
export const prepareErasurePaper = async (
  work: Workspace,
  host: Host,
  { erasureId, paper }: { readonly erasureId: string; readonly paper: ErasurePaperKind },
): Promise<Result<{ viewId: string; size: number }, AppError<'unknownErasure' | 'printFailed'>>> => {
  const erasure = findErasure(work.records, erasureId);
  if (erasure === undefined) return fail('unknownErasure');
  const context: DocumentContext = { ...blankOf(work.records), form: 'prefilled' };
  const model = erasureModel(context, paper, erasure.content, askedAfter(work, erasure));
  return printView(work, host, model);
};
