// Directories of a TIFF 6.0 file (https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf), as scanners write
// them. Nothing is decoded here: what a page is made of is found, bounded and handed over as it lies in the file.
import { maxPictureDots } from '../page-layout.ts';

/** A strip or a tile of a page: where it lies in pixels, from the left and the top, and its bytes as compressed. */
export interface TiffChunk {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** A page, by what its directory says. */
export interface TiffPage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels in an inch across and down; 1 each where only their proportion is known. */
  readonly density: readonly [across: number, down: number];
  /** How it is to be turned to stand upright: mirrored from left to right first, then by degrees clockwise. */
  readonly mirrored: boolean;
  readonly turned: 0 | 90 | 180 | 270;
  /** Bits of a sample, and samples of a pixel. */
  readonly bits: number;
  readonly samples: number;
  readonly compression: number;
  readonly photometric: number;
  /** 2: samples are kept as differences from the pixel before. */
  readonly predictor: number;
  /** True where the first pixel of a byte is its lowest bit. */
  readonly lowestFirst: boolean;
  /** Options of fax group 3. */
  readonly faxOptions: number;
  /** Colours of a palette as red, green, blue. */
  readonly palette: Uint8Array | null;
  /** Tables that all JPEG chunks of the page share. */
  readonly jpegTables: Uint8Array | null;
  readonly chunks: readonly TiffChunk[];
}

/** What is read of a file at most. */
export const tiffLimits = {
  pages: 1000,
  /** Entries of a directory. */
  entries: 512,
  /** Edge of a page, and pixels of it. */
  edge: 32_767,
  pixels: maxPictureDots,
  /** Strips and tiles of all pages. */
  chunks: 100_000,
} as const;

/** A file that cannot be read, or is beyond the limits. */
class Unreadable extends Error {}

const expect: (holds: boolean) => asserts holds = (holds) => {
  if (!holds) throw new Unreadable();
};

const tags = {
  subfileType: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  densityAcross: 282,
  densityDown: 283,
  planes: 284,
  faxOptions: 292,
  densityUnit: 296,
  predictor: 317,
  palette: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  jpegTables: 347,
} as const;
type TagName = keyof typeof tags;

/** Bytes of one value, by the number of its type: BYTE, SHORT, LONG, RATIONAL, UNDEFINED. Others are passed over. */
const typeBytes: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 };

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where its values begin. */
  readonly at: number;
}

/** The bytes of a file with their order. */
interface Source {
  readonly file: Uint8Array;
  readonly view: DataView;
  readonly little: boolean;
}

/** A directory: its entries by tag, and where the next one is; 0: there is none. */
const directoryAt = ({ view, little }: Source, at: number) => {
  const count = view.getUint16(at, little);
  expect(count > 0 && count <= tiffLimits.entries);
  const entries = new Map<number, Entry>();
  for (let index = 0; index < count; index += 1) {
    const from = at + 2 + 12 * index;
    const type = view.getUint16(from + 2, little);
    const values = view.getUint32(from + 4, little);
    const bytes = (typeBytes[type] ?? 0) * values;
    if (bytes === 0) continue;
    const place = bytes <= 4 ? from + 8 : view.getUint32(from + 8, little);
    expect(place + bytes <= view.byteLength);
    entries.set(view.getUint16(from, little), { type, count: values, at: place });
  }
  const next = at + 2 + 12 * count;
  return { entries, next: next + 4 <= view.byteLength ? view.getUint32(next, little) : 0 };
};

const valueAt = ({ view, little }: Source, type: number, at: number): number => {
  if (type === 3) return view.getUint16(at, little);
  if (type === 4) return view.getUint32(at, little);
  if (type === 5) return view.getUint32(at, little) / view.getUint32(at + 4, little);
  return view.getUint8(at);
};

/** Reads the values of one directory. */
const readerOf = (source: Source, entries: ReadonlyMap<number, Entry>) => {
  const entryOf = (name: TagName): Entry | undefined => entries.get(tags[name]);
  /** All values; at most `most`, beyond which the file is refused. */
  const all = (name: TagName, most: number): readonly number[] => {
    const entry = entryOf(name);
    if (entry === undefined) return [];
    expect(entry.count <= most);
    const { type, count, at } = entry;
    return Array.from({ length: count }, (_, index) => valueAt(source, type, at + (typeBytes[type] ?? 1) * index));
  };
  const one = (name: TagName, otherwise: number): number => {
    const entry = entryOf(name);
    return entry === undefined ? otherwise : valueAt(source, entry.type, entry.at);
  };
  const bytes = (name: TagName): Uint8Array | null => {
    const entry = entryOf(name);
    return entry === undefined ? null : source.file.subarray(entry.at, entry.at + entry.count);
  };
  return { has: (name: TagName) => entryOf(name) !== undefined, all, one, bytes };
};
type Reader = ReturnType<typeof readerOf>;

/** Lengths that cover `whole`, each `step` long. */
const countOf = (whole: number, step: number): number => Math.ceil(whole / step);

interface Grid {
  readonly width: number;
  readonly height: number;
  /** Of a whole chunk. */
  readonly across: number;
  readonly down: number;
  readonly tiled: boolean;
}

const gridOf = ({ has, one }: Reader, width: number, height: number): Grid => {
  const tiled = has('tileOffsets');
  const across = tiled ? one('tileWidth', 0) : width;
  const down = tiled ? one('tileHeight', 0) : Math.min(one('rowsPerStrip', height), height);
  expect(across > 0 && down > 0 && across <= tiffLimits.edge && down <= tiffLimits.edge);
  return { width, height, across, down, tiled };
};

/** The strips or tiles of a page; `room`: how many there may be. */
const chunksOf = ({ file }: Source, { all }: Reader, grid: Grid, room: number): readonly TiffChunk[] => {
  const { width, height, across, down, tiled } = grid;
  const columns = countOf(width, across);
  const count = columns * countOf(height, down);
  expect(count <= room);
  const offsets = all(tiled ? 'tileOffsets' : 'stripOffsets', room);
  const lengths = all(tiled ? 'tileBytes' : 'stripBytes', room);
  expect(offsets.length >= count && lengths.length >= count);
  return offsets.slice(0, count).map((offset, index) => {
    const length = lengths[index] ?? 0;
    expect(length > 0 && offset + length <= file.length);
    const y = down * Math.floor(index / columns);
    return {
      x: across * (index % columns),
      y,
      width: across,
      // A tile is always whole, and goes beyond the page; the last strip is as high as what is left.
      height: tiled ? down : Math.min(down, height - y),
      bytes: file.subarray(offset, offset + length),
    };
  });
};

/** By orientation: mirrored first, then turned clockwise. */
const upright: Readonly<Record<number, readonly [boolean, TiffPage['turned']]>> = {
  1: [false, 0],
  2: [true, 0],
  3: [false, 180],
  4: [true, 180],
  5: [true, 270],
  6: [false, 90],
  7: [true, 90],
  8: [false, 270],
};

const densityOf = ({ one }: Reader): TiffPage['density'] => {
  const unit = one('densityUnit', 2) === 3 ? 2.54 : 1;
  const [across, down] = [one('densityAcross', 0) * unit, one('densityDown', 0) * unit];
  const isFit = (density: number): boolean => density >= 1 && density <= 10_000;
  return isFit(across) && isFit(down) && one('densityUnit', 2) !== 1 ? [across, down] : proportion(across, down);
};

/** A density of which only the proportion is known, if that. */
const proportion = (across: number, down: number): TiffPage['density'] => {
  const ratio = across / down;
  return ratio > 0.1 && ratio < 10 ? [ratio, 1] : [1, 1];
};

const paletteOf = ({ all }: Reader, colours: number): Uint8Array | null => {
  const values = all('palette', 3 * 256);
  if (values.length < 3 * colours) return null;
  return Uint8Array.from({ length: 3 * colours }, (_, at) => {
    const value = values[(at % 3) * (values.length / 3) + Math.floor(at / 3)] ?? 0;
    return value >> 8;
  });
};

const pageOf = (source: Source, reader: Reader, room: number): TiffPage => {
  const { all, one, bytes } = reader;
  const [width, height] = [one('width', 0), one('height', 0)];
  expect(width > 0 && height > 0 && width <= tiffLimits.edge && height <= tiffLimits.edge);
  expect(width * height <= tiffLimits.pixels);
  const samples = one('samples', 1);
  const depths = all('bits', 16);
  const bits = depths[0] ?? 1;
  expect(depths.every((other) => other === bits) && (samples === 1 || one('planes', 1) === 1));
  const [mirrored, turned] = upright[one('orientation', 1)] ?? [false, 0];
  return {
    ...{ width, height, mirrored, turned, bits, samples },
    density: densityOf(reader),
    compression: one('compression', 1),
    photometric: one('photometric', 0),
    predictor: one('predictor', 1),
    lowestFirst: one('fillOrder', 1) === 2,
    faxOptions: one('faxOptions', 0),
    palette: bits <= 8 ? paletteOf(reader, 2 ** bits) : null,
    jpegTables: bytes('jpegTables'),
    chunks: chunksOf(source, reader, gridOf(reader, width, height), room),
  };
};

const sourceOf = (file: Uint8Array): Source => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const order = view.getUint16(0);
  expect(order === 0x4949 || order === 0x4d4d);
  const little = order === 0x4949;
  expect(view.getUint16(2, little) === 42);
  return { file, view, little };
};

const pagesOf = (source: Source): readonly TiffPage[] => {
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let room: number = tiffLimits.chunks;
  let bytes = 0;
  for (let at = source.view.getUint32(4, source.little); at !== 0; ) {
    expect(!seen.has(at) && seen.size < tiffLimits.pages);
    seen.add(at);
    const { entries, next } = directoryAt(source, at);
    const reader = readerOf(source, entries);
    // A small picture of the page before is none of its own.
    if ((reader.one('subfileType', 0) & 1) === 0) {
      const page = pageOf(source, reader, room);
      room -= page.chunks.length;
      bytes += page.chunks.reduce((sum, chunk) => sum + chunk.bytes.length, 0);
      // What many chunks share is no scan.
      expect(bytes <= source.file.length);
      pages.push(page);
    }
    at = next;
  }
  return pages;
};

/** The pages of a TIFF; null of what is none, is damaged, or beyond the limits. Never throws. */
export const readTiff = (file: Uint8Array): readonly TiffPage[] | null => {
  try {
    const pages = pagesOf(sourceOf(file));
    return pages.length === 0 ? null : pages;
  } catch (thrown) {
    // A RangeError: a place beyond the end of the file.
    if (thrown instanceof Unreadable || thrown instanceof RangeError) return null;
    throw thrown;
  }
};
