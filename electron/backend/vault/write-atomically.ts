import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type AppError, err, ok, type Result } from '@shared/kernel/result.ts';
import { errnoOf, noSync, syncFile, unless } from '../files/sync-file.ts';

/** The file calls that an atomic write makes; a port, so that tests can make each of them fail. */
export interface AtomicFs {
  readonly open: typeof open;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
  /** Passes these milliseconds before a call is made once more. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** As `rename`, `wait` and the sync of a folder, while nothing else of this process runs. */
  readonly renameNow: typeof renameSync;
  readonly waitNow: (milliseconds: number) => void;
  readonly syncFolderNow: (folder: string) => void;
}

/** The calls of node:fs. */
export const nodeAtomicFs: AtomicFs = {
  open,
  rename,
  rm,
  wait: (milliseconds) => setTimeout(milliseconds),
  renameNow: renameSync,
  waitNow: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
  syncFolderNow: (folder) => {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  },
};

export type WriteErrorCode = 'diskFull' | 'folderReadOnly' | 'folderMissing' | 'storageFailed';

/** What the system says where a folder on the way to a file is not there, or is none. */
const noFolder: readonly string[] = ['ENOENT', 'ENOTDIR'];

/** What it says of a file or folder that may not be changed, or that another program holds just now. */
const refusals: readonly string[] = ['EACCES', 'EBUSY', 'EPERM'];

/** What they say besides when it is a folder that shall be synced, or opened for it. */
const noFolderSync: readonly string[] = [...noSync, ...refusals, 'EBADF', 'EISDIR'];

/** Something that was written could not be kept, because of `cause`, and cannot be removed either. */
export class LeftBehind extends Error {
  readonly path: string;
  constructor(path: string, cause: unknown) {
    super('left behind', { cause });
    this.path = path;
  }
}

/** The expected failure behind an exception of a file call; throws it again when it is none. */
export const toFileError = (thrown: unknown): AppError<WriteErrorCode> => {
  if (thrown instanceof LeftBehind) return toFileError(thrown.cause);
  const errno = errnoOf(thrown);
  if (errno === '') throw thrown;
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return { code: 'diskFull' };
  if (errno === 'EROFS' || refusals.includes(errno)) return { code: 'folderReadOnly' };
  if (noFolder.includes(errno)) return { code: 'folderMissing' };
  return { code: 'storageFailed', details: { errno } };
};

/**
 * Makes a folder's entries durable, as far as its file system can: where it cannot, nothing would come of failing.
 * Windows does that by itself and refuses to open folders.
 */
export const syncFolder = async (fs: AtomicFs, folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r').catch(unless(noFolderSync));
  try {
    await handle?.sync().catch(unless(noFolderSync));
  } finally {
    await handle?.close();
  }
};

/** Waits between the tries of a rename: two seconds in all. */
const renameWaits: readonly number[] = [20, 40, 80, 160, 300, 400, 500, 500];

/**
 * Renames, for two seconds if need be: a scanner of viruses or an indexer holds a file that was just written for a
 * moment, and the system then answers as if it could not be written.
 */
export const renamePatiently = async (fs: AtomicFs, from: string, to: string): Promise<void> => {
  for (const wait of renameWaits) {
    try {
      return await fs.rename(from, to);
    } catch (thrown) {
      if (!refusals.includes(errnoOf(thrown))) throw thrown;
    }
    await fs.wait(wait);
  }
  await fs.rename(from, to);
};

/**
 * Moves what is complete over what is there, for good, while nothing else of this process runs; as patient as
 * `renamePatiently`. Throws what the file calls throw: the move may have been made all the same.
 */
export const moveOverNow = (fs: AtomicFs, from: string, to: string): void => {
  const attempt = (waits: readonly number[]): void => {
    try {
      fs.renameNow(from, to);
    } catch (thrown) {
      const [wait, ...others] = waits;
      if (wait === undefined || !refusals.includes(errnoOf(thrown))) throw thrown;
      fs.waitNow(wait);
      attempt(others);
    }
  };
  attempt(renameWaits);
  if (process.platform === 'win32') return;
  try {
    fs.syncFolderNow(dirname(to));
  } catch (thrown) {
    if (!noFolderSync.includes(errnoOf(thrown))) throw thrown;
  }
};

/** Removes a file or folder that was written and is not kept because of `cause`. Throws `LeftBehind` when it cannot. */
export const removeWritten = async (fs: AtomicFs, path: string, cause: unknown): Promise<void> => {
  // The waits are node's own: ten, each longer by that much, two seconds in all.
  await fs.rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 36 }).catch((thrown: unknown) => {
    // Where a folder on the way is none, nothing was written. Node says so too of a file that may not be removed, which
    // it then tries as a folder.
    if (!noFolder.includes(errnoOf(thrown)) || existsSync(path)) throw new LeftBehind(path, cause);
  });
};

/**
 * Moves what is complete to its place for good. Throws what the file calls throw; then nothing of it is in that place,
 * or `LeftBehind` says so.
 */
export const moveIntoPlace = async (fs: AtomicFs, from: string, to: string): Promise<void> => {
  await renamePatiently(fs, from, to);
  try {
    await syncFolder(fs, dirname(to));
  } catch (thrown) {
    await removeWritten(fs, to, thrown);
    throw thrown;
  }
};

const writeSynced = async (fs: AtomicFs, path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await fs.open(path, 'w+', 0o600);
  try {
    await handle.writeFile(bytes);
    await syncFile(handle);
    const written = Buffer.alloc(bytes.length + 1);
    const { bytesRead } = await handle.read(written, 0, written.length, 0);
    if (!written.subarray(0, bytesRead).equals(bytes))
      throw Object.assign(new Error('what was written reads otherwise'), { code: 'EIO' });
  } finally {
    await handle.close();
  }
};

/**
 * Replaces a file as a whole: a new file beside it, synced and read back, renamed over it, the folder synced. Whatever
 * happens meanwhile, `path` holds the old bytes or the new ones. Failures are Results; a failed sync of the
 * folder counts as one although the new bytes are then in place.
 */
export const writeAtomically = async (
  fs: AtomicFs,
  path: string,
  bytes: Uint8Array,
): Promise<Result<null, AppError<WriteErrorCode>>> => {
  const beside = `${path}.new`;
  try {
    await writeSynced(fs, beside, bytes);
    await renamePatiently(fs, beside, path);
    await syncFolder(fs, dirname(path));
    return ok(null);
  } catch (thrown) {
    await fs.rm(beside, { force: true }).catch(() => undefined);
    return err(toFileError(thrown));
  }
};
