import type { PrintJob } from '@shared/contract/control.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import { describePdf } from '../formats/pdf/attach-file.ts';
import type { Host } from '../rpc/host.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { printToPdf } from './print.ts';
import { viewsOf } from './views.ts';

/** A page to look at, and the same for a printer. */
export interface ViewPages {
  readonly toShow: PrintJob;
  readonly toPrint: PrintJob;
  readonly kind: string;
}

/**
 * Prints a page to look at, which is kept in memory until lock or until something is erased. `printFailed`, also where
 * something was erased while it was printed: it may show that.
 */
export const printView = async (
  work: Workspace,
  host: Host,
  { toShow, toPrint, kind }: ViewPages,
): Promise<Result<{ viewId: string; size: number }, AppError<'printFailed'>>> => {
  const views = viewsOf(work);
  const before = views.timesForgotten();
  const pdf = await printToPdf(host, toShow);
  if (!pdf.ok) return pdf;
  if (views.timesForgotten() !== before) return fail('printFailed');
  const viewId = randomId(work.random);
  const described = describePdf(pdf.value, { title: toShow.title, at: new Date(work.clock.now()) });
  views.keep(viewId, { pdf: described, paper: toPrint, kind });
  return ok({ viewId, size: described.length });
};
