import type { PrintJob } from '@shared/contract/control.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { Host } from '../rpc/host.ts';

/** Prints a page to PDF in the main process; `printFailed` when it broke off. */
export const printToPdf = async (host: Host, job: PrintJob): Promise<Result<Uint8Array, AppError<'printFailed'>>> => {
  const printed = await host.ask('printToPdf', job);
  return printed.ok ? ok(printed.value) : fail('printFailed');
};

/** Prints a page on paper by the system's dialog; false when the person cancelled. */
export const printOnPaper = async (
  host: Host,
  job: PrintJob,
): Promise<Result<{ printed: boolean }, AppError<'printFailed'>>> => {
  const printed = await host.ask('printPaper', job);
  return printed.ok ? ok({ printed: printed.value }) : fail('printFailed');
};
