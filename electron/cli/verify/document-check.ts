import type { DocumentCheck } from '@shared/contract/documents.ts';
import { maxDocumentBytes, verifyDocument } from '../../backend/formats/pdf/verify.ts';
import { recordLines } from '../record-lines.ts';
import { printable, type Translate } from '../texts.ts';
import type { Checker, FileReport } from './checker.ts';

interface DocumentReport extends DocumentCheck {
  readonly file: string;
}

const findingText = (code: string, t: Translate): string =>
  t(code === 'fileUnreadable' ? 'cli.fileUnreadable' : `documents.finding.${code}`);

const linesOf = (check: DocumentReport, t: Translate): string[] => [
  `${printable(check.file)}: ${t(`documents.verdict.${check.verdict}`)}`,
  ...check.signatures.flatMap((signature) => [
    `  ${t('cli.signer', { name: signature.signer })}`,
    `  ${t('cli.issuer', { name: signature.issuer })}`,
    `  ${t('cli.validity', { from: signature.validFrom.slice(0, 10), to: signature.validTo.slice(0, 10) })}`,
  ]),
  ...(check.act === null
    ? []
    : [`  ${t('cli.act', { ...check.act })}`, `  ${t('cli.key', { fingerprint: check.act.keyFingerprint })}`]),
  ...recordLines(check.record, t),
  ...check.findings.map((code) => `  - ${findingText(code, t)}`),
];

const toReport = (report: DocumentReport): FileReport => ({ report, lines: (t) => linesOf(report, t) });

/** What is said of a file that cannot be read or is too large to be. */
export const unread = (file: string, finding: 'fileUnreadable' | 'tooLarge'): FileReport =>
  toReport({ file, verdict: 'unreadable', signatures: [], act: null, record: null, findings: [finding] });

/** Signed PDFs, and whatever no other checker knows: `{file, verdict, signatures, act, record, findings}`. */
export const documentChecker: Checker = {
  recognises: () => true,
  check: async ({ file, size, read }, now) =>
    size > maxDocumentBytes ? unread(file, 'tooLarge') : toReport({ file, ...verifyDocument(await read(), now) }),
};
