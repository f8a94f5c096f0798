import { pdfStart } from '../formats/pdf/pdf-start.ts';

/** How many bytes of a file's beginning `sniffMediaType` looks at. */
export const sniffLength = 4096;

const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));

const startsWith = (head: Uint8Array, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, index) => head[at + index] === byte);

/** How what is sent to a printer, and kept instead, begins: its language, with the PDF behind some lines. */
const printJob = ascii('\x1b%-12345X@PJL');

/** A PDF at the beginning of a line, with the bytes of its second line that are no text (ISO 32000-1, 7.5.2). */
const ownLine = /[\r\n]%PDF-\d\.\d\s*[\r\n]\s*%[\x80-\xff]{4}/;

/**
 * True where a PDF begins within the first kilobyte: behind nothing but such bytes, what a printer is told, or lines of
 * whatever sent it, such as headers of mail.
 */
const isPdf = (head: Uint8Array): boolean => {
  const first = String.fromCharCode(...head.subarray(0, 1024));
  if (startsWith(head, printJob)) return /[\r\n]%PDF-/.test(first);
  if (ownLine.test(first)) return true;
  return pdfStart(head) >= 0;
};

/** Brands of the container of HEIC and AVIF (ISO/IEC 23008-12), of which the major one or a compatible one tells. */
const brands: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1', 'miaf'].map((brand) => [
      brand,
      'image/heic',
    ]),
  ),
  avif: 'image/avif',
  avis: 'image/avif',
};

/** Brands that both share. */
const joint = ['mif1', 'mif2', 'msf1', 'miaf'];
/** So many bytes of the list of brands are looked at. */
const brandBytes = 256;

/** The brand that comes first and is known: what both share only where no other one tells. */
const brandOf = (head: Uint8Array): string | undefined => {
  if (!startsWith(head, ascii('ftyp'), 4)) return undefined;
  const [, , high = 0, low = 0] = head;
  const end = Math.min(brandBytes, high * 256 + low, head.length);
  const named = Array.from({ length: Math.max(0, Math.floor((end - 8) / 4)) }, (_, at) =>
    String.fromCharCode(...head.subarray(8 + 4 * at, 12 + 4 * at)),
  ).filter((name) => Object.hasOwn(brands, name));
  return brands[named.find((name) => !joint.includes(name)) ?? named[0] ?? ''];
};

/** First bytes that tell a type. */
const signatures: readonly (readonly [mediaType: string, fits: (head: Uint8Array) => boolean])[] = [
  ['application/pdf', isPdf],
  ['image/png', (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', (head) => startsWith(head, [0xff, 0xd8, 0xff])],
  ['image/gif', (head) => startsWith(head, ascii('GIF87a')) || startsWith(head, ascii('GIF89a'))],
  ['image/webp', (head) => startsWith(head, ascii('RIFF')) && startsWith(head, ascii('WEBP'), 8)],
  // Behind the two letters stands a length; the reserved field and the length of the header tell it from a text.
  ['image/bmp', (head) => startsWith(head, ascii('BM')) && startsWith(head, [0, 0, 0, 0], 6) && head[15] === 0],
  ['image/tiff', (head) => startsWith(head, [0x49, 0x49, 0x2a, 0x00]) || startsWith(head, [0x4d, 0x4d, 0x00, 0x2a])],
  ['image/tiff', (head) => startsWith(head, [0x49, 0x49, 0x2b, 0x00]) || startsWith(head, [0x4d, 0x4d, 0x00, 0x2b])],
  ['image/heic', (head) => brandOf(head) === 'image/heic'],
  ['image/avif', (head) => brandOf(head) === 'image/avif'],
  ['image/jp2', (head) => startsWith(head, [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a])],
  ['image/jp2', (head) => startsWith(head, [0xff, 0x4f, 0xff, 0x51])],
  ['image/jxl', (head) => startsWith(head, [0xff, 0x0a])],
  ['image/jxl', (head) => startsWith(head, [0, 0, 0, 0x0c, 0x4a, 0x58, 0x4c, 0x20, 0x0d, 0x0a, 0x87, 0x0a])],
  ['image/jbig2', (head) => startsWith(head, [0x97, 0x4a, 0x42, 0x32, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/vnd.adobe.photoshop', (head) => startsWith(head, ascii('8BPS')) && head[4] === 0],
  ['application/rtf', (head) => startsWith(head, ascii('{\\rtf'))],
];

/** Control characters that text has: tab, line feed, form feed, carriage return. */
const textControls = [0x09, 0x0a, 0x0c, 0x0d];

const isText = (head: Uint8Array): boolean => {
  if (head.some((byte) => byte < 0x20 && !textControls.includes(byte))) return false;
  try {
    // Streaming: a character cut at the end of the head is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const toldTypes = [...signatures.map(([mediaType]) => mediaType), 'application/zip', 'text/plain'];

/** How programs call a ZIP archive; a claim beside these says what lies in it (a document, most often). */
const zipClaims = ['', 'application/zip', 'application/x-zip', 'application/x-zip-compressed'];

/**
 * Media type by the first `sniffLength` bytes, not by what a file claims. A claim is kept only for types that no
 * bytes here tell, and that are never shown inside the app; `application/octet-stream` when nothing fits.
 */
export const sniffMediaType = (head: Uint8Array, claimed: string): string => {
  const found = signatures.find(([, fits]) => fits(head));
  if (found !== undefined) return found[0];
  if (isText(head)) return 'text/plain';
  if (zipClaims.includes(claimed) && startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'application/zip';
  const plain = /^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(claimed) && !/^(text|image)\//.test(claimed);
  return plain && !toldTypes.includes(claimed) ? claimed : 'application/octet-stream';
};

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
  'image/heic': 'heic',
  'image/avif': 'avif',
  'image/jp2': 'jp2',
  'image/jxl': 'jxl',
  'image/jbig2': 'jb2',
  'image/vnd.adobe.photoshop': 'psd',
  'application/rtf': 'rtf',
  'application/zip': 'zip',
  'text/plain': 'txt',
};

/** File name extension of a media type that `sniffMediaType` tells; `bin` for all others. */
export const extensionOfMediaType = (mediaType: string): string => extensions[mediaType] ?? 'bin';
