import { createHash, type Hash } from 'node:crypto';
import { announcedBlobBytes, entryNames, type Manifest, packageLimits } from '@shared/domain/package/manifest.ts';
import { sha256 } from '../../crypto/hash.ts';
import { PackageFailure } from './format-failure.ts';
import { openManifest } from './manifest-file.ts';
import { type PlannedEntry, plannedEntries, signatureBytes } from './package-plan.ts';
import type { UstarEvent } from './ustar-reader.ts';

/** A package of which everything that can be checked without other knowledge has been checked. */
export interface OpenedPackage {
  readonly manifest: Manifest;
  /** The very bytes that were signed. */
  readonly manifestBytes: Uint8Array;
  readonly signature: Uint8Array;
  /** SHA-256 of the manifest's bytes, in hexadecimal. */
  readonly manifestHash: string;
  readonly directory: Uint8Array | null;
  readonly profile: Uint8Array | null;
  /** Act files in the manifest's order. */
  readonly acts: readonly { readonly hash: string; readonly form: 'all' | 'header'; readonly bytes: Uint8Array }[];
  readonly draft: Uint8Array | null;
  readonly guidance: Uint8Array | null;
  readonly original: Uint8Array | null;
  readonly figures: Uint8Array | null;
  /** By SHA-256 in hexadecimal; null when they were not kept. */
  readonly blobs: ReadonlyMap<string, Uint8Array> | null;
}

/**
 * Takes the bytes of one blob as they come, before its hash is known: what was written counts only when the whole
 * package has been read well. `end` is called when size and hash fit.
 */
export interface BlobSink {
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly end: () => void | Promise<void>;
}

export interface CheckerOptions {
  /** Blobs are kept in memory when all together have at most so many bytes; none when left out. */
  readonly keepBytes?: number;
  /** Is given every blob in the manifest's order; null: this one is not wanted. */
  readonly blobSink?: (sha256: string, size: number) => BlobSink | null;
  /** Called with the verified manifest before anything behind it is read. */
  readonly onManifest?: (manifest: Manifest) => void;
}

export interface PackageChecker {
  /** Takes what the tar file says. A promise: wait for it before going on. Throws PackageFailure. */
  readonly take: (event: UstarEvent) => void | Promise<void>;
  /** To be called at the end of the tar file. Throws `packageTampered` when something is missing. */
  readonly finish: () => OpenedPackage;
}

const tampered = (): PackageFailure => new PackageFailure('packageTampered');

/** The entry that is being read. */
interface Current {
  readonly planned: PlannedEntry | null;
  readonly hash: Hash | null;
  readonly kept: Buffer | null;
  readonly sink: BlobSink | null;
  filled: number;
}

/** What of the beginning is allowed before the manifest is known. */
const checkUnsigned = (index: number, name: string, size: number): void => {
  const expected = index === 0 ? entryNames.manifest : entryNames.signature;
  if (name !== expected) throw new PackageFailure('packageUnreadable');
  if (index === 0 && size > packageLimits.manifest) throw new PackageFailure('packageTooLarge');
  if (index === 1 && size !== signatureBytes) throw new PackageFailure('packageUnreadable');
};

/** What the manifest, once verified, lets follow. */
interface Announced {
  readonly manifest: Manifest;
  readonly plan: readonly PlannedEntry[];
  readonly keepsBlobs: boolean;
}

/** How far the checking is. */
interface Progress {
  readonly options: CheckerOptions;
  /** Manifest, signature, then all that followed; empty where a blob was not kept. */
  readonly kept: Buffer[];
  /** Null before the manifest has been verified. */
  announced: Announced | null;
  current: Current | null;
}

/** Verifies the manifest by its signature, before anything behind the two is looked at. */
const announce = ({ kept: [manifestBytes, signature], options }: Progress): Announced => {
  if (manifestBytes === undefined || signature === undefined) throw tampered();
  const opened = openManifest({ manifestBytes, signature });
  if (!opened.ok) throw new PackageFailure(opened.error.code);
  const manifest = opened.value;
  options.onManifest?.(manifest);
  const keepsBlobs = announcedBlobBytes(manifest) <= (options.keepBytes ?? -1);
  return { manifest, plan: plannedEntries(manifest), keepsBlobs };
};

const begin = ({ announced, kept, options }: Progress, name: string, size: number): Current => {
  if (announced === null) {
    checkUnsigned(kept.length, name, size);
    return { planned: null, hash: null, kept: Buffer.alloc(size), sink: null, filled: 0 };
  }
  const planned = announced.plan[kept.length - 2];
  if (planned === undefined || planned.name !== name || planned.size !== size) throw tampered();
  const isBlob = planned.kind === 'blob';
  return {
    planned,
    hash: createHash('sha256'),
    kept: isBlob && !announced.keepsBlobs ? null : Buffer.alloc(size),
    sink: isBlob ? (options.blobSink?.(planned.sha256, size) ?? null) : null,
    filled: 0,
  };
};

const add = (current: Current | null, bytes: Uint8Array): void | Promise<void> => {
  if (current === null) throw tampered();
  current.hash?.update(bytes);
  current.kept?.set(bytes, current.filled);
  current.filled += bytes.length;
  return current.sink?.write(bytes);
};

const end = (progress: Progress): void | Promise<void> => {
  const { current, kept } = progress;
  if (current === null) throw tampered();
  const { planned, hash, sink } = current;
  if (planned !== null && hash?.digest('hex') !== planned.sha256) throw tampered();
  kept.push(current.kept ?? Buffer.alloc(0));
  progress.current = null;
  if (kept.length === 2) progress.announced = announce(progress);
  return sink?.end();
};

const finish = ({ announced, kept: [manifestBytes, signature, ...files] }: Progress): OpenedPackage => {
  if (announced === null || manifestBytes === undefined || signature === undefined) {
    throw new PackageFailure('packageUnreadable');
  }
  const { manifest, plan, keepsBlobs } = announced;
  if (files.length !== plan.length) throw tampered();
  const of = (kind: PlannedEntry['kind']): Buffer[] => files.filter((_, at) => plan[at]?.kind === kind);
  const acts = of('act');
  const blobs = of('blob');
  return {
    manifest,
    manifestBytes,
    signature,
    manifestHash: sha256(manifestBytes).toString('hex'),
    directory: of('directory')[0] ?? null,
    profile: of('profile')[0] ?? null,
    acts: manifest.acts.map(({ hash, form }, at) => ({ hash, form, bytes: acts[at] ?? Buffer.alloc(0) })),
    draft: of('draft')[0] ?? null,
    guidance: of('guidance')[0] ?? null,
    original: of('original')[0] ?? null,
    figures: of('figures')[0] ?? null,
    blobs: keepsBlobs ? new Map(manifest.blobs.map((blob, at) => [blob.sha256, blobs[at] ?? Buffer.alloc(0)])) : null,
  };
};

/**
 * Checks the entries of a package as they come: manifest and its signature first, then exactly what the manifest
 * announces, in its order, each by size and SHA-256. What it keeps in memory is bounded by `packageLimits`.
 */
export const createPackageChecker = (options: CheckerOptions = {}): PackageChecker => {
  const progress: Progress = { options, kept: [], announced: null, current: null };
  return {
    take: (event) => {
      if (event.type === 'data') return add(progress.current, event.bytes);
      if (event.type === 'end') return end(progress);
      progress.current = begin(progress, event.name, event.size);
    },
    finish: () => finish(progress),
  };
};
