import { concatBytes } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';

/** The most that a logo may have: bytes of its file, and pixels of each side. A print of 4 cm needs fewer than 1000. */
export const logoLimits = { bytes: 200 * 1024, side: 2000 } as const;

/** Kinds of picture that a logo may be, told by their bytes alone. SVG can hold scripts and addresses: never. */
export const logoTypes = ['image/png', 'image/jpeg'] as const;
export type LogoType = (typeof logoTypes)[number];

/** A picture that was read to its end, without anything that no reader needs to draw it. */
export interface Picture {
  readonly mediaType: LogoType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export type PictureError = AppError<'logoNotPicture' | 'logoTooLarge' | 'logoTooManyPixels'>;

/** A picture as its parts say it is, before its size is judged; null: it is none, or damaged. */
type Read = Picture | null;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum of a chunk (bytes). */
const chunkFrame = 12;
/** Bit depths by kind of colour. */
const pngDepths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
/** Chunks that say how the picture looks. Texts, profiles and times go: they are packed, or tell of people. */
const pngKept = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'pHYs'];

interface Chunk {
  readonly type: string;
  readonly whole: Uint8Array;
  readonly data: Uint8Array;
}

/** The chunks of a PNG up to its end; null where they do not reach one. */
const chunksOf = (bytes: Uint8Array): readonly Chunk[] | null => {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = pngStart.length; at + chunkFrame <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + chunkFrame + length;
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type)) return null;
    chunks.push({ type, whole: bytes.subarray(at, end), data: bytes.subarray(at + 8, end - 4) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
};

/** True when chunks that must be there are, once and in order, and none must be understood that is not. */
const areInOrder = (chunks: readonly Chunk[]): boolean => {
  const types = chunks.map(({ type }) => type);
  const first = types.indexOf('IDAT');
  const isCritical = (type: string): boolean => /^[A-Z]/.test(type);
  return (
    types[0] === 'IHDR' &&
    types.lastIndexOf('IHDR') === 0 &&
    first > 0 &&
    types.slice(first, types.lastIndexOf('IDAT') + 1).every((type) => type === 'IDAT') &&
    types.filter((type) => type === 'PLTE').length <= 1 &&
    types.every((type) => !isCritical(type) || pngKept.includes(type))
  );
};

/** What the head of a PNG says. */
interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

const headOf = ({ data }: Chunk): PngHead | null => {
  if (data.length !== 13) return null;
  const view = viewOf(data);
  const [depth = 0, colour = -1, compression, filter, interlace = 2] = data.subarray(8);
  if (!pngDepths[colour]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) return null;
  return { width: view.getUint32(0), height: view.getUint32(4), depth, colour, interlaced: interlace === 1 };
};

const readPng = (bytes: Uint8Array): Read => {
  const chunks = chunksOf(bytes);
  const [first] = chunks ?? [];
  if (chunks === null || first === undefined || !areInOrder(chunks)) return null;
  const head = headOf(first);
  if (head === null || (head.colour === 3 && !chunks.some(({ type }) => type === 'PLTE'))) return null;
  const kept = chunks.filter(({ type }) => pngKept.includes(type)).map(({ whole }) => whole);
  return {
    mediaType: 'image/png',
    width: head.width,
    height: head.height,
    bytes: concatBytes(Uint8Array.from(pngStart), ...kept),
  };
};

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Passes of an interlaced PNG: first column and row, and steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const rowsBytes = (width: number, height: number, bits: number): number =>
  width === 0 ? 0 : height * (1 + Math.ceil((width * bits) / 8));

/** The packed rows of a PNG and how many bytes they must unpack to; null for anything else. */
export const pngRows = (bytes: Uint8Array): { readonly packed: Uint8Array; readonly size: number } | null => {
  if (!startsWith(bytes, pngStart)) return null;
  const chunks = chunksOf(bytes);
  const head = chunks?.[0] && headOf(chunks[0]);
  if (!chunks || !head) return null;
  const { width, height, interlaced } = head;
  const bits = (channels[head.colour] ?? 1) * head.depth;
  const steps = interlaced ? passes : ([[0, 0, 1, 1]] as const);
  const size = steps.reduce((sum, [column, row, across, down]) => {
    const [wide, high] = [Math.ceil((width - column) / across), Math.ceil((height - row) / down)];
    return sum + rowsBytes(Math.max(0, wide), Math.max(0, high), bits);
  }, 0);
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  return { packed: concatBytes(...packed), size };
};

const jpegStart = [0xff, 0xd8, 0xff];
/** Markers of segments that say how the picture looks: tables and restart interval. */
const jpegTables = [0xc4, 0xdb, 0xdd];
/** Beginnings of frames that every reader draws: baseline, extended, progressive. */
const jpegFrames = [0xc0, 0xc1, 0xc2];
/** More passes over the picture than any program writes are there to keep a reader busy. */
const mostScans = 32;

const isAdobe = (segment: Uint8Array): boolean =>
  segment[1] === 0xee && segment.length === 16 && startsWith(segment.subarray(4), [0x41, 0x64, 0x6f, 0x62, 0x65]);
const isJfif = (segment: Uint8Array): boolean =>
  segment[1] === 0xe0 && segment.length === 18 && startsWith(segment.subarray(4), [0x4a, 0x46, 0x49, 0x46, 0]);

/** Where the packed data of a scan end: at the next marker that is none within them. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
};

const frameOf = (segment: Uint8Array): Pick<Picture, 'width' | 'height'> | null => {
  const view = viewOf(segment);
  const parts = segment[9] ?? 0;
  if (segment.length !== 10 + 3 * parts || segment[4] !== 8 || ![1, 3].includes(parts)) return null;
  return { height: view.getUint16(5), width: view.getUint16(7) };
};

/** A part of a JPEG from one marker on, and where the next one is looked for. */
interface Segment {
  readonly marker: number;
  readonly bytes: Uint8Array;
  readonly next: number;
}

/** The part that begins at a marker; null where there is none, or it does not reach its end. */
const segmentAt = (bytes: Uint8Array, at: number): Segment | null => {
  const marker = bytes[at + 1] ?? 0;
  if (bytes[at] !== 0xff) return null;
  if (marker === 0xff) return segmentAt(bytes.subarray(1), at);
  if (marker === 0xd9) return { marker, bytes: bytes.subarray(at, at + 2), next: at + 2 };
  if (at + 4 > bytes.length) return null;
  const end = at + 2 + viewOf(bytes).getUint16(at + 2);
  if (end > bytes.length || end < at + 4) return null;
  const until = marker === 0xda ? endOfScan(bytes, end) : end;
  return { marker, bytes: bytes.subarray(at, until), next: until };
};

/** The parts of a JPEG up to its end; null where they do not reach one. */
const segmentsOf = (bytes: Uint8Array): readonly Segment[] | null => {
  const segments: Segment[] = [];
  for (let at = 2; at + 1 < bytes.length; ) {
    const segment = segmentAt(bytes, at);
    if (segment === null) return null;
    segments.push(segment);
    if (segment.marker === 0xd9) return segments;
    at = segment.next;
  }
  return null;
};

const isFrame = ({ marker }: Segment): boolean => jpegFrames.includes(marker);
const isScan = ({ marker }: Segment): boolean => marker === 0xda;
/** What applications and people wrote beside the picture. */
const isRemark = ({ marker }: Segment): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
const isNeeded = (segment: Segment): boolean =>
  isFrame(segment) ||
  isScan(segment) ||
  segment.marker === 0xd9 ||
  jpegTables.includes(segment.marker) ||
  isAdobe(segment.bytes) ||
  isJfif(segment.bytes);

const readJpeg = (bytes: Uint8Array): Read => {
  const segments = segmentsOf(bytes) ?? [];
  const [frame, ...more] = segments.filter(isFrame);
  const firstScan = segments.findIndex(isScan);
  const scans = segments.filter(isScan).length;
  const size = frame && frameOf(frame.bytes);
  if (!size || more.length > 0 || scans === 0 || scans > mostScans || firstScan < segments.indexOf(frame as Segment))
    return null;
  if (!segments.every((segment) => isNeeded(segment) || isRemark(segment))) return null;
  const kept = segments.filter(isNeeded).map((segment) => segment.bytes);
  return { mediaType: 'image/jpeg', ...size, bytes: concatBytes(bytes.subarray(0, 2), ...kept) };
};

/**
 * Reads a file as a logo: PNG or JPEG by its bytes, whatever its name says. What comes back has nothing in it that is
 * not needed to draw it: no texts, places, profiles, small pictures, and nothing behind its end. Fails with
 * `logoTooLarge` (`kilobytes`, the most), `logoNotPicture`, `logoTooManyPixels` (`width`, `height`, `max`). Never
 * throws.
 */
export const readPicture = (bytes: Uint8Array): Result<Picture, PictureError> => {
  const { bytes: most, side } = logoLimits;
  if (bytes.length > most) return fail('logoTooLarge', { kilobytes: most / 1024 });
  const read = startsWith(bytes, pngStart) ? readPng(bytes) : startsWith(bytes, jpegStart) ? readJpeg(bytes) : null;
  if (read === null || read.width === 0 || read.height === 0) return fail('logoNotPicture');
  const { width, height } = read;
  return Math.max(width, height) > side ? fail('logoTooManyPixels', { width, height, max: side }) : ok(read);
};
