import type { AppError, Result } from '@shared/kernel/result.ts';
import type { PackageErrorCode } from './format/format-failure.ts';
import type { BlobSink, OpenedPackage } from './format/package-checker.ts';
import { readPackage } from './format/read-package.ts';
import { fileChunks } from './format/sources.ts';

/** A package that was read, with its signed papers at hand whatever its size. */
export interface ReadPackage extends OpenedPackage {
  /** Papers by SHA-256, as far as they are of a paper's size. */
  readonly papers: ReadonlyMap<string, Uint8Array>;
}

/** Packages whose files have at most so many bytes together stay in memory between inspection and import. */
const keepBytes = 48 * 1024 * 1024;
/** A larger file is no paper of ours (bytes). */
const maxPaperBytes = 16 * 1024 * 1024;

const collecting = (papers: Map<string, Uint8Array>, sha256: string, size: number): BlobSink => {
  const bytes = new Uint8Array(size);
  let at = 0;
  return {
    write: (chunk) => {
      bytes.set(chunk, at);
      at += chunk.length;
    },
    end: () => {
      papers.set(sha256, bytes);
    },
  };
};

/**
 * Reads and checks a package (its parts in order) with the identities of a vault, for inspection. Small ones are kept
 * in memory whole, of large ones only acts and papers. Fails as `readPackage` does.
 */
export const readIncoming = async (
  paths: readonly string[],
  identities: readonly string[],
  signal?: AbortSignal,
): Promise<Result<ReadPackage, AppError<PackageErrorCode>>> => {
  const papers = new Map<string, Uint8Array>();
  let wanted: ReadonlySet<string> = new Set();
  const read = await readPackage(fileChunks(paths), identities, {
    keepBytes,
    ...(signal && { signal }),
    onManifest: ({ documents }) => {
      wanted = new Set(documents.map(({ sha256 }) => sha256));
    },
    blobSink: (sha256, size) => (wanted.has(sha256) && size <= maxPaperBytes ? collecting(papers, sha256, size) : null),
  });
  return read.ok ? { ok: true, value: { ...read.value, papers } } : read;
};
