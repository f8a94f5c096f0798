import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';
import type { Translate } from './texts.ts';
import { auditChecker } from './verify/audit-check.ts';
import { type Checker, type FileReport, openFile } from './verify/checker.ts';
import { documentChecker, unread } from './verify/document-check.ts';
import { signedFileChecker } from './verify/signed-file-check.ts';

/** One for each kind of file; the last one takes whatever the others do not know. */
const checkers: readonly Checker[] = [signedFileChecker, auditChecker, documentChecker];

const checkFile = async (file: string, now: number): Promise<FileReport> => {
  const opened = await openFile(file);
  if (opened === undefined) return unread(file, 'fileUnreadable');
  const checker = checkers.find(({ recognises }) => recognises(opened)) ?? documentChecker;
  try {
    return await checker.check(opened, now);
  } catch {
    return unread(file, 'fileUnreadable');
  }
};

const exitCodeOf = (checks: readonly FileReport[]): number => {
  const verdicts = checks.map(({ report }) => report.verdict);
  if (verdicts.includes('unreadable')) return exitCodes.unreadable;
  return verdicts.every((verdict) => verdict === 'valid') ? exitCodes.good : exitCodes.notGood;
};

/**
 * `bilik verify FILE… [--json]`: checks signed PDFs, cards, directories, invitations and exported audit trails. Exit
 * code 0 when all are valid, 2 when one could not be read, else 1. With `json` prints one array with an object for
 * each file, which always has `file` and `verdict`.
 */
export const verifyCommand = async (
  files: readonly string[],
  options: { readonly json: boolean; readonly now: number; readonly t: Translate; readonly terminal: Terminal },
): Promise<number> => {
  const checks: FileReport[] = [];
  for (const file of files) checks.push(await checkFile(file, options.now));
  const reports = checks.map(({ report }) => report);
  const lines = checks.flatMap((check) => check.lines(options.t));
  options.terminal.out(options.json ? `${JSON.stringify(reports, null, 2)}\n` : `${lines.join('\n')}\n`);
  return exitCodeOf(checks);
};
