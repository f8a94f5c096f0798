import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';

// A gzip file (RFC 1952) of one member, made of whole segments: text as DEFLATE blocks that end on a byte (RFC 1951,
// a sync flush), bytes that do not shrink as stored blocks, which cost a checksum and a copy instead of a search for
// repetitions. Each segment begins with an empty window, so that segments of both kinds can follow each other.

/** A piece of what is compressed. */
export interface GzipPiece {
  readonly bytes: Uint8Array;
  /** False: stored as it is. */
  readonly compress: boolean;
}

const segmentBytes = 256 * 1024;
const maxStoredBlock = 65_535;
/** How much of a file is tried. */
const trialBytes = 64 * 1024;

/** No name, no time, "unknown" system: tells nothing. */
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** An empty last block with fixed codes. */
const lastBlock = Uint8Array.of(0x03, 0x00);

/** True when deflating the first bytes saves a twentieth or more; PDF, JPEG and office files usually do not. */
export const isCompressible = (head: Uint8Array): boolean => {
  const trial = head.subarray(0, trialBytes);
  return deflateRawSync(trial, { level: 1 }).length < trial.length * 0.95;
};

const deflate = (bytes: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    deflateRaw(bytes, { level: 6, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: segmentBytes }, (error, out) => {
      if (error === null) resolve(out);
      else reject(error);
    });
  });

function* storedBlocks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += maxStoredBlock) {
    const part = bytes.subarray(at, at + maxStoredBlock);
    const block = Buffer.allocUnsafe(5 + part.length);
    block[0] = 0;
    block.writeUInt16LE(part.length, 1);
    block.writeUInt16LE(~part.length & 0xffff, 3);
    block.set(part, 5);
    yield block;
  }
}

/** Pieces to be compressed, gathered until they make a segment. */
const createGatherer = () => {
  let parts: Uint8Array[] = [];
  let length = 0;
  return {
    add: (bytes: Uint8Array): boolean => {
      parts.push(bytes);
      length += bytes.length;
      return length >= segmentBytes;
    },
    take: (): Uint8Array | null => {
      if (length === 0) return null;
      const whole = Buffer.concat(parts, length);
      parts = [];
      length = 0;
      return whole;
    },
  };
};

/** Compresses pieces as they come. What the pieces throw goes through. */
export async function* gzip(
  pieces: AsyncIterable<GzipPiece> | Iterable<GzipPiece>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const gathered = createGatherer();
  let sum = 0;
  let size = 0;
  async function* settle(): AsyncGenerator<Uint8Array> {
    const segment = gathered.take();
    if (segment !== null) yield await deflate(segment);
  }
  yield header;
  for await (const { bytes, compress } of pieces) {
    // Over no bytes zlib gives back the sum of nothing instead of the sum so far.
    if (bytes.length === 0) continue;
    sum = crc32(bytes, sum);
    size += bytes.length;
    if (!compress) {
      yield* settle();
      yield* storedBlocks(bytes);
    } else if (gathered.add(bytes)) yield* settle();
  }
  yield* settle();
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum, 0);
  trailer.writeUInt32LE(size % 2 ** 32, 4);
  yield lastBlock;
  yield trailer;
}
