import { basename, join } from 'node:path';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { type ExportDeps, type ExportErrorCode, saveFile, writeNewFile } from '../../export/save-file.ts';
import { withTemporaryFolder } from '../../export/save-folder.ts';
import { cut, packageFileName, partFileName, partsFolderName } from '../../formats/package/parts.ts';
import { type PackageSource, writePackage } from '../../formats/package/write-package.ts';
import { moveIntoPlace, renamePatiently, syncFolder } from '../../vault/write-atomically.ts';

/** Names of the files that were written, below the folder that was chosen. */
export interface SavedPackage {
  readonly files: string[];
}

type SaveResult = Result<SavedPackage, AppError<ExportErrorCode | StorageErrorCode>>;

const packageIdOf = ({ manifestBytes }: PackageSource): string =>
  String(JSON.parse(new TextDecoder().decode(manifestBytes)).packageId);

/**
 * Writes a package to the file that a person chose; complete, or as it was before. Plaintext never reaches the disk.
 */
export const savePackageAs = async (deps: ExportDeps, path: string, source: PackageSource): Promise<SaveResult> => {
  const saved = await saveFile(deps, path, writePackage(source));
  return saved.ok ? ok({ files: [basename(path)] }) : saved;
};

/** Writes the parts under numbers, since their count is known at the end; answers that. */
const writeParts = async (deps: ExportDeps, folder: string, source: PackageSource, bytes: number): Promise<number> => {
  let count = 0;
  for await (const part of cut(writePackage(source), bytes)) {
    count += 1;
    await writeNewFile(deps.fs, join(folder, String(count)), part);
  }
  return count;
};

/** Puts the parts in place by one rename: a folder of their own, or the only one as a file. */
const settleParts = async (
  { fs }: ExportDeps,
  made: { readonly folder: string; readonly parent: string; readonly packageId: string; readonly count: number },
): Promise<string[]> => {
  const { folder, parent, packageId, count } = made;
  const single = packageFileName(packageId);
  if (count === 1) {
    await moveIntoPlace(fs, join(folder, '1'), join(parent, single));
    return [single];
  }
  const names = Array.from({ length: count }, (_, at) => partFileName(packageId, at + 1, count));
  for (const [at, name] of names.entries()) await renamePatiently(fs, join(folder, String(at + 1)), join(folder, name));
  await syncFolder(fs, folder);
  const together = partsFolderName(packageId);
  await moveIntoPlace(fs, folder, join(parent, together));
  return names.map((name) => `${together}/${name}`);
};

/**
 * Writes a package below a folder that a person chose: as one file, or, when it is larger than `partBytes`, as parts
 * in a folder of their own, so that all of them are there or none. Plaintext never reaches the disk.
 */
export const savePackage = async (
  deps: ExportDeps,
  {
    folder: parent,
    source,
    partBytes,
  }: {
    readonly folder: string;
    readonly source: PackageSource;
    /** Null: one file, whatever its size. */
    readonly partBytes: number | null;
  },
): Promise<SaveResult> => {
  const packageId = packageIdOf(source);
  if (partBytes === null) return savePackageAs(deps, join(parent, packageFileName(packageId)), source);
  return withTemporaryFolder(deps, parent, async (folder): Promise<SaveResult> => {
    const count = await writeParts(deps, folder, source, partBytes);
    return ok({ files: await settleParts(deps, { folder, parent, packageId, count }) });
  });
};
