import { resolve } from 'node:path';
import { checkKeptFiles } from '../backend/attachments/check-files.ts';
import { checkWitnesses } from '../backend/audit/check-witnesses.ts';
import { checkActs } from '../backend/case/check-acts.ts';
import type { Finding } from '../backend/vault/check-database.ts';
import { checkVault, type ExtraCheck, type VaultReport } from '../backend/vault/check-vault.ts';
import type { VaultDeps } from '../backend/vault/vault-deps.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';
import type { Translate } from './texts.ts';

const findingLine = ({ file, code, details }: Finding, t: Translate): string =>
  `  - ${file === '' ? '' : `${file}: `}${t(`finding.${code}`, details)}`;

const reportLines = ({ findings, pages, auditEntries }: VaultReport, t: Translate): string[] =>
  findings.length === 0
    ? [t('cli.vaultGood', { pages, entries: auditEntries })]
    : [t('cli.vaultBad', { count: findings.length }), ...findings.map((finding) => findingLine(finding, t))];

/** Every file of both stores. */
const files: ExtraCheck = function* (databases) {
  return [...(yield* checkKeptFiles(databases, 'records')), ...(yield* checkKeptFiles(databases, 'notes'))];
};

/** What others saw of the audit chain is compared in one go. */
const witnesses: ExtraCheck = function* (databases) {
  yield;
  return checkWitnesses(databases);
};

/**
 * `bilik vault check DIR`: checks a locked vault with its passphrase and changes nothing. Exit code 0 when
 * nothing is wrong, 1 when something is, 2 when it could not be checked.
 */
export const vaultCheckCommand = async (
  folder: string,
  options: { readonly json: boolean; readonly deps: VaultDeps; readonly t: Translate; readonly terminal: Terminal },
): Promise<number> => {
  const { json, deps, t, terminal } = options;
  const passphrase = await terminal.readPassphrase(t('cli.passphrasePrompt'));
  if (passphrase === null) return exitCodes.cancelled;
  const report = await checkVault(deps, {
    dir: resolve(folder),
    passphrase,
    extra: [checkActs, files, witnesses],
  });
  if (!report.ok) {
    const lines = [t('cli.vaultFailed'), `  - ${t(`finding.${report.error.code}`)}`];
    terminal.out(json ? `${JSON.stringify({ error: report.error.code })}\n` : `${lines.join('\n')}\n`);
    return exitCodes.unreadable;
  }
  terminal.out(json ? `${JSON.stringify(report.value, null, 2)}\n` : `${reportLines(report.value, t).join('\n')}\n`);
  return report.value.findings.length === 0 ? exitCodes.good : exitCodes.notGood;
};
