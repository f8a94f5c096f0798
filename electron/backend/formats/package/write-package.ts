import { createHash } from 'node:crypto';
import { entryNames } from '@shared/domain/package/manifest.ts';
import { encryptAge } from './age-stream.ts';
import { type GzipPiece, gzip, isCompressible } from './gzip-writer.ts';
import type { SignedManifest } from './manifest-file.ts';
import { ustarEnd, ustarHeader, ustarPadding } from './ustar.ts';

/** A file of its own beside the acts, read when it is its turn. */
export interface BlobSource {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  readonly chunks: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** What goes into a package, in the order of its manifest. */
export interface PackageContent extends SignedManifest {
  readonly directory?: Uint8Array;
  readonly profile?: Uint8Array;
  readonly acts: readonly { readonly hash: string; readonly bytes: Uint8Array }[];
  readonly draft?: Uint8Array;
  readonly guidance?: Uint8Array;
  readonly original?: Uint8Array;
  readonly figures?: Uint8Array;
  readonly blobs: readonly BlobSource[];
}

/** A package to be written. */
export interface PackageSource extends PackageContent {
  /** The receiver's `age1…`. */
  readonly recipient: string;
}

const pieceOf = (bytes: Uint8Array): GzipPiece => ({ bytes, compress: true });

function* wholeEntry(name: string, bytes: Uint8Array): Generator<GzipPiece> {
  yield pieceOf(ustarHeader(name, bytes.length));
  yield pieceOf(bytes);
  yield pieceOf(ustarPadding(bytes.length));
}

async function* blobEntry({ sha256, size, chunks }: BlobSource): AsyncGenerator<GzipPiece> {
  yield pieceOf(ustarHeader(entryNames.blob(sha256), size));
  const hash = createHash('sha256');
  let written = 0;
  let compress: boolean | null = null;
  for await (const bytes of chunks()) {
    compress ??= isCompressible(bytes);
    hash.update(bytes);
    written += bytes.length;
    yield { bytes, compress };
  }
  // A receiver would refuse all of it: better it is not sent.
  if (written !== size || hash.digest('hex') !== sha256) throw new Error('a blob is not what its manifest says');
  yield pieceOf(ustarPadding(size));
}

/** The tar file of a package, in pieces. Throws an Error when a blob gives other bytes than it should. */
export async function* packageTar(content: PackageContent): AsyncGenerator<GzipPiece, void, undefined> {
  yield* wholeEntry(entryNames.manifest, content.manifestBytes);
  yield* wholeEntry(entryNames.signature, content.signature);
  if (content.directory !== undefined) yield* wholeEntry(entryNames.directory, content.directory);
  if (content.profile !== undefined) yield* wholeEntry(entryNames.profile, content.profile);
  for (const { hash, bytes } of content.acts) yield* wholeEntry(entryNames.act(hash), bytes);
  if (content.draft !== undefined) yield* wholeEntry(entryNames.draft, content.draft);
  if (content.guidance !== undefined) yield* wholeEntry(entryNames.guidance, content.guidance);
  if (content.original !== undefined) yield* wholeEntry(entryNames.original, content.original);
  if (content.figures !== undefined) yield* wholeEntry(entryNames.figures, content.figures);
  for (const blob of content.blobs) yield* blobEntry(blob);
  yield pieceOf(ustarEnd());
}

/**
 * The bytes of a package, `age(gzip(ustar))`, as they are made; a few hundred KB are in memory at a time. Throws
 * RangeError when the recipient is none of X25519, an Error when a blob gives other bytes than it should; what a blob's
 * chunks throw goes through.
 */
export const writePackage = (source: PackageSource): AsyncGenerator<Uint8Array, void, undefined> =>
  encryptAge(source.recipient, gzip(packageTar(source)));
