import { overviewModel } from '@shared/domain/documents/guidance/overview-model.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { printView } from '../papers/print-view.ts';
import type { Host } from '../rpc/host.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findGuidance } from './guidance-rows.ts';
import { filledContext } from './paper-context.ts';

/**
 * Makes the paper of plan, measure and evaluation for a leader who is no party, of the working papers as they are
 * saved; kept in memory until lock. `guidanceNotOwn` where only records are here,
 * `recordOfOtherKind` where nobody is led.
 */
export const prepareOverview = async (
  work: Workspace,
  host: Host,
  guidanceId: string,
): Promise<
  Result<
    { viewId: string; size: number },
    AppError<'unknownGuidance' | 'guidanceNotOwn' | 'recordOfOtherKind' | 'printFailed'>
  >
> => {
  const row = findGuidance(work.records, guidanceId);
  if (row === undefined) return fail('unknownGuidance');
  const { file } = row;
  if (file === null) return fail('guidanceNotOwn');
  if (file.kind !== 'coaching' && file.kind !== 'mentoring') return fail('recordOfOtherKind');
  const model = overviewModel(filledContext(work, file, { form: 'prefilled', qrText: null }), file);
  return printView(work, host, model);
};
