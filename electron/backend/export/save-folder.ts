import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, type Err, err, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { temporaryName } from '../vault/temporary-name.ts';
import { moveIntoPlace, removeWritten, syncFolder } from '../vault/write-atomically.ts';
import { type ExportDeps, type ExportErrorCode, type FileChunks, takeBack, writeNewFile } from './save-file.ts';

/** A file of a folder: its name and its bytes, read when it is its turn. */
export interface FolderFile {
  readonly name: string;
  readonly chunks: () => FileChunks;
}

/**
 * Runs `fill` with a new folder beside the place where its content will be: noted while it lasts, gone afterwards
 * unless `fill` has renamed it. Errors of file calls become codes, `exportLeftBehind` where it cannot be removed; other
 * exceptions go through.
 */
export const withTemporaryFolder = async <R extends Result<unknown, AppError>>(
  { fs, random, unfinished }: ExportDeps,
  parent: string,
  fill: (folder: string) => Promise<R>,
): Promise<R | Err<AppError<ExportErrorCode | StorageErrorCode>>> => {
  const folder = join(parent, temporaryName(random));
  const noted = unfinished.note(folder);
  if (!noted.ok) return noted;
  try {
    await mkdir(folder, { mode: 0o700 });
    const filled = await fill(folder);
    const removed = removeWritten(fs, folder, null);
    // What is left of a success is an empty folder at most.
    await (filled.ok ? removed.catch(() => undefined) : removed);
    return filled;
  } catch (thrown) {
    return err(await takeBack(fs, folder, thrown));
  } finally {
    unfinished.settle(folder);
  }
};

/**
 * Saves several files as a new folder `name` below `parent`: made beside under another name, synced, renamed
 * at the end. The folder is complete or absent; `name` must not exist yet.
 */
export const saveFolder = (
  deps: ExportDeps,
  parent: string,
  name: string,
  files: readonly FolderFile[],
): Promise<Result<Record<string, never>, AppError<ExportErrorCode | StorageErrorCode>>> =>
  withTemporaryFolder(deps, parent, async (folder) => {
    for (const file of files) await writeNewFile(deps.fs, join(folder, file.name), file.chunks());
    await syncFolder(deps.fs, folder);
    await moveIntoPlace(deps.fs, folder, join(parent, name));
    return ok({});
  });
