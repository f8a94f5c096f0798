import { basename, dirname, join } from 'node:path';
import type { exportErrors } from '@shared/contract/method.ts';
import type { Random } from '@shared/kernel/ports.ts';
import { type AppError, err, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { syncFile } from '../files/sync-file.ts';
import { writeAll } from '../files/write-all.ts';
import { temporaryName } from '../vault/temporary-name.ts';
import { type AtomicFs, LeftBehind, moveIntoPlace, removeWritten, toFileError } from '../vault/write-atomically.ts';
import type { UnfinishedExports } from './unfinished-exports.ts';

export type ExportErrorCode = (typeof exportErrors)[number] | 'diskFull';

/** What saving outside of the vault needs. */
export interface ExportDeps {
  readonly fs: AtomicFs;
  readonly random: Random;
  /** Where an export notes what it leaves behind should it be cut off. */
  readonly unfinished: UnfinishedExports;
}

/** What a person is told of a failed file call. Throws again what is none. */
export const toExportError = (thrown: unknown): AppError<ExportErrorCode> => {
  if (thrown instanceof LeftBehind) return { code: 'exportLeftBehind', details: { name: basename(thrown.path) } };
  const { code } = toFileError(thrown);
  return { code: code === 'diskFull' || code === 'folderReadOnly' ? code : 'exportFailed' };
};

/** Removes what was written until `thrown` was; what a person is told then. Throws again what no file call threw. */
export const takeBack = async (fs: AtomicFs, path: string, thrown: unknown): Promise<AppError<ExportErrorCode>> =>
  toExportError(
    await removeWritten(fs, path, thrown).then(
      () => thrown,
      (left: unknown) => (thrown instanceof LeftBehind ? thrown : left),
    ),
  );

/** Removes what was written until a person broke it off; answers `code`, or names what cannot be removed. */
export const takeBackCancelled = <C extends string>(
  fs: AtomicFs,
  path: string,
  code: C,
): Promise<AppError<C | ExportErrorCode>> => removeWritten(fs, path, null).then(() => ({ code }), toExportError);

/**
 * The bytes of a file, in pieces. Each stays as it is until the one after the next is asked for: it may be under way to
 * the disk while the next one is made.
 */
export type FileChunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Writes a new file for its owner alone and makes its bytes durable. Throws errors of file calls and of the chunks. */
export const writeNewFile = async (fs: AtomicFs, path: string, chunks: FileChunks): Promise<void> => {
  const handle = await fs.open(path, 'wx', 0o600);
  try {
    let writing: Promise<void> = Promise.resolve();
    try {
      for await (const chunk of chunks) {
        await writing;
        writing = writeAll(handle, chunk);
        // What it throws, the next wait for it throws.
        writing.catch(() => undefined);
      }
    } catch (thrown) {
      await writing.catch(() => undefined);
      throw thrown;
    }
    await writing;
    await syncFile(handle);
  } finally {
    await handle.close();
  }
};

/**
 * Saves a file where a person chose: written beside the target, synced, renamed over it. The target is complete
 * or as it was before; gone when only its folder could not be made durable. What cannot be removed after a failure is
 * named (`exportLeftBehind`). What the chunks throw goes through.
 */
export const saveFile = async (
  { fs, random, unfinished }: ExportDeps,
  path: string,
  chunks: FileChunks,
): Promise<Result<Record<string, never>, AppError<ExportErrorCode | StorageErrorCode>>> => {
  const beside = join(dirname(path), temporaryName(random));
  const noted = unfinished.note(beside);
  if (!noted.ok) return noted;
  try {
    await writeNewFile(fs, beside, chunks);
    await moveIntoPlace(fs, beside, path);
    return ok({});
  } catch (thrown) {
    return err(await takeBack(fs, beside, thrown));
  } finally {
    unfinished.settle(beside);
  }
};
