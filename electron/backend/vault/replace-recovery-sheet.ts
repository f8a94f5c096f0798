import { join } from 'node:path';
import { toHex } from '@shared/kernel/bytes.ts';
import { err, ok, type Result } from '@shared/kernel/result.ts';
import { identityToRecipient } from 'age-encryption';
import { sha256 } from '../crypto/hash.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { readKeyFileRecord, writeKeyFileRecord } from './key-file-record.ts';
import { readKeyFiles, sealRecoveryFile, vaultFiles } from './key-files.ts';
import { noteSheetConfirmed } from './sheet-state.ts';
import type { OpenVault } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * Seals the keys of an open vault to another recovery sheet; the one before opens it no more. Order: both sheets are
 * good in records.db; recovery.age is replaced; the new sheet alone is good. Cut off at any point, the sheet opens that
 * the file is for, and the next opening by passphrase ends or undoes the change. A failed write leaves the old sheet.
 */
export const replaceRecoverySheet = async (
  deps: VaultDeps,
  { dir, records, keys }: OpenVault,
  identity: string,
): Promise<Result<null, VaultError>> => {
  const read = readKeyFileRecord(records);
  if (!read.ok) return read;
  const { nextRecovery: _cutOff, ...record } = read.value;
  const recipient = await identityToRecipient(identity);
  const sealed = await sealRecoveryFile({ ...keys }, recipient);
  const recoveryHash = toHex(sha256(sealed));
  const noted = transactRecords(records, (tx) => {
    writeKeyFileRecord(tx, { ...record, nextRecovery: { recipient, recoveryHash } });
    return ok(null);
  });
  if (!noted.ok) return noted;
  const written = await writeAtomically(deps.fs, join(dir, vaultFiles.recovery), sealed);
  // A sync that failed after the file was replaced changes nothing about which sheet opens it.
  const { recovery } = await readKeyFiles(dir);
  const isNew = recovery !== undefined && toHex(sha256(recovery)) === recoveryHash;
  const settled = transactRecords(records, (tx) => {
    const current = { ...record.current, recoveryHash };
    writeKeyFileRecord(tx, isNew ? { ...record, current, recoveryRecipient: recipient } : record);
    if (!isNew) return ok(null);
    noteSheetConfirmed(tx);
    appendAudit(deps, tx, { kind: 'recoverySheetMade', subject: String(keys.generation) });
    return ok(null);
  });
  if (!isNew) return written.ok ? err({ code: 'storageFailed' }) : written;
  return settled;
};
