import { describe, expect, it } from 'vitest';
import { extensionOfMediaType, sniffMediaType } from '../../../electron/backend/attachments/sniff-media-type.ts';
import { notShownAs, shownKind } from '../../../shared/domain/media-types.ts';
import english from '../../../shared/i18n/en/common.json' with { type: 'json' };
import indonesian from '../../../shared/i18n/id/common.json' with { type: 'json' };

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const ftyp = (...brands: readonly string[]): string =>
  `\0\0\0${String.fromCharCode(8 + 4 * (brands.length + 1))}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`;

describe('a PDF', () => {
  it.each([
    ['a mark of byte order', '\xef\xbb\xbf'],
    ['a line end', '\n'],
    ['line ends of Windows', '\r\n\r\n'],
    ['a mark and a line end', '\xef\xbb\xbf\r\n'],
    ['a mark of UTF-16', '\xfe\xff'],
    ['what a printer is told of it', '\x1b%-12345X@PJL JOB NAME="Surat"\r\n@PJL ENTER LANGUAGE=PDF\r\n'],
    ['headers of a mail', 'Content-Type: application/pdf; name="surat.pdf"\r\n\r\n'],
    ['what a server said', 'HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n'],
    ['a line of the program that wrote it', '% dibuat oleh X\n'],
    ['blanks and zeros', `${' '.repeat(900)}\0\t`],
  ])('is known behind %s', (_what, before) => {
    expect(sniffMediaType(bytes(`${before}%PDF-1.7\n%\xe2\xe3\xcf\xd3\n`), '')).toBe('application/pdf');
  });

  it.each([
    ['a text that speaks of one', 'Tanda %PDF-1.7 ada di awal berkas.'],
    ['a page', '<html>%PDF-1.7'],
    ['a text with such a line', 'Berkas dimulai begini:\n%PDF-1.7\n%komentar'],
    ['one behind more than a kilobyte', `${' '.repeat(1100)}%PDF-1.7`],
  ])('is not %s', (_what, text) => {
    expect(sniffMediaType(bytes(text), 'application/pdf')).toBe('text/plain');
  });
});

describe('a file that cannot be shown', () => {
  it.each([
    ['image/heic', 'heic', ftyp('heic', 'mif1', 'heic')],
    ['image/heic', 'heic', ftyp('mif1', 'heic')],
    ['image/heic', 'heic', ftyp('mif1', 'miaf')],
    ['image/heic', 'heic', ftyp('heix')],
    ['image/avif', 'otherPicture', ftyp('avif', 'mif1', 'avif')],
    ['image/avif', 'otherPicture', ftyp('mif1', 'avif')],
    ['image/heic', 'heic', ftyp('mif1', ...Array(20).fill('miaf'), 'heic')],
    ['image/heic', 'heic', ftyp('mif2', 'miaf', 'heix')],
    ['image/heic', 'heic', ftyp('hevm', 'hevs')],
    ['image/heic', 'heic', `\0\0\x01\0${ftyp('heic', 'mif1', ...Array(59).fill('MiHE')).slice(4)}`],
    ['image/avif', 'otherPicture', ftyp('miaf', 'MA1B', 'avif')],
    ['image/jp2', 'otherPicture', '\xff\x4f\xff\x51\0\x2f'],
    ['image/jxl', 'otherPicture', '\xff\x0a\xfa\x7f'],
    ['image/jbig2', 'otherPicture', '\x97JB2\r\n\x1a\n\x01'],
    ['image/vnd.adobe.photoshop', 'otherPicture', '8BPS\0\x01\0\0'],
    ['application/octet-stream', 'other', ftyp('isom', 'mp42')],
    ['image/jp2', 'otherPicture', '\0\0\0\x0cjP  \r\n\x87\n'],
    ['application/zip', 'other', 'PK\x03\x04\x14\0'],
    ['application/rtf', 'other', '{\\rtf1\\ansi Halo}'],
    ['application/octet-stream', 'other', '\0\x01\x02'],
    ['application/octet-stream', 'other', '\0\x05\x16\x07\0\x02\0\0Mac OS X        %PDF-1.7'],
    ['application/octet-stream', 'other', '0\x82\x0a\x10\x06\x09*\x86H\x86\xf7\r\x01\x07\x02%PDF-1.7'],
  ] as const)('is %s by its bytes, and what to do is said', (mediaType, kind, text) => {
    expect(sniffMediaType(bytes(text), '')).toBe(mediaType);
    expect(sniffMediaType(bytes(text), 'image/jpeg')).toBe(
      mediaType === 'application/zip' ? 'application/octet-stream' : mediaType,
    );
    expect(shownKind(mediaType)).toBeNull();
    expect(notShownAs(mediaType)).toBe(kind);
    for (const { viewer } of [indonesian, english]) expect(viewer.notShown[kind]).toContain('PDF');
  });

  it('is none where the window shows it', () => {
    const bmp = bytes('BM\x36\x10\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0');
    expect(sniffMediaType(bmp, '')).toBe('image/bmp');
    expect(sniffMediaType(bytes('BMKG menyampaikan prakiraan.'), '')).toBe('text/plain');
    for (const tiff of ['II*\0\x08\0\0\0', 'MM\0*\0\0\0\x08', 'II+\0\x08\0\0\0'])
      expect(sniffMediaType(bytes(tiff), '')).toBe('image/tiff');
    for (const type of ['application/pdf', 'image/png', 'image/bmp', 'image/tiff', 'text/plain'])
      expect(notShownAs(type)).toBeNull();
  });
});

it.each([
  ['PK\x03\x04\x14\0', '', 'zip'],
  ['PK\x03\x04\x14\0', 'application/x-zip-compressed', 'zip'],
  ['{\\rtf1\\ansi Halo}', 'application/msword', 'rtf'],
  ['II*\0\x08\0\0\0', '', 'tif'],
  // What may hold macros, or is run, leaves under no ending that opens it.
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/msword', 'bin'],
  ['MZ\x90\0', 'application/zip', 'bin'],
])('%j called %j leaves as .%s', (text, claimed, ending) => {
  expect(extensionOfMediaType(sniffMediaType(bytes(text), claimed))).toBe(ending);
});
