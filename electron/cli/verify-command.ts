import { readFile, stat } from 'node:fs/promises';
import type { DocumentCheck } from '@shared/contract/documents.ts';
import { maxAuditFileBytes } from '../backend/audit/check-audit-file.ts';
import { maxDocumentBytes, verifyDocument } from '../backend/documents/verify.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';
import { printable, type Translate } from './texts.ts';
import { type AuditFileReport, auditLines, checkAudit, isAuditFile } from './verify/audit-check.ts';

interface FileCheck extends DocumentCheck {
  readonly file: string;
}

const unread = (file: string, finding: string): FileCheck => ({
  file,
  verdict: 'unreadable',
  signatures: [],
  act: null,
  findings: [finding],
});

const checkFile = async (file: string, now: number): Promise<FileCheck | AuditFileReport> => {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) return unread(file, 'fileUnreadable');
    if (facts.size > maxAuditFileBytes) return unread(file, 'tooLarge');
    const bytes = new Uint8Array(await readFile(file));
    if (isAuditFile(bytes)) return checkAudit(file, bytes);
    return bytes.length > maxDocumentBytes ? unread(file, 'tooLarge') : { file, ...verifyDocument(bytes, now) };
  } catch {
    return unread(file, 'fileUnreadable');
  }
};

const findingText = (code: string, t: Translate): string =>
  t(code === 'fileUnreadable' ? 'cli.fileUnreadable' : `documents.finding.${code}`);

const documentLines = (check: FileCheck, t: Translate): string[] => [
  `${printable(check.file)}: ${t(`documents.verdict.${check.verdict}`)}`,
  ...check.signatures.flatMap((signature) => [
    `  ${t('cli.signer', { name: signature.signer })}`,
    `  ${t('cli.issuer', { name: signature.issuer })}`,
    `  ${t('cli.validity', { from: signature.validFrom.slice(0, 10), to: signature.validTo.slice(0, 10) })}`,
  ]),
  ...(check.act === null
    ? []
    : [`  ${t('cli.act', { ...check.act })}`, `  ${t('cli.key', { fingerprint: check.act.keyFingerprint })}`]),
  ...check.findings.map((code) => `  - ${findingText(code, t)}`),
];

const linesOf = (check: FileCheck | AuditFileReport, t: Translate): string[] =>
  'kind' in check ? auditLines(check, t) : documentLines(check, t);

const exitCodeOf = (checks: readonly (FileCheck | AuditFileReport)[]): number => {
  if (checks.some((check) => check.verdict === 'unreadable')) return exitCodes.unreadable;
  return checks.every((check) => check.verdict === 'valid') ? exitCodes.good : exitCodes.notGood;
};

/**
 * `bilik verify FILE… [--json]`: checks signed PDFs and exported audit trails. Exit code 0 when all are valid, 2 when one could not be
 * read, else 1. With `json` prints one array of `{file, verdict, signatures, act, findings}`.
 */
export const verifyCommand = async (
  files: readonly string[],
  options: { readonly json: boolean; readonly now: number; readonly t: Translate; readonly terminal: Terminal },
): Promise<number> => {
  const checks: (FileCheck | AuditFileReport)[] = [];
  for (const file of files) checks.push(await checkFile(file, options.now));
  const lines = checks.flatMap((check) => linesOf(check, options.t));
  options.terminal.out(options.json ? `${JSON.stringify(checks, null, 2)}\n` : `${lines.join('\n')}\n`);
  return exitCodeOf(checks);
};
