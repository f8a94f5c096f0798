import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toHex } from '@shared/kernel/bytes.ts';
import { err, ok, type Result } from '@shared/kernel/result.ts';
import { sha256 } from '../crypto/hash.ts';
import { hasHotJournal } from '../db/hot-journal.ts';
import { isHeldElsewhere } from '../db/is-held-elsewhere.ts';
import { catchOpening } from '../db/storage-error.ts';
import { inOneGo, type Turns } from '../db/turns.ts';
import { verifyPages } from '../db/verify-pages.ts';
import { checkLinks, checkRows, databaseNames, type Finding, ofStructure, structureErrors } from './check-database.ts';
import { fitKeys } from './fit-keys.ts';
import { readKeyFileRecord } from './key-file-record.ts';
import { type KeyFiles, readKeyFiles, vaultFiles } from './key-files.ts';
import { closeDatabases, openDatabases, type VaultDatabases } from './open-databases.ts';
import { missingVault } from './open-vault.ts';
import { judgeKeyFile, type OpenedKeyFile } from './settle-key-files.ts';
import { withKeyFile } from './unseal-key-files.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { type VaultKeys, wipeKeys } from './vault-keys.ts';

/** A check by another part of the backend on the open, read-only databases (of acts, say). */
export type ExtraCheck = (databases: VaultDatabases) => Turns<readonly Finding[]>;

/** What a check found, and what it went over. */
export interface VaultReport {
  readonly findings: readonly Finding[];
  readonly pages: number;
  readonly auditEntries: number;
}

const checkPages = (dir: string, keys: VaultKeys): { findings: Finding[]; pages: number } => {
  const findings: Finding[] = [];
  let pages = 0;
  for (const name of databaseNames) {
    const file = vaultFiles[name];
    if (!existsSync(join(dir, file))) {
      findings.push({ file, code: 'databaseMissing' });
      continue;
    }
    // Left by a crash: the next opening rolls it back, a check must not.
    if (hasHotJournal(join(dir, file))) findings.push({ file, code: 'writeInterrupted' });
    const report = verifyPages(join(dir, file), keys[`${name}Key`]);
    pages += report.pages;
    if (report.cut) findings.push({ file, code: 'databaseCut' });
    if (!report.anyGood && report.pages > 0) findings.push({ file, code: 'databaseForeign' });
    else if (report.bad.length > 0)
      findings.push({ file, code: 'pagesDamaged', details: { pages: report.bad.map(String) } });
  }
  return { findings, pages };
};

const checkKeyFiles = (files: KeyFiles, opened: OpenedKeyFile, databases: VaultDatabases): Finding[] => {
  const record = readKeyFileRecord(databases.records);
  const judged = record.ok ? judgeKeyFile(record.value, opened) : record;
  if (!judged.ok)
    return [
      { file: vaultFiles.key, code: judged.error.code, ...(judged.error.details && { details: judged.error.details }) },
    ];
  const expected = { key: judged.value.keyHash, keyCopy: judged.value.keyHash, recovery: judged.value.recoveryHash };
  const next = record.ok ? record.value.nextRecovery?.recoveryHash : undefined;
  return (['key', 'keyCopy', 'recovery'] as const).flatMap((name): Finding[] => {
    const bytes = files[name];
    if (bytes === undefined) return [{ file: vaultFiles[name], code: 'keyFileMissing' }];
    const found = toHex(sha256(bytes));
    return found === expected[name] || (name === 'recovery' && found === next)
      ? []
      : [{ file: vaultFiles[name], code: 'keyFileDiffers' }];
  });
};

function* checkContents(
  databases: VaultDatabases,
  { opened, fitted }: { readonly opened: OpenedKeyFile; readonly fitted: VaultKeys },
  files: KeyFiles,
  extra: readonly ExtraCheck[],
): Turns<{ findings: Finding[]; entries: number }> {
  const findings = checkKeyFiles(files, opened, databases);
  let entries = 0;
  for (const name of databaseNames) {
    findings.push(...ofStructure(name, structureErrors(databases[name].$client)));
    const links = checkLinks(databases, name);
    findings.push(...links.findings, ...(yield* checkRows(databases, name, fitted[`${name}Key`])));
    entries += links.entries;
  }
  for (const check of extra) findings.push(...(yield* check(databases)));
  return { findings, entries };
}

const check = async (
  deps: VaultDeps,
  dir: string,
  opened: OpenedKeyFile,
  files: KeyFiles,
  extra: readonly ExtraCheck[],
): Promise<VaultReport> => {
  const fitted = fitKeys(dir, opened.keys);
  const { findings, pages } = checkPages(dir, fitted);
  const databases = openDatabases(deps, dir, fitted, 'read');
  if (!databases.ok) {
    const { code, details } = databases.error;
    const known = findings.length > 0 ? [] : [{ file: String(details?.file ?? ''), code }];
    return { findings: [...findings, ...known], pages, auditEntries: 0 };
  }
  const contents = catchOpening(() => inOneGo(checkContents(databases.value, { opened, fitted }, files, extra)));
  closeDatabases(databases.value);
  if (contents.ok)
    return { findings: [...findings, ...contents.value.findings], pages, auditEntries: contents.value.entries };
  const unread = findings.length > 0 ? [] : [{ file: '', code: contents.error.code }];
  return { findings: [...findings, ...unread], pages, auditEntries: 0 };
};

/**
 * Checks a closed vault from end to end without writing to it: key files against records.db, every page of
 * both databases against its key, SQLite's own checks, foreign keys, audit chains, rows against their digest, each
 * database against what the other one has seen of it, and the checks passed in.
 * Fails when nothing can be checked: `folderMissing`, `notAVault`, `openElsewhere`, `wrongPassphrase`,
 * `keyFileDamaged`, `keyFileParameters`.
 */
export const checkVault = async (
  deps: VaultDeps,
  input: { readonly dir: string; readonly passphrase: string; readonly extra?: readonly ExtraCheck[] },
): Promise<Result<VaultReport, VaultError>> => {
  const { dir, passphrase, extra = [] } = input;
  const missing = missingVault(dir);
  if (missing !== undefined) return err(missing);
  const databases = [join(dir, vaultFiles.records), join(dir, vaultFiles.notes)].filter((file) => existsSync(file));
  if (databases.some((file) => isHeldElsewhere(deps.database, file))) return err({ code: 'openElsewhere' });
  const files = await readKeyFiles(dir);
  return withKeyFile<VaultReport, VaultError>(files, passphrase, async (opened) => {
    const report = await check(deps, dir, opened, files, extra);
    wipeKeys(opened.keys);
    return ok(report);
  });
};
