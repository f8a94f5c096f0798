import type { VerdictWord } from '@shared/domain/documents/verdict.ts';
import { ok } from '@shared/kernel/result.ts';
import { groupParts } from '../backend/formats/package/group-parts.ts';
import type { Command } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { type IdentityError, readIdentities } from './read-identities.ts';
import { readSigners, type SignerFileError, type Vouchers } from './read-signers.ts';
import type { Terminal } from './terminal.ts';
import type { Translate } from './texts.ts';
import { auditChecker } from './verify/audit-check.ts';
import { type Checker, type FileReport, openFile } from './verify/checker.ts';
import { documentChecker, unread } from './verify/document-check.ts';
import { packageChecker } from './verify/package-check.ts';
import { signedFileChecker } from './verify/signed-file-check.ts';

/** One for each kind of file; the last one takes whatever the others do not know. */
const checkersFor = (
  groups: readonly (readonly string[])[],
  identities: readonly string[] | null,
  vouchers: Vouchers | null,
): readonly Checker[] => [
  signedFileChecker,
  auditChecker,
  packageChecker(identities, groups),
  documentChecker(vouchers),
];

const checkFile = async (file: string, checkers: readonly Checker[], now: number): Promise<FileReport> => {
  const opened = await openFile(file);
  if (opened === undefined) return unread(file, 'fileUnreadable');
  const checker = checkers.find(({ recognises }) => recognises(opened)) ?? documentChecker(null);
  try {
    return await checker.check(opened, now);
  } catch {
    return unread(file, 'fileUnreadable');
  }
};

const codeOfVerdict = {
  valid: 'good',
  signerUnknown: 'signerUnknown',
  signerOther: 'signerOther',
  addedTo: 'notGood',
  unproven: 'notGood',
  invalid: 'notGood',
  unsigned: 'notGood',
  unreadable: 'unreadable',
} as const satisfies Record<VerdictWord, keyof typeof exitCodes>;

/** Of several files the first of these that holds of one. */
const codesByWeight = ['unreadable', 'notGood', 'signerOther', 'signerUnknown'] as const;

const exitCodeOf = (checks: readonly FileReport[]): number => {
  const verdicts = checks.map(({ report }) => report.verdict);
  return exitCodes[codesByWeight.find((code) => verdicts.some((verdict) => codeOfVerdict[verdict] === code)) ?? 'good'];
};

interface VerifyOptions {
  readonly now: number;
  readonly t: Translate;
  readonly terminal: Terminal;
}

const cannotVouch = (error: SignerFileError, json: boolean, { t, terminal }: VerifyOptions): number => {
  terminal.out(json ? `${JSON.stringify({ error: error.code })}\n` : `${t(`cli.${error.code}`, error.details)}\n`);
  return exitCodes.unreadable;
};

const cannotIdentify = (error: IdentityError, json: boolean, { t, terminal }: VerifyOptions): number => {
  terminal.out(json ? `${JSON.stringify({ error })}\n` : `${t(`cli.package.finding.${error}`)}\n`);
  return error === 'identityCancelled' ? exitCodes.cancelled : exitCodes.unreadable;
};

/**
 * `bilik verify FILE… [--identity IDFILE] [--directory FILE] [--card FILE] [--json]`: checks signed PDFs, cards,
 * directories, invitations, exported audit trails and, with the receiver's identities, sealed packages. Exit code 0
 * when all are valid, 2 when one could not be read, 1 when one is not valid. Who signed a PDF is judged by a directory
 * or card alone: with one of them 4 tells that the paper names another signer, 3 that a signer is unknown; without, 0
 * says of a PDF only that its content is whole. With `json` prints one array with an object for each file (or package
 * in parts), which always has `file` and `verdict`.
 */
export const verifyCommand = async (
  { files, identity, signers, json }: Extract<Command, { name: 'verify' }>,
  options: VerifyOptions,
): Promise<number> => {
  const identities = identity === null ? ok(null) : await readIdentities(identity, options);
  if (!identities.ok) return cannotIdentify(identities.error.code, json, options);
  const vouchers = await readSigners(signers);
  if (!vouchers.ok) return cannotVouch(vouchers.error, json, options);
  const groups = await groupParts(files, identities.value);
  const checkers = checkersFor(groups, identities.value, vouchers.value);
  const checks: FileReport[] = [];
  for (const [file = ''] of groups) checks.push(await checkFile(file, checkers, options.now));
  const reports = checks.map(({ report }) => report);
  const lines = checks.flatMap((check) => check.lines(options.t));
  options.terminal.out(json ? `${JSON.stringify(reports, null, 2)}\n` : `${lines.join('\n')}\n`);
  return exitCodeOf(checks);
};
