import type { DocumentCheck } from '@shared/contract/documents.ts';
import { type VerdictName, type VerdictWord, verdicts } from '@shared/domain/documents/verdict.ts';
import { type DirectoryAge, directoryAge } from '@shared/domain/identity/directory-age.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { maxDocumentBytes, verifyDocument } from '../../backend/formats/pdf/verify.ts';
import { dayLines } from '../day-lines.ts';
import type { Vouchers } from '../read-signers.ts';
import { recordLines } from '../record-lines.ts';
import { printable, type Translate } from '../texts.ts';
import { keyLine, voiceLines } from '../voice-lines.ts';
import type { Checker, FileReport } from './checker.ts';

interface DocumentReport extends Omit<DocumentCheck, 'verdict'> {
  readonly file: string;
  /** The verdict in a word; `valid` also where nobody was asked who signed. */
  readonly verdict: VerdictWord;
  /** What the screen calls the verdict. */
  readonly verdictName: VerdictName;
  /** The directory that was named, its age on the day of the check, and whether that is old; null: none was. */
  readonly directory: (NonNullable<Vouchers['directory']> & DirectoryAge) | null;
}

const findingText = (code: string, t: Translate): string =>
  t(code === 'fileUnreadable' ? 'cli.fileUnreadable' : `documents.finding.${code}`);

const partLines = ({ content, signer }: DocumentReport, t: Translate): string[] => [
  ...(content === null ? [] : [`  ${t('cli.content', { state: t(`documents.content.${content}`) })}`]),
  ...(signer === null ? [] : [`  ${t('cli.signedBy', { state: t(`documents.signer.${signer}`) })}`]),
];

/** By which directory it was judged, and how old that is (law: directoryAge). */
const directoryLines = ({ directory }: DocumentReport, t: Translate): string[] => {
  if (directory === null) return [];
  const { institution, serial, unit, count, isOld } = directory;
  const age = count === 0 ? t('cli.directory.today') : t(`cli.directory.${unit}`, { count });
  return [
    `  ${t('cli.directory.by', { institution, serial, age })}`,
    ...(isOld ? [`  - ${t('cli.directory.old')}`] : []),
  ];
};

const signatureLines = (signature: DocumentReport['signatures'][number], t: Translate): string[] => [
  `  ${t(signature.timestamp ? 'cli.timestamp' : 'cli.signer', { name: signature.signer })}`,
  ...(signature.holder === null ? [] : [`  ${t('cli.holder', { name: signature.holder })}`]),
  `  ${t('cli.issuer', { name: signature.issuer })}`,
  `  ${t('cli.validity', { from: toLocalDay(signature.validFrom), to: toLocalDay(signature.validTo) })}`,
];

const copyLines = (copy: DocumentReport['copy'], t: Translate): string[] =>
  copy === null
    ? []
    : [
        `  ${t('cli.copy.proven', { ...copy })}`,
        ...voiceLines(copy, t).map((line) => `  ${line}`),
        `  ${keyLine(copy, copy.keyFingerprint, t)}`,
        ...(copy.holder === null ? [] : [`  ${t('cli.holder', { name: copy.holder })}`]),
        `  ${copy.leftOut.length === 0 ? t('cli.copy.whole') : t('cli.copy.leftOut', { parts: copy.leftOut })}`,
      ];

const linesOf = (check: DocumentReport, t: Translate): string[] => [
  `${printable(check.file)}: ${t(`documents.verdict.${check.verdictName}`)}`,
  ...partLines(check, t),
  ...check.signatures.flatMap((signature) => signatureLines(signature, t)),
  ...(check.act === null
    ? []
    : [
        `  ${t('cli.act', { ...check.act })}`,
        ...voiceLines(check.act, t).map((line) => `  ${line}`),
        `  ${keyLine(check.act, check.act.keyFingerprint, t)}`,
        ...dayLines(check.act, t).map((line) => `  ${line}`),
      ]),
  ...recordLines(check.record, t),
  ...copyLines(check.copy, t),
  ...directoryLines(check, t),
  ...check.findings.map((code) => `  - ${findingText(code, t)}`),
];

const toReport = (report: DocumentReport): FileReport => ({ report, lines: (t) => linesOf(report, t) });

/** What is said of a file that cannot be read or is too large to be. */
export const unread = (file: string, finding: 'fileUnreadable' | 'tooLarge'): FileReport =>
  toReport({
    file,
    verdict: 'unreadable',
    verdictName: 'unreadable',
    content: null,
    signer: null,
    maker: 'outside',
    signatures: [],
    act: null,
    record: null,
    copy: null,
    directory: null,
    findings: [finding],
  });

const agedDirectory = (vouchers: Vouchers | null, now: number): DocumentReport['directory'] => {
  const directory = vouchers?.directory ?? null;
  if (directory === null) return null;
  const { institution, serial, issuedAt } = directory;
  const age = directoryAge(toLocalDay(issuedAt), toLocalDay(now));
  return { institution, serial, issuedAt, ...age };
};

/**
 * Signed PDFs, and whatever no other checker knows. `vouchers`: a directory or card and whom it vouches for; null when
 * none was named, so that nobody is asked who signed.
 */
export const documentChecker = (vouchers: Vouchers | null): Checker => ({
  recognises: () => true,
  check: async ({ file, size, read }, now) => {
    if (size > maxDocumentBytes) return unread(file, 'tooLarge');
    const { verdict: verdictName, ...check } = verifyDocument(await read(), now, vouchers?.known ?? []);
    const { word } = verdicts[verdictName];
    const verdict = vouchers === null && word === 'signerUnknown' ? 'valid' : word;
    return toReport({ file, verdict, verdictName, ...check, directory: agedDirectory(vouchers, now) });
  },
});
