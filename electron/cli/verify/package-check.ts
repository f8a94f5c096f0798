import { extname } from 'node:path';
import type { VerdictWord } from '@shared/domain/documents/verdict.ts';
import { beginsAsAge } from '../../backend/crypto/age.ts';
import type { PackageErrorCode } from '../../backend/formats/package/format-failure.ts';
import { orderFiles } from '../../backend/formats/package/order-files.ts';
import { openActs } from '../../backend/formats/package/package-acts.ts';
import { openRecord } from '../../backend/formats/package/package-record.ts';
import { readPackage } from '../../backend/formats/package/read-package.ts';
import { fileChunks } from '../../backend/formats/package/sources.ts';
import { missingText, packageLines, reportOf } from '../package-report.ts';
import { printable, type Translate } from '../texts.ts';
import type { Checker, FileReport, FileToCheck } from './checker.ts';

const looksSealed = ({ file, head }: FileToCheck): boolean =>
  extname(file).toLowerCase() === '.paket' || beginsAsAge(head);

/** Files whose content is not what its sender signed; all others could not be looked into. */
const invalid: ReadonlySet<PackageErrorCode> = new Set(['packageDamaged', 'packageTampered']);

const refused = (file: string, finding: PackageErrorCode | 'noIdentity', missing: readonly string[]): FileReport => {
  const verdict: VerdictWord = finding !== 'noIdentity' && invalid.has(finding) ? 'invalid' : 'unreadable';
  const report = { file, kind: 'package', verdict, findings: [finding] };
  const lines = (t: Translate): string[] => [
    `${printable(file)}: ${t(`cli.verdict.${verdict}`)}`,
    `  - ${t(`cli.package.finding.${finding}`, { missing: missingText(missing, t) })}`,
  ];
  return { report, lines };
};

/**
 * Sealed packages: with the identities of the receiver its signature, every hash, every act and record; without, that
 * it is one. `groups`: the files of the command, those together that are parts of one package.
 */
export const packageChecker = (
  identities: readonly string[] | null,
  groups: readonly (readonly string[])[],
): Checker => ({
  recognises: (opened) =>
    looksSealed(opened) || groups.some(([file, second]) => file === opened.file && second !== undefined),
  check: async ({ file }) => {
    if (identities === null) return refused(file, 'noIdentity', []);
    const parts = groups.find((group) => group.includes(file)) ?? [file];
    const order = await orderFiles(parts, identities);
    if (!order.ok) return refused(file, order.error.code, (order.error.details?.missing as readonly string[]) ?? []);
    const opened = await readPackage(fileChunks(order.value), identities);
    if (!opened.ok) return refused(file, opened.error.code, []);
    const acts = openActs(opened.value);
    if (!acts.ok) return refused(file, acts.error.code, []);
    const record = openRecord(opened.value);
    if (!record.ok) return refused(file, record.error.code, []);
    const report = reportOf(opened.value, acts.value, record.value);
    return {
      report: { file, kind: 'package', verdict: 'valid', ...report, findings: ['signerNotChecked'] },
      lines: (t) => [`${printable(file)}: ${t('cli.package.valid')}`, ...packageLines(report, t)],
    };
  },
});
