import { toLocalDay } from '@shared/kernel/date.ts';
import { type AuditFileCheck, checkAuditFile, maxAuditFileBytes } from '../../backend/trail/check-audit-file.ts';
import { printable, type Translate } from '../texts.ts';
import type { Checker } from './checker.ts';
import { unread } from './document-check.ts';

/** What `bilik verify` says of an exported audit trail. */
interface AuditFileReport extends AuditFileCheck {
  readonly file: string;
  readonly kind: 'audit';
}

const start = '{"format":"bilik/audit/';

const period = ({ from, to }: AuditFileCheck): string[] =>
  from === null || to === null ? [] : [from, to].map(toLocalDay);

const auditLines = (check: AuditFileReport, t: Translate): string[] => {
  const { file, verdict, store, vaultId, keyFingerprint, entries, broken, findings } = check;
  const [from = '–', to = '–'] = period(check);
  return [
    `${printable(file)}: ${t(`cli.audit.verdict.${verdict}`)}`,
    ...(store === null ? [] : [`  ${t(`cli.audit.trail.${store}`, { vaultId })}`]),
    ...(store === null ? [] : [`  ${t('cli.audit.entries', { entries, from, to })}`]),
    ...(keyFingerprint === null ? [] : [`  ${t('cli.audit.key', { fingerprint: keyFingerprint })}`]),
    ...(broken === null
      ? []
      : [`  - ${t('cli.audit.broken', { seq: broken.seq, reason: t(`cli.audit.reason.${broken.reason}`) })}`]),
    ...findings.filter((code) => code !== 'entryBroken').map((code) => `  - ${t(`cli.audit.finding.${code}`)}`),
    ...(verdict === 'unreadable' ? [] : [`  - ${t('cli.audit.notChecked')}`]),
  ];
};

/** Exported audit trails: every entry, and the signed checkpoint at the end. */
export const auditChecker: Checker = {
  recognises: ({ head }) => head.toString('latin1', 0, start.length) === start,
  check: async ({ file, size, read }) => {
    if (size > maxAuditFileBytes) return unread(file, 'tooLarge');
    const report: AuditFileReport = { file, kind: 'audit', ...checkAuditFile(await read()) };
    return { report, lines: (t) => auditLines(report, t) };
  },
};
