import { toHex } from '@shared/kernel/bytes.ts';
import { jpegSize, wholeJpeg } from './jpeg.ts';
import { readTiff, type TiffChunk, type TiffPage } from './read-tiff.ts';

// PDF knows every compression that scanners use in TIFF: a page becomes a page of PDF with the same compressed bytes,
// which PDF.js decodes in its worker like those of any scan.

/** How a page's chunks are to be read: filter, its parameters, colours; null: PDF has none like it. */
interface Reading {
  readonly filter: string;
  readonly parameters: string;
  readonly colours: string;
  readonly decode: string;
}

const isFax = ({ compression }: TiffPage): boolean => compression >= 2 && compression <= 4;
const isJpeg = ({ compression }: TiffPage): boolean => compression === 7;

const coloursOf = ({ photometric, samples, bits, palette }: TiffPage): string | null => {
  if (photometric <= 1 && samples === 1) return '/DeviceGray';
  if (photometric === 2 && samples === 3) return '/DeviceRGB';
  if (photometric === 3 && samples === 1 && palette !== null)
    return `[/Indexed /DeviceRGB ${2 ** bits - 1} <${toHex(palette)}>]`;
  return photometric === 5 && samples === 4 ? '/DeviceCMYK' : null;
};

/** What PDF calls the compression of a page; null: it has none like it. */
const filterOf = (page: TiffPage): string | null => {
  const names: Readonly<Record<number, string>> = {
    1: '',
    5: '/LZWDecode',
    7: '/DCTDecode',
    8: '/FlateDecode',
    32773: '/RunLengthDecode',
    32946: '/FlateDecode',
  };
  return isFax(page) ? '/CCITTFaxDecode' : (names[page.compression] ?? null);
};

/** Fax: `K` tells the group; what is white there is 1 in PDF, unless the page says that 0 is black. */
const faxParameters = ({ compression, faxOptions, photometric }: TiffPage, chunk: TiffChunk): string =>
  [
    `/K ${compression === 4 ? -1 : compression === 3 && (faxOptions & 1) === 1 ? 1 : 0}`,
    `/Columns ${chunk.width} /Rows ${chunk.height}`,
    `/EndOfLine ${compression === 3} /EncodedByteAlign ${compression === 2} /EndOfBlock false`,
    `/BlackIs1 ${photometric === 1}`,
  ].join(' ');

const parametersOf = (page: TiffPage, chunk: TiffChunk): string => {
  const { predictor, samples, bits, photometric } = page;
  if (isFax(page)) return faxParameters(page, chunk);
  if (isJpeg(page)) return photometric === 2 ? '/ColorTransform 0' : '';
  return predictor === 2 ? `/Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${chunk.width}` : '';
};

const isKnownDepth = (page: TiffPage): boolean => {
  if (isFax(page)) return page.bits === 1 && page.samples === 1 && page.photometric <= 1;
  return isJpeg(page) ? page.bits === 8 : [1, 2, 4, 8].includes(page.bits);
};

/** Differences are written by these compressions alone. */
const isKnownPredictor = ({ compression, predictor }: TiffPage): boolean =>
  predictor === 1 || (predictor === 2 && [5, 8, 32_946].includes(compression));

const readingOf = (page: TiffPage, chunk: TiffChunk): Reading | null => {
  const filter = filterOf(page);
  // A JPEG of luminance and two colours becomes red, green and blue where it is decoded.
  const colours = isJpeg(page) && page.photometric === 6 && page.samples === 3 ? '/DeviceRGB' : coloursOf(page);
  if (filter === null || colours === null || !isKnownDepth(page) || !isKnownPredictor(page)) return null;
  const isInverted = page.photometric === 0 && !isFax(page);
  return { filter, colours, parameters: parametersOf(page, chunk), decode: isInverted ? '/Decode [1 0]' : '' };
};

const reversed = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2),
);

/** The bytes as PDF wants them; null of a JPEG that is none or is larger than its place. */
const bytesOf = (page: TiffPage, chunk: TiffChunk): Uint8Array | null => {
  if (!isJpeg(page))
    return page.lowestFirst && page.bits === 1 ? chunk.bytes.map((byte) => reversed[byte] ?? 0) : chunk.bytes;
  const whole = wholeJpeg(chunk.bytes, page.jpegTables);
  const size = whole === null ? null : jpegSize(whole);
  return size !== null && size.width <= chunk.width && size.height <= chunk.height ? whole : null;
};

/** Gathers the objects of a PDF, numbered from 1. */
const createPdf = () => {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  put('%PDF-1.7\n');
  return {
    object: (number: number, dictionary: string, stream?: string | Uint8Array): void => {
      places[number] = length;
      const bytes = typeof stream === 'string' ? encoder.encode(stream) : stream;
      put(`${number} 0 obj\n<<${dictionary}${bytes === undefined ? '' : ` /Length ${bytes.length}`}>>\n`);
      if (bytes !== undefined) for (const part of ['stream\n', bytes, '\nendstream\n']) put(part);
      put('endobj\n');
    },
    end: (count: number): Uint8Array => {
      const table = length;
      const lines = Array.from({ length: count }, (_, at) => `${String(places[at + 1]).padStart(10, '0')} 00000 n \n`);
      put(`xref\n0 ${count + 1}\n0000000000 65535 f \n${lines.join('')}`);
      put(`trailer\n<</Size ${count + 1} /Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
      const pdf = new Uint8Array(length);
      let at = 0;
      for (const part of parts) {
        pdf.set(part, at);
        at += part.length;
      }
      return pdf;
    },
  };
};

/** Longest edge of a page of PDF. */
const longestEdge = 14_400;

const number = (value: number): string => value.toFixed(4);

/** Size of a page in points, of which 72 are an inch. */
const sizeOf = ({ width, height, density: [across, down] }: TiffPage): readonly [number, number] => {
  const [wide, high] = [(72 * width) / across, (72 * height) / down];
  const scale = Math.min(1, longestEdge / Math.max(wide, high));
  return [Math.max(1, wide * scale), Math.max(1, high * scale)];
};

/** What is drawn on a page: its chunks in their places. */
const drawing = (page: TiffPage, [wide, high]: readonly [number, number]): string => {
  const [across, down] = [wide / page.width, high / page.height];
  const lines = page.chunks.map(({ x, y, width, height }, index) => {
    const place = [width * across, 0, 0, height * down, x * across, high - (y + height) * down].map(number).join(' ');
    return `q ${place} cm /I${index} Do Q`;
  });
  return [page.mirrored ? `-1 0 0 1 ${number(wide)} 0 cm` : '', ...lines].join('\n');
};

const imageDictionary = ({ bits }: TiffPage, { width, height }: TiffChunk, reading: Reading): string =>
  [
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent ${bits}`,
    `/ColorSpace ${reading.colours} ${reading.decode}`,
    reading.filter === '' ? '' : `/Filter ${reading.filter} /DecodeParms <<${reading.parameters}>>`,
  ].join(' ');

/**
 * A TIFF as a PDF of the same pages with the same compressed pictures, to be shown by the reader of PDFs. Null of what
 * is no TIFF, is damaged, beyond the limits, or compressed as PDF does not know. Never throws.
 */
export const tiffToPdf = (file: Uint8Array): Uint8Array | null => {
  const pages = readTiff(file);
  if (pages === null) return null;
  const pdf = createPdf();
  const kids: number[] = [];
  let last = 2;
  for (const page of pages) {
    const size = sizeOf(page);
    const first = last + 3;
    for (const [index, chunk] of page.chunks.entries()) {
      const [reading, bytes] = [readingOf(page, chunk), bytesOf(page, chunk)];
      if (reading === null || bytes === null) return null;
      pdf.object(first + index, imageDictionary(page, chunk, reading), bytes);
    }
    const images = page.chunks.map((_, index) => `/I${index} ${first + index} 0 R`).join(' ');
    const box = `/MediaBox [0 0 ${size.map(number).join(' ')}] /Rotate ${page.turned}`;
    const resources = `/Resources <</XObject <<${images}>>>>`;
    pdf.object(last + 1, `/Type /Page /Parent 2 0 R ${box} /Contents ${last + 2} 0 R ${resources}`);
    pdf.object(last + 2, '', drawing(page, size));
    kids.push(last + 1);
    last = first + page.chunks.length - 1;
  }
  pdf.object(1, '/Type /Catalog /Pages 2 0 R');
  pdf.object(2, `/Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}]`);
  return pdf.end(last);
};
