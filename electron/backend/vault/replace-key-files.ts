import { join } from 'node:path';
import { type AppError, err, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsDb } from '../db/handles.ts';
import type { OpenErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import {
  type KeyFileEvent,
  type KeyFileRecord,
  readKeyFileRecord,
  toKeyFileSet,
  writeKeyFileRecord,
} from './key-file-record.ts';
import { sealKeyFile, sealRecoveryFile, vaultFiles } from './key-files.ts';
import { type OpenedKeyFile, settleKeyFiles } from './settle-key-files.ts';
import type { VaultDeps } from './vault-deps.ts';
import type { DatabaseKeys, VaultKeys } from './vault-keys.ts';
import { type WriteErrorCode, writeAtomically } from './write-atomically.ts';

/** A change of the key files of an open vault. */
export interface KeyFileChange {
  readonly dir: string;
  readonly records: RecordsDb;
  readonly keys: VaultKeys;
  /** Keys that either database may have from now on; undefined: none but those of `keys`, its own `next` included. */
  readonly next?: DatabaseKeys;
  readonly passphrase: string;
  readonly event: KeyFileEvent;
  /** The key file in force, to go back to when a write fails; undefined when there is none to go back to. */
  readonly previous: OpenedKeyFile | undefined;
  /** Told once the keys are sealed and before anything is written; what it throws breaks the change off. */
  readonly onSealed?: () => void;
}

type ChangeError = AppError<WriteErrorCode | OpenErrorCode>;

const writeAll = async (
  deps: VaultDeps,
  dir: string,
  keyFile: Uint8Array,
  recoveryFile: Uint8Array,
): Promise<Result<null, AppError<WriteErrorCode>>> => {
  const steps = [
    [vaultFiles.keyCopy, keyFile],
    [vaultFiles.key, keyFile],
    [vaultFiles.recovery, recoveryFile],
  ] as const;
  for (const [name, bytes] of steps) {
    const written = await writeAtomically(deps.fs, join(dir, name), bytes);
    if (!written.ok) return written;
  }
  return ok(null);
};

const notePending = (
  { records, event }: KeyFileChange,
  record: KeyFileRecord,
  next: KeyFileRecord['current'],
): Result<null, ChangeError> =>
  transactRecords(records, (tx) => {
    writeKeyFileRecord(tx, { ...record, pending: [...record.pending, { ...next, event }] });
    return ok(null);
  });

/**
 * Seals the keys of a vault anew, as the next generation, under a passphrase and to the recovery recipient.
 * Order: both sets become good in records.db; copy, key file and recovery file are replaced one by one; the
 * old set goes from records.db. Cut at any point, the old passphrase opens or the new one, and the next
 * opening ends the change. A failed write goes back to the old files and is returned.
 * Throws what `onSealed` throws.
 */
export const replaceKeyFiles = async (deps: VaultDeps, change: KeyFileChange): Promise<Result<null, ChangeError>> => {
  const { dir, records, keys } = change;
  const read = readKeyFileRecord(records);
  if (!read.ok) return read;
  const record = read.value;
  const generation =
    Math.max(record.current.generation, keys.generation, ...record.pending.map((set) => set.generation)) + 1;
  const nextKeys: VaultKeys = { ...keys, generation, next: change.next ?? keys.next };
  // Both read the keys before the first wait: a lock meanwhile wipes them.
  const [keyFile, recoveryFile] = await Promise.all([
    sealKeyFile(nextKeys, change.passphrase),
    sealRecoveryFile(nextKeys, record.recoveryRecipient),
  ]);
  change.onSealed?.();
  const next = toKeyFileSet(generation, keyFile, recoveryFile);
  const pending = notePending(change, record, next);
  if (!pending.ok) return pending;
  const written = await writeAll(deps, dir, keyFile, recoveryFile);
  if (!written.ok) {
    if (change.previous !== undefined) await settleKeyFiles(deps, dir, records, change.previous);
    return err(written.error);
  }
  keys.generation = generation;
  // The new files are in force from here on; when this last note fails, the next opening makes it.
  transactRecords(records, (tx) => {
    writeKeyFileRecord(tx, { ...record, current: next, pending: [] });
    appendAudit(deps, tx, { kind: change.event, subject: String(generation) });
    return ok(null);
  });
  return ok(null);
};
