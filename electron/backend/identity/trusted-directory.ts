import type { Directory } from '@shared/domain/identity/directory.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { sha256 } from '../crypto/hash.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { type OpenedSignedFile, readSignedFile } from '../formats/identity/signed-file.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { readRoot } from '../vault/directory-root.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findDirectory, insertDirectory, newestDirectory } from './directory-rows.ts';

/** A directory of this vault. */
export interface TrustedDirectory {
  readonly directory: Directory;
  /** Ed25519 public key of its publisher, hexadecimal. */
  readonly rootKey: string;
  /** The whole signed file. */
  readonly file: Uint8Array;
  readonly takenAt: string;
}

/** A directory file that may be taken in. */
export interface JudgedDirectory {
  readonly directory: Directory;
  readonly rootKey: string;
  /** False for the very one that is there already. */
  readonly newer: boolean;
}

export type DirectoryErrorCode = 'noDirectory' | 'directoryOtherRoot' | 'directoryOlder' | 'directoryFork';
type TakeError = AppError<DirectoryErrorCode | 'signedFileInvalid'>;
type OpenedDirectory = OpenedSignedFile<'directory'>;

/** Directories read last, by hash of the file: large ones take a while to read. */
const recent = new Map<string, OpenedDirectory>();
const maxRecent = 4;

/** Reads a directory file as `readSignedFile` does, and remembers the last few. */
const openDirectory = (file: Uint8Array): Result<OpenedDirectory, AppError<'signedFileInvalid'>> => {
  const name = toHex(sha256(file));
  const known = recent.get(name);
  if (known !== undefined) return ok(known);
  const opened = readSignedFile('directory', file);
  if (!opened.ok) return fail('signedFileInvalid');
  recent.set(name, opened.value);
  const oldest = recent.keys().next();
  if (recent.size > maxRecent && !oldest.done) recent.delete(oldest.value);
  return opened;
};

/** Hash of what a directory says: the `previous` of the next serial. */
export const directoryHash = ({ payloadBytes }: Pick<OpenedDirectory, 'payloadBytes'>): string =>
  toHex(sha256(payloadBytes));

/** The newest directory of a root that lies in this vault, trusted or not; null when there is none. */
export const directoryOfRoot = (tx: RecordsReader, rootKey: string): TrustedDirectory | null => {
  const row = newestDirectory(tx, rootKey);
  const opened = row && openDirectory(row.file);
  if (row === undefined || !opened?.ok) return null;
  return { directory: opened.value.payload, rootKey, file: new Uint8Array(row.file), takenAt: row.takenAt };
};

/** The newest directory of the root that this vault trusts; null when it trusts none. */
export const trustedDirectory = (tx: RecordsReader): TrustedDirectory | null => {
  const root = readRoot(tx);
  return root === undefined ? null : directoryOfRoot(tx, root.rootKey);
};

/** Part of the key of what is kept by who is who: another one once another directory is trusted, or a newer one. */
export const directoryKey = (tx: RecordsReader): string => {
  const trusted = trustedDirectory(tx);
  return trusted === null ? '' : `${trusted.rootKey} ${trusted.directory.directoryId} ${trusted.directory.serial}`;
};

/** Hash of the payload of a directory that has been read before. */
export const hashOfFile = (file: Uint8Array): string => {
  const opened = openDirectory(file);
  if (!opened.ok) throw new Error('a directory of this vault cannot be read');
  return directoryHash(opened.value);
};

/**
 * Judges a directory file by the one that is trusted now; writes nothing. Codes: `signedFileInvalid`; `noDirectory`
 * (nothing is trusted yet); `directoryOtherRoot`; `directoryOlder`; `directoryFork` (the same root signed another
 * directory with this serial, or one that does not follow from the one here).
 */
export const judgeDirectory = (
  current: TrustedDirectory | null,
  file: Uint8Array,
): Result<JudgedDirectory, TakeError> => {
  const opened = openDirectory(file);
  if (!opened.ok) return opened;
  const { payload: directory, key: rootKey } = opened.value;
  if (current === null) return fail('noDirectory');
  if (rootKey !== current.rootKey) return fail('directoryOtherRoot');
  if (directory.directoryId !== current.directory.directoryId) return fail('directoryFork');
  const ahead = directory.serial - current.directory.serial;
  if (ahead < 0) return fail('directoryOlder');
  const here = hashOfFile(current.file);
  if (ahead === 0 && directoryHash(opened.value) !== here) return fail('directoryFork');
  if (ahead === 1 && directory.previous !== here) return fail('directoryFork');
  return ok({ directory, rootKey, newer: ahead > 0 });
};

/** True when the root signed one directory that lies here and another one with the same serial. */
const contradicts = (tx: RecordsReader, file: Uint8Array): boolean => {
  const opened = openDirectory(file);
  const kept = opened.ok ? findDirectory(tx, opened.value.key, opened.value.payload.serial) : undefined;
  return opened.ok && kept !== undefined && hashOfFile(kept.file) !== directoryHash(opened.value);
};

/** Judges a file by a directory that lies in this vault and by all the serials before it. */
export const judgeByAll = (
  tx: RecordsReader,
  current: TrustedDirectory | null,
  file: Uint8Array,
): Result<JudgedDirectory, TakeError> => {
  const judged = judgeDirectory(current, file);
  const older = !judged.ok && judged.error.code === 'directoryOlder';
  return older && contradicts(tx, file) ? fail('directoryFork') : judged;
};

/**
 * Takes in a newer directory of the trusted root, in the caller's transaction. The one that is here already changes
 * nothing (`changed` false). Codes as `judgeDirectory`.
 */
export const takeDirectory = (
  work: Pick<Workspace, 'clock'>,
  tx: RecordsWriter,
  file: Uint8Array,
): Result<{ serial: number; changed: boolean }, TakeError> => {
  const judged = judgeByAll(tx, trustedDirectory(tx), file);
  if (!judged.ok) return judged;
  const { directory, rootKey, newer } = judged.value;
  const { directoryId, serial } = directory;
  if (newer) {
    insertDirectory(tx, { rootKey, directoryId, serial, file, takenAt: toIsoInstant(work.clock.now()) });
    appendAudit(work, tx, { kind: 'directoryTaken', subject: directoryId });
  }
  return ok({ serial, changed: newer });
};
