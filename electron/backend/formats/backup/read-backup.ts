import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BackedUpFile,
  type BackupManifest,
  backedUpKeys,
  backupParts,
  filesOfPart,
  manifestName,
  namesItsFiles,
} from '@shared/domain/backup/manifest.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { syncFile } from '../../files/sync-file.ts';
import { writeAll } from '../../files/write-all.ts';
import { PackageFailure } from '../package/format-failure.ts';
import { createUstarReader, type UstarEvent, type UstarReader } from '../package/ustar-reader.ts';
import { readManifest } from './manifest-note.ts';

/** Bytes that are read at a time. */
const piece = 1024 * 1024;
/** Largest file that our tar files can hold. */
const maxFileBytes = 8 ** 11 - 1;
/** Far more than a manifest needs. */
const maxManifestBytes = 16 * 1024;

/**
 * Why a file is no backup to work with. `backupUnreadable`: none at all. `backupCut`: its end is missing.
 * `backupDamaged`: a file in it is not the one that its manifest names (`details.file`), or what is between is wrong.
 */
export type BackupFormatError = 'backupUnreadable' | 'backupCut' | 'backupDamaged';

/** A backup that was read whole. */
export interface ReadBackup {
  readonly manifest: BackupManifest;
  /** The bytes of the manifest, for its signature. */
  readonly note: Uint8Array;
}

/** Where the files of a backup go while it is read: a folder, or nowhere. */
type Into = string | null;

interface Entry {
  readonly name: BackedUpFile | typeof manifestName;
  readonly size: number;
  readonly hash: Hash;
  readonly handle: FileHandle | null;
  readonly kept: Uint8Array[];
}

/** What may stand in a backup, in its order, whatever it holds. */
const expected: readonly (readonly string[])[] = backupParts.map((part) => [...filesOfPart[part], manifestName]);

class Unreadable extends Error {}

/** True when an entry of this name may follow on these. */
const mayFollow = (before: readonly string[], name: string): boolean =>
  expected.some((names) => names[before.length] === name && before.every((one, index) => names[index] === one));

const begin = async (before: readonly string[], name: string, size: number, into: Into): Promise<Entry> => {
  if (!mayFollow(before, name) || (name === manifestName && size > maxManifestBytes)) throw new Unreadable();
  const isFile = name !== manifestName;
  const handle = isFile && into !== null ? await open(join(into, name), 'wx', 0o600) : null;
  return { name: name as Entry['name'], size, hash: createHash('sha256'), handle, kept: [] };
};

const put = async ({ hash, handle, kept, name }: Entry, bytes: Uint8Array): Promise<void> => {
  hash.update(bytes);
  if (name === manifestName) kept.push(Uint8Array.from(bytes));
  if (handle !== null) await writeAll(handle, bytes);
};

const end = async ({ handle }: Entry): Promise<void> => {
  if (handle === null) return;
  await syncFile(handle);
  await handle.close();
};

/** Takes what the tar file says, entry after entry. */
const createTaker = (into: Into) => {
  const files: BackupManifest['files'] = [];
  let note: Uint8Array | undefined;
  let entry: Entry | undefined;
  return {
    take: async (event: UstarEvent): Promise<void> => {
      if (event.type === 'entry') {
        // Nothing comes after the manifest.
        if (note !== undefined) throw new Unreadable();
        const before = files.map(({ name }) => name);
        entry = await begin(before, event.name, event.size, into);
      } else if (entry === undefined) throw new Unreadable();
      else if (event.type === 'data') await put(entry, event.bytes);
      else {
        await end(entry);
        const { name, size, hash, kept } = entry;
        if (name === manifestName) note = Buffer.concat(kept);
        else files.push({ name, size, sha256: hash.digest('hex') });
        entry = undefined;
      }
    },
    /** Closes a file that was not read to its end. */
    leave: async (): Promise<void> => {
      await entry?.handle?.close().catch(() => undefined);
    },
    result: () => ({ files, note }),
  };
};

/** Most bytes of key files that are read into memory. */
const maxKeyBytes = 64 * 1024;

const createKeyTaker = () => {
  const keys = new Map<string, Uint8Array>();
  let name = '';
  let pieces: Uint8Array[] = [];
  const isDone = (): boolean => keys.size === backedUpKeys.length;
  const take = (event: UstarEvent): void => {
    if (isDone()) return;
    if (event.type === 'data') pieces.push(Uint8Array.from(event.bytes));
    else if (event.type === 'end') keys.set(name, Buffer.concat(pieces));
    else if (event.name !== backedUpKeys[keys.size] || event.size > maxKeyBytes) throw new Unreadable();
    else {
      name = event.name;
      pieces = [];
    }
  };
  return { keys, isDone, take };
};

/** True when the archive has its end too. */
const isComplete = ({ finish }: Pick<UstarReader, 'finish'>): boolean => {
  try {
    finish();
    return true;
  } catch (thrown) {
    if (thrown instanceof PackageFailure) return false;
    throw thrown;
  }
};

/**
 * The key files of a backup, which are first in it, and its manifest not: enough to try a passphrase or a recovery
 * sheet before the rest is read. Fails with `backupUnreadable`. Throws errors of file calls.
 */
export const readBackupKeys = async (
  path: string,
): Promise<Result<ReadonlyMap<string, Uint8Array>, AppError<'backupUnreadable'>>> => {
  const reader = createUstarReader(maxFileBytes);
  const taker = createKeyTaker();
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: maxKeyBytes })) {
      for (const event of reader.push(chunk)) taker.take(event);
      if (taker.isDone()) return ok(taker.keys);
    }
  } catch (thrown) {
    if (!(thrown instanceof Unreadable || thrown instanceof PackageFailure)) throw thrown;
  }
  return fail('backupUnreadable');
};

export interface ReadBackupOptions {
  /** Empty folder for the files; null: they are only read. */
  readonly into: Into;
  readonly signal?: AbortSignal | undefined;
  /** Told how many bytes of the backup are through. */
  readonly onBytes?: (bytes: number) => void;
}

const judge = (files: BackupManifest['files'], note: Uint8Array): Result<ReadBackup, AppError<BackupFormatError>> => {
  const manifest = readManifest(note);
  if (manifest === undefined || !namesItsFiles(manifest)) return fail('backupUnreadable');
  if (manifest.files.length !== files.length) return fail('backupDamaged');
  for (const [index, file] of files.entries()) {
    const named = manifest.files[index];
    const isSame = named?.name === file.name && named.size === file.size && named.sha256 === file.sha256;
    if (!isSame) return fail('backupDamaged', { file: file.name });
  }
  return ok({ manifest, note });
};

/**
 * Reads a backup to its end and compares each file with its manifest; whose it is, is not looked at. Throws errors of
 * file calls, and what `signal` was aborted with.
 */
export const readBackup = async (
  path: string,
  { into, signal, onBytes }: ReadBackupOptions,
): Promise<Result<ReadBackup, AppError<BackupFormatError>>> => {
  const reader = createUstarReader(maxFileBytes);
  const taker = createTaker(into);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: piece })) {
      signal?.throwIfAborted();
      for (const event of reader.push(chunk)) await taker.take(event);
      onBytes?.(chunk.length);
    }
    const { files, note } = taker.result();
    if (note === undefined || !isComplete(reader)) return fail(files.length > 0 ? 'backupCut' : 'backupUnreadable');
    return judge(files, note);
  } catch (thrown) {
    if (!(thrown instanceof Unreadable || thrown instanceof PackageFailure)) throw thrown;
    return fail(taker.result().files.length > 0 ? 'backupDamaged' : 'backupUnreadable');
  } finally {
    await taker.leave();
  }
};
