import { stat } from 'node:fs/promises';
import type { AppError, Result } from '@shared/kernel/result.ts';
import type { PackageErrorCode } from '../../formats/package/format-failure.ts';
import type { BlobSink, OpenedPackage } from '../../formats/package/package-checker.ts';
import { readPackage } from '../../formats/package/read-package.ts';
import { bytesAsSource, fileChunks } from '../../formats/package/sources.ts';
import { countedChunks, type OnProgress } from '../ledger/progress.ts';

/** A package that was read, with its signed papers at hand whatever its size. */
export interface ReadPackage extends OpenedPackage {
  /** Papers by SHA-256, as far as they are of a paper's size. */
  readonly papers: ReadonlyMap<string, Uint8Array>;
}

type ReadResult = Result<ReadPackage, AppError<PackageErrorCode>>;

/** Packages whose files have at most so many bytes together stay in memory between inspection and import. */
const defaultKeepBytes = 48 * 1024 * 1024;
/** A larger file is no paper of ours (bytes). */
const maxPaperBytes = 16 * 1024 * 1024;
/** All papers of a package together; the others are not read, and it is then held (bytes). */
const maxPapersBytes = 64 * 1024 * 1024;

export interface IncomingOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Lowered by tests alone. */
  readonly keepBytes?: number;
}

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

/** Bytes of files together; what cannot be read counts nothing, and fails when it is read. */
const sizeOf = async (paths: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

/**
 * Reads and checks a package (its parts in order) with the identities of a vault, for inspection. Small ones are kept
 * in memory whole, of large ones only acts and papers. Fails as `readPackage` does.
 */
export const readIncoming = async (
  paths: readonly string[],
  identities: readonly string[],
  options: IncomingOptions = {},
): Promise<ReadResult> => {
  const { onProgress } = options;
  const total = onProgress === undefined ? 0 : await sizeOf(paths);
  let done = 0;
  const chunks = countedChunks(fileChunks(paths), (bytes) => {
    done += bytes;
    onProgress?.(done, total);
  });
  return readFrom(chunks, identities, options);
};

/** Reads a package again that was kept whole. */
export const readKept = (file: Uint8Array, identities: readonly string[]): Promise<ReadResult> =>
  readFrom(bytesAsSource(file), identities);

const readFrom = async (
  chunks: AsyncIterable<Uint8Array>,
  identities: readonly string[],
  { signal, keepBytes = defaultKeepBytes }: IncomingOptions = {},
): Promise<ReadResult> => {
  const papers = new Map<string, Uint8Array>();
  let paperBytesLeft = maxPapersBytes;
  let wanted: ReadonlySet<string> = new Set();
  const read = await readPackage(chunks, identities, {
    keepBytes,
    ...(signal && { signal }),
    onManifest: ({ documents }) => {
      wanted = new Set(documents.map(({ sha256 }) => sha256));
    },
    blobSink: (sha256, size) => {
      if (!wanted.has(sha256) || size > Math.min(maxPaperBytes, paperBytesLeft)) return null;
      paperBytesLeft -= size;
      return collecting(papers, sha256, size);
    },
  });
  return read.ok ? { ok: true, value: { ...read.value, papers } } : read;
};
