import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import { describePdf } from '../formats/pdf/attach-file.ts';
import type { Host } from '../rpc/host.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { printToPdf } from './print.ts';
import { renderDocument } from './render-html.ts';
import { viewsOf } from './views.ts';

/**
 * Prints a paper to look at, which is kept in memory until lock or until something is erased. `printFailed`, also where
 * something was erased while it was printed: it may show that.
 */
export const printView = async (
  work: Workspace,
  host: Host,
  model: DocumentModel,
): Promise<Result<{ viewId: string; size: number }, AppError<'printFailed'>>> => {
  const views = viewsOf(work);
  const toShow = renderDocument(model, 'pdf');
  const before = views.timesForgotten();
  const pdf = await printToPdf(host, toShow);
  if (!pdf.ok) return pdf;
  if (views.timesForgotten() !== before) return fail('printFailed');
  const viewId = randomId(work.random);
  const described = describePdf(pdf.value, { title: toShow.title, at: new Date(work.clock.now()) });
  views.keep(viewId, { pdf: described, paper: renderDocument(model, 'paper'), model });
  return ok({ viewId, size: described.length });
};
