import { type FileHandle, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { entryNames } from '@shared/domain/package/manifest.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { extensionOfMediaType, sniffLength, sniffMediaType } from '../backend/attachments/sniff-media-type.ts';
import type { StorageErrorCode } from '../backend/db/storage-error.ts';
import { type ExportDeps, type ExportErrorCode, writeNewFile } from '../backend/export/save-file.ts';
import { withTemporaryFolder } from '../backend/export/save-folder.ts';
import { syncFile } from '../backend/files/sync-file.ts';
import { writeAll } from '../backend/files/write-all.ts';
import type { PackageErrorCode } from '../backend/formats/package/format-failure.ts';
import { openActs, type PackagedAct } from '../backend/formats/package/package-acts.ts';
import type { BlobSink, OpenedPackage } from '../backend/formats/package/package-checker.ts';
import { openRecord } from '../backend/formats/package/package-record.ts';
import { readPackage } from '../backend/formats/package/read-package.ts';
import type { ReadRecordFile } from '../backend/formats/record/record-file.ts';
import { moveIntoPlace, renamePatiently, syncFolder } from '../backend/vault/write-atomically.ts';

/** A package that lies unpacked in a folder. */
export interface UnpackedPackage {
  readonly opened: OpenedPackage;
  readonly acts: readonly PackagedAct[];
  /** The record of coaching or mentoring; null: none. */
  readonly record: ReadRecordFile | null;
  /** Names of the blobs, below the folder. */
  readonly blobs: readonly string[];
}

export type UnpackError = PackageErrorCode | ExportErrorCode | StorageErrorCode;

/** Writes blobs under their hashes, then gives them the extension of what they turned out to be. */
const blobFolder = ({ fs }: ExportDeps, folder: string) => {
  const names: string[] = [];
  const open = new Set<FileHandle>();
  const sink = (sha256: string): BlobSink => {
    const path = join(folder, entryNames.blob(sha256));
    let handle: FileHandle | null = null;
    let head = Buffer.alloc(0);
    const file = async (): Promise<FileHandle> => {
      handle ??= await fs.open(path, 'wx', 0o600);
      open.add(handle);
      return handle;
    };
    return {
      write: async (chunk) => {
        if (head.length < sniffLength) head = Buffer.concat([head, chunk.subarray(0, sniffLength - head.length)]);
        await writeAll(await file(), chunk);
      },
      end: async () => {
        const written = await file();
        await syncFile(written);
        await written.close();
        open.delete(written);
        const name = `${entryNames.blob(sha256)}.${extensionOfMediaType(sniffMediaType(head, ''))}`;
        await renamePatiently(fs, path, join(folder, name));
        names.push(name);
      },
    };
  };
  return {
    sink,
    /** Of those that are complete. */
    names,
    /** Closes what a failure left open. */
    close: async (): Promise<void> => {
      for (const handle of open) await handle.close();
    },
  };
};

const writeRest = async ({ fs }: ExportDeps, folder: string, opened: OpenedPackage): Promise<void> => {
  const files: readonly (readonly [string, Uint8Array | null])[] = [
    [entryNames.manifest, opened.manifestBytes],
    [entryNames.signature, opened.signature],
    [entryNames.directory, opened.directory],
    [entryNames.draft, opened.draft],
    [entryNames.guidance, opened.guidance],
    [entryNames.figures, opened.figures],
    ...opened.acts.map(({ hash, bytes }) => [entryNames.act(hash), bytes] as const),
  ];
  for (const [name, bytes] of files) if (bytes !== null) await writeNewFile(fs, join(folder, name), [bytes]);
};

/**
 * Unpacks a package into a new folder, complete or not at all; `target` must not exist yet. Everything is checked as by
 * `readPackage`, `openActs` and `openRecord`. Blobs bear their SHA-256 and the extension of what they look like. Fails
 * with the codes of those and of exports.
 */
export const unpackPackage = (
  deps: ExportDeps,
  {
    source,
    identities,
    target,
  }: {
    readonly source: AsyncIterable<Uint8Array>;
    readonly identities: readonly string[];
    readonly target: string;
  },
): Promise<Result<UnpackedPackage, AppError<UnpackError>>> =>
  withTemporaryFolder(
    deps,
    dirname(target),
    async (folder): Promise<Result<UnpackedPackage, AppError<UnpackError>>> => {
      for (const name of ['acts', 'blobs']) await mkdir(join(folder, name), { mode: 0o700 });
      const blobs = blobFolder(deps, folder);
      const opened = await readPackage(source, identities, { blobSink: blobs.sink }).finally(blobs.close);
      if (!opened.ok) return opened;
      const acts = openActs(opened.value);
      if (!acts.ok) return acts;
      const record = openRecord(opened.value);
      if (!record.ok) return record;
      await writeRest(deps, folder, opened.value);
      for (const below of ['acts', 'blobs', '.']) await syncFolder(deps.fs, join(folder, below));
      await moveIntoPlace(deps.fs, folder, target);
      return ok({ opened: opened.value, acts: acts.value, record: record.value, blobs: blobs.names });
    },
  );
