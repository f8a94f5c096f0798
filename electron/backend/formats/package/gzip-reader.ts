import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { PackageFailure } from './format-failure.ts';

const headerBytes = 10;
const trailerBytes = 8;
/** Each turn of zlib on its thread takes in and gives out at most so much. */
const turnBytes = 256 * 1024;

/** One member of RFC 1952 by DEFLATE without name, comment or extra field, as gzip and tar write it to a pipe. */
const isHeader = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 && head[3] === 0;

const unreadable = (): PackageFailure => new PackageFailure('packageUnreadable');

/** What surrounds the compressed bytes: header and trailer. */
interface Frame {
  /** Compressed bytes that were handed on. */
  handedOn: number;
  trailer: Uint8Array;
}

/** The pieces of a source joined to such as are worth a turn. */
async function* gathered(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    parts.push(chunk);
    length += chunk.length;
    if (length < turnBytes) continue;
    yield Buffer.concat(parts, length);
    parts = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(parts, length);
}

/** Hands on what lies between header and trailer. Throws `packageUnreadable` when either is missing. */
async function* between(source: AsyncIterable<Uint8Array>, frame: Frame): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = new Uint8Array(0);
  let begun = false;
  for await (const chunk of gathered(source)) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!begun) {
      if (held.length < headerBytes || !isHeader(held)) throw unreadable();
      held = held.subarray(headerBytes);
      begun = true;
    }
    if (held.length <= trailerBytes) continue;
    const part = held.subarray(0, held.length - trailerBytes);
    held = Uint8Array.from(held.subarray(-trailerBytes));
    frame.handedOn += part.length;
    yield part;
  }
  if (!begun || held.length < trailerBytes) throw unreadable();
  frame.trailer = held;
}

const fits = ({ trailer }: Frame, sum: number, size: number): boolean => {
  if (trailer.length !== trailerBytes) return false;
  const view = Buffer.from(trailer);
  return view.readUInt32LE(0) === sum && view.readUInt32LE(4) === size % 2 ** 32;
};

const isZlibError = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && /^Z_[A-Z]+_ERROR$/.test(String(thrown.code));

/**
 * Unpacks one gzip member and stops as soon as more than `maxBytes` came out of it. Throws PackageFailure:
 * `packageTooLarge`; `packageUnreadable` for what is no gzip, is cut, does not fit its checksum or is followed by
 * anything. What the source throws goes through.
 */
export async function* gunzip(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const frame: Frame = { handedOn: 0, trailer: new Uint8Array(0) };
  const inflate = createInflateRaw({ chunkSize: turnBytes });
  // Errors of either end reach the loop below through `inflate`.
  pipeline(Readable.from(between(source, frame), { objectMode: true, highWaterMark: 1 }), inflate, () => undefined);
  let sum = 0;
  let size = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new PackageFailure('packageTooLarge');
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (thrown) {
    throw isZlibError(thrown) ? unreadable() : thrown;
  }
  if (inflate.bytesWritten !== frame.handedOn || !fits(frame, sum, size)) throw unreadable();
}
