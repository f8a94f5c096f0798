import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, type Err, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { syncFolder } from '../vault/write-atomically.ts';
import {
  type ExportDeps,
  type ExportErrorCode,
  type FileChunks,
  temporaryName,
  toExportError,
  writeNewFile,
} from './save-file.ts';

/** A file of a folder: its name and its bytes, read when it is its turn. */
export interface FolderFile {
  readonly name: string;
  readonly chunks: () => FileChunks;
}

/**
 * Runs `fill` with a new folder beside the place where its content will be: noted while it lasts, gone afterwards
 * unless `fill` has renamed it. Errors of file calls become codes; other exceptions go through.
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
    return await fill(folder);
  } catch (thrown) {
    return fail(toExportError(thrown).code);
  } finally {
    await fs.rm(folder, { recursive: true, force: true }).catch(() => undefined);
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
    await deps.fs.rename(folder, join(parent, name));
    await syncFolder(deps.fs, parent);
    return ok({});
  });
