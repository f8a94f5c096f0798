import { maxPictureDots } from './page-layout.ts';

// A picture is decoded as large as its own coding says, whatever the PDF says of it; and a mask is not measured at all.
// Both are looked for before PDF.js reads the file: one that says less than it takes would fill the memory.

/** Bytes of a dictionary that are looked at: those of pictures are short. */
const maxDictionary = 4000;
/** Bytes of a picture in which its size stands. */
const head = 2000;

const isPicture = /\/Subtype\s*\/Image\b/;
const numberOf = (dictionary: string, key: RegExp): number => Number(key.exec(dictionary)?.[1] ?? 0);

const uint32 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) * 2 ** 24 + (bytes[at + 1] ?? 0) * 2 ** 16 + (bytes[at + 2] ?? 0) * 2 ** 8 + (bytes[at + 3] ?? 0);

/** Dots of a JPEG 2000 picture, by its SIZ marker (ISO 15444-1, A.5.1); 0: none is found. */
const dotsOfJpeg2000 = (bytes: Uint8Array): number => {
  for (let at = 0; at + 24 < bytes.length; at += 1) {
    const isSize = bytes[at] === 0xff && bytes[at + 1] === 0x4f && bytes[at + 2] === 0xff && bytes[at + 3] === 0x51;
    if (!isSize) continue;
    const [right, bottom, left, top] = [8, 12, 16, 20].map((offset) => uint32(bytes, at + offset)) as [
      number,
      number,
      number,
      number,
    ];
    return (right - left) * (bottom - top);
  }
  return 0;
};

/** Types of segments of JBIG2 that begin with a width and a height (ISO 14492, 7.3.1): a page, and its regions. */
const sized = [4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48];
const unknownHeight = 0xff_ff_ff_ff;

/** Dots of the largest page or region of JBIG2 whose header stands in these bytes. */
const dotsOfJbig2 = (bytes: Uint8Array): number => {
  let dots = 0;
  for (let at = 0; at + 11 < bytes.length; ) {
    const flags = bytes[at + 4] ?? 0;
    const referred = (bytes[at + 5] ?? 0) >> 5;
    // Many references, which no scanner makes, are not followed.
    if (referred > 4) return dots;
    const number = uint32(bytes, at);
    const width = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
    const data = at + 6 + referred * width + ((flags & 0x40) === 0 ? 1 : 4) + 4;
    if (sized.includes(flags & 0x3f) && data + 8 <= bytes.length) {
      const height = uint32(bytes, data + 4);
      dots = Math.max(dots, uint32(bytes, data) * (height === unknownHeight ? 1 : height));
    }
    at = data + uint32(bytes, data - 4);
  }
  return dots;
};

interface Found {
  /** Where the dictionary begins in the file, and where what it describes. */
  readonly from: number;
  readonly dictionary: string;
  readonly data: number;
}

const text = new TextDecoder('latin1');
const word = new TextEncoder().encode('stream');
const [firstLetter = 0] = word;

/** Where the word `stream` begins in these bytes, from `at` on; -1: nowhere. */
const nextStream = (bytes: Uint8Array, at: number): number => {
  for (let from = bytes.indexOf(firstLetter, at); from >= 0; from = bytes.indexOf(firstLetter, from + 1))
    if (word.every((letter, index) => bytes[from + index] === letter)) return from;
  return -1;
};

/** Dictionaries of pictures. They stand in the open in every PDF, locked ones too. */
const picturesIn = function* (bytes: Uint8Array): Generator<Found> {
  for (let at = nextStream(bytes, 0); at >= 0; at = nextStream(bytes, at + word.length)) {
    const start = Math.max(0, at - maxDictionary);
    const before = text.decode(bytes.subarray(start, at));
    const begins = before.lastIndexOf(' obj');
    if (before.endsWith('end') || begins < 0) continue;
    const dictionary = before.slice(begins);
    const end = at + word.length;
    // A line end of one or two signs.
    const data = end + (bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? 2 : 1);
    if (isPicture.test(dictionary)) yield { from: start + begins, dictionary, data };
  }
};

const dotsOf = (bytes: Uint8Array, { dictionary, data }: Found): number => {
  const said =
    numberOf(dictionary, /\/Width\s+(\d+)\b(?!\s+\d+\s+R)/) * numberOf(dictionary, /\/Height\s+(\d+)\b(?!\s+\d+\s+R)/);
  const inside = bytes.subarray(data, data + head);
  const end = text.decode(inside).indexOf('endstream');
  const within = end < 0 ? inside : inside.subarray(0, end);
  if (/\/JPXDecode\b/.test(dictionary)) return Math.max(said, dotsOfJpeg2000(within));
  return /\/JBIG2Decode\b/.test(dictionary) ? Math.max(said, dotsOfJbig2(within)) : said;
};

/**
 * What is overwritten, and by what, each with as many signs: a width of 0 is none, and what PDF.js does not know it
 * does not decode. In a mask it would measure JPEG 2000 by itself.
 */
const spoiled: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/\/Width\s+\d+/, (found) => found.replace(/\d/g, '0')],
  [/\/JPXDecode\b/, (found) => found.replace(/.$/, 'x')],
];

/**
 * The bytes for PDF.js, in which no picture takes more than may be decoded: those that would have lost what says how
 * large they are, or how they are coded, and PDF.js tells of them as missing. A copy; the file is as it was.
 */
export const withoutOversized = (bytes: Uint8Array): Uint8Array => {
  const copy = bytes.slice();
  for (const found of picturesIn(bytes)) {
    if (dotsOf(bytes, found) <= maxPictureDots) continue;
    for (const [key, spoil] of spoiled) {
      const match = key.exec(found.dictionary);
      if (match !== null) copy.set(new TextEncoder().encode(spoil(match[0])), found.from + match.index);
    }
  }
  return copy;
};

/** True where a picture is coded as a fax, in the open part of the file. */
export const hasFax = (bytes: Uint8Array): boolean =>
  [...picturesIn(bytes)].some(({ dictionary }) => /\/(?:CCITTFaxDecode|CCF)\b/.test(dictionary));
