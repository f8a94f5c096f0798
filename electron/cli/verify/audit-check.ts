import { type AuditFileCheck, checkAuditFile } from '../../backend/audit/check-audit-file.ts';
import { printable, type Translate } from '../texts.ts';

/** What `bilik verify` says of an exported audit trail. */
export interface AuditFileReport extends AuditFileCheck {
  readonly file: string;
  readonly kind: 'audit';
}

const start = '{"format":"bilik/audit/';

/** True when a file begins as an exported audit trail does. */
export const isAuditFile = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start;

/** Checks an exported audit trail: every entry, and the signed checkpoint at its end. */
export const checkAudit = (file: string, bytes: Uint8Array): AuditFileReport => ({
  file,
  kind: 'audit',
  ...checkAuditFile(bytes),
});

const period = ({ from, to }: AuditFileCheck): string[] =>
  from === null || to === null ? [] : [from.slice(0, 10), to.slice(0, 10)];

/** The same in words, a line each. */
export const auditLines = (check: AuditFileReport, t: Translate): string[] => {
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
