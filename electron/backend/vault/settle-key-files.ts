import { join } from 'node:path';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { sha256 } from '../crypto/hash.ts';
import type { RecordsDb } from '../db/handles.ts';
import type { OpenErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import {
  type KeyFileEvent,
  type KeyFileRecord,
  type KeyFileSet,
  readKeyFileRecord,
  writeKeyFileRecord,
} from './key-file-record.ts';
import { type KeyFiles, readKeyFiles, sealRecoveryFile, vaultFiles } from './key-files.ts';
import { noteSheetConfirmed } from './sheet-state.ts';
import type { VaultDeps } from './vault-deps.ts';
import type { VaultKeys } from './vault-keys.ts';
import { type WriteErrorCode, writeAtomically } from './write-atomically.ts';

/** A key file that the passphrase opened: its bytes and what it holds. */
export interface OpenedKeyFile {
  readonly bytes: Uint8Array;
  readonly keys: VaultKeys;
}

type JudgeCode = 'keyFileDamaged' | 'keyFileOlder' | 'databaseOlder';
type Target = KeyFileSet & { readonly event: KeyFileEvent | undefined };

/**
 * Which set of key files an opened one belongs to. Fails with `keyFileOlder` or
 * `databaseOlder` when one of the two was put back to an earlier time, `keyFileDamaged` when it is none that
 * records.db knows.
 */
export const judgeKeyFile = (
  record: KeyFileRecord,
  { bytes, keys }: OpenedKeyFile,
): Result<Target, AppError<JudgeCode>> => {
  const hash = toHex(sha256(bytes));
  const pending = record.pending.find((set) => set.keyHash === hash);
  if (pending !== undefined) return ok(pending);
  if (record.current.keyHash === hash) return ok({ ...record.current, event: undefined });
  if (keys.generation > record.current.generation) return fail('databaseOlder');
  return fail(keys.generation < record.current.generation ? 'keyFileOlder' : 'keyFileDamaged');
};

const hasHash = (bytes: Uint8Array | undefined, hash: string): boolean =>
  bytes !== undefined && toHex(sha256(bytes)) === hash;

const writeKeyCopies = async (
  deps: VaultDeps,
  dir: string,
  files: KeyFiles,
  { bytes }: OpenedKeyFile,
): Promise<Result<number, AppError<WriteErrorCode>>> => {
  const hash = toHex(sha256(bytes));
  let mended = 0;
  for (const name of ['keyCopy', 'key'] as const) {
    if (hasHash(files[name], hash)) continue;
    const written = await writeAtomically(deps.fs, join(dir, vaultFiles[name]), bytes);
    if (!written.ok) return written;
    mended += 1;
  }
  return ok(mended);
};

/** Which sheet recovery.age is for: the one that was being put in the place of another, where its file lies there. */
const recoveryOf = (
  { recoveryRecipient, nextRecovery }: KeyFileRecord,
  target: Target,
  { recovery }: KeyFiles,
): { readonly recipient: string; readonly recoveryHash: string; readonly isNext: boolean } =>
  nextRecovery !== undefined && hasHash(recovery, nextRecovery.recoveryHash)
    ? { ...nextRecovery, isNext: true }
    : { recipient: recoveryRecipient, recoveryHash: target.recoveryHash, isNext: false };

/** Makes recovery.age anew unless it is the one expected; answers its hash. */
const settleRecovery = async (
  deps: VaultDeps,
  dir: string,
  files: KeyFiles,
  expected: { readonly target: Target; readonly keys: VaultKeys; readonly recipient: string },
): Promise<Result<string, AppError<WriteErrorCode>>> => {
  const { target, keys, recipient } = expected;
  if (hasHash(files.recovery, target.recoveryHash)) return ok(target.recoveryHash);
  const sealed = await sealRecoveryFile({ ...keys, generation: target.generation }, recipient);
  const written = await writeAtomically(deps.fs, join(dir, vaultFiles.recovery), sealed);
  return written.ok ? ok(toHex(sha256(sealed))) : written;
};

/**
 * Brings the three key files and what records.db knows of them to the set that the opened file belongs to:
 * mends a damaged or missing copy from the good one and ends a change that was cut short (forward when the
 * new passphrase opened, back when the old one did). Answers whether anything was mended. Fails as
 * `judgeKeyFile` or with a write error; the vault is usable after a write error, and is settled next time.
 */
export const settleKeyFiles = async (
  deps: VaultDeps,
  dir: string,
  records: RecordsDb,
  opened: OpenedKeyFile,
): Promise<Result<{ readonly mended: boolean }, AppError<WriteErrorCode | OpenErrorCode | JudgeCode>>> => {
  const read = readKeyFileRecord(records);
  if (!read.ok) return read;
  const record = read.value;
  const judged = judgeKeyFile(record, opened);
  if (!judged.ok) return judged;
  const files = await readKeyFiles(dir);
  const sheet = recoveryOf(record, judged.value, files);
  const target = { ...judged.value, recoveryHash: sheet.recoveryHash };
  const copies = await writeKeyCopies(deps, dir, files, opened);
  if (!copies.ok) return copies;
  const expected = { target, keys: opened.keys, recipient: sheet.recipient };
  const recovery = await settleRecovery(deps, dir, files, expected);
  if (!recovery.ok) return recovery;
  const isUnderWay = record.pending.length > 0 || record.nextRecovery !== undefined;
  const mended = copies.value > 0 || recovery.value !== target.recoveryHash || isUnderWay;
  if (!mended) return ok({ mended });
  const { event, ...set } = target;
  const subject = String(target.generation);
  return transactRecords(records, (tx) => {
    const current = { ...set, recoveryHash: recovery.value };
    writeKeyFileRecord(tx, { current, pending: [], recoveryRecipient: sheet.recipient });
    if (sheet.isNext) {
      noteSheetConfirmed(tx);
      appendAudit(deps, tx, { kind: 'recoverySheetMade', subject });
    }
    if (event !== undefined || !sheet.isNext) appendAudit(deps, tx, { kind: event ?? 'keyFilesMended', subject });
    return ok({ mended });
  });
};
