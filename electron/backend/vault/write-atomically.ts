import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type AppError, err, ok, type Result } from '@shared/kernel/result.ts';

/** The file calls that an atomic write makes; a port, so that tests can make each of them fail. */
export interface AtomicFs {
  readonly open: typeof open;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
}

/** The calls of node:fs. */
export const nodeAtomicFs: AtomicFs = { open, rename, rm };

export type WriteErrorCode = 'diskFull' | 'folderReadOnly' | 'folderMissing' | 'storageFailed';

const errnoOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';

/** The expected failure behind an exception of a file call; throws it again when it is none. */
export const toFileError = (thrown: unknown): AppError<WriteErrorCode> => {
  const errno = errnoOf(thrown);
  if (errno === '') throw thrown;
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return { code: 'diskFull' };
  if (errno === 'EROFS' || errno === 'EACCES' || errno === 'EPERM') return { code: 'folderReadOnly' };
  if (errno === 'ENOENT' || errno === 'ENOTDIR') return { code: 'folderMissing' };
  return { code: 'storageFailed', details: { errno } };
};

/** Makes a folder's entries durable; Windows does that by itself and refuses to open folders. */
export const syncFolder = async (fs: AtomicFs, folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const writeSynced = async (fs: AtomicFs, path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await fs.open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Replaces a file as a whole: a new file beside it, synced, renamed over it, the folder synced. Whatever
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
    await fs.rename(beside, path);
    await syncFolder(fs, dirname(path));
    return ok(null);
  } catch (thrown) {
    await fs.rm(beside, { force: true }).catch(() => undefined);
    return err(toFileError(thrown));
  }
};
