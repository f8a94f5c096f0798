import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { syncFolder } from '../vault/write-atomically.ts';
import { type ExportDeps, type ExportErrorCode, temporaryName, toExportError, writeNewFile } from './save-file.ts';

/** A file of a folder: its name and its bytes, read when it is its turn. */
export interface FolderFile {
  readonly name: string;
  readonly chunks: () => Iterable<Uint8Array>;
}

/**
 * Saves several files as a new folder `name` below `parent`: made beside under another name, synced, renamed
 * at the end. The folder is complete or absent; `name` must not exist yet.
 */
export const saveFolder = async (
  { fs, random, unfinished }: ExportDeps,
  parent: string,
  name: string,
  files: readonly FolderFile[],
): Promise<Result<Record<string, never>, AppError<ExportErrorCode | StorageErrorCode>>> => {
  const beside = join(parent, temporaryName(random));
  const noted = unfinished.note(beside);
  if (!noted.ok) return noted;
  try {
    await mkdir(beside, { mode: 0o700 });
    for (const file of files) await writeNewFile(fs, join(beside, file.name), file.chunks());
    await syncFolder(fs, beside);
    await fs.rename(beside, join(parent, name));
    await syncFolder(fs, parent);
    return ok({});
  } catch (thrown) {
    await fs.rm(beside, { recursive: true, force: true }).catch(() => undefined);
    return fail(toExportError(thrown).code);
  } finally {
    unfinished.settle(beside);
  }
};
