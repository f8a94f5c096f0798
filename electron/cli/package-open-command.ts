import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { orderFiles } from '../backend/formats/package/order-files.ts';
import { fileChunks } from '../backend/formats/package/sources.ts';
import type { VaultDeps } from '../backend/vault/vault-deps.ts';
import type { Command } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { interruptible } from './interruptible.ts';
import { missingText, packageLines, reportOf } from './package-report.ts';
import { type IdentityError, readIdentities } from './read-identities.ts';
import type { Terminal } from './terminal.ts';
import { printable, type Translate } from './texts.ts';
import { type UnpackError, unpackPackage } from './unpack-package.ts';

interface OpenOptions {
  readonly deps: VaultDeps;
  readonly t: Translate;
  readonly terminal: Terminal;
}

/** What the text of an error names. */
interface Naming {
  readonly missing?: readonly string[];
  readonly name?: string;
}

type OpenError = UnpackError | IdentityError | 'outExists';

const notGood: ReadonlySet<OpenError> = new Set(['packageDamaged', 'packageTampered']);

const codeOf = (error: OpenError): number => {
  if (error === 'identityCancelled') return exitCodes.cancelled;
  return notGood.has(error) ? exitCodes.notGood : exitCodes.unreadable;
};

/**
 * `bilik package open FILE… --identity IDFILE --out DIR`: unpacks a package (its parts in any order) into a new folder,
 * complete or not at all, also when a signal ends it, and says who signed it and what is inside. Exit code 0; 1 when it
 * was changed or does not fit; 2 when it could not be opened; 130 when cancelled.
 */
export const packageOpenCommand = async (
  { files, identity, out, json }: Extract<Command, { name: 'packageOpen' }>,
  { deps, t, terminal }: OpenOptions,
): Promise<number> => {
  const refuse = (error: OpenError, { missing = [], name = '' }: Naming = {}): number => {
    const line = t(`cli.package.finding.${error}`, { missing: missingText(missing, t), name });
    terminal.out(json ? `${JSON.stringify({ error })}\n` : `${t('cli.package.notOpened')}\n  - ${line}\n`);
    return codeOf(error);
  };
  const target = resolve(out);
  if (existsSync(target)) return refuse('outExists');
  const identities = await readIdentities(identity, { t, terminal });
  if (!identities.ok) return refuse(identities.error.code);
  const order = await orderFiles(files, identities.value);
  if (!order.ok) return refuse(order.error.code, order.error.details);
  const source = fileChunks(order.value);
  const { fs, random } = deps;
  const unpacked = await interruptible((unfinished) =>
    unpackPackage({ fs, random, unfinished }, { source, identities: identities.value, target }),
  );
  if (!unpacked.ok) return refuse(unpacked.error.code, unpacked.error.details);
  const report = reportOf(unpacked.value.opened, unpacked.value.acts, unpacked.value.record);
  const lines = [printable(t('cli.package.opened', { folder: out })), ...packageLines(report, t)];
  terminal.out(json ? `${JSON.stringify({ out: target, ...report }, null, 2)}\n` : `${lines.join('\n')}\n`);
  return exitCodes.good;
};
