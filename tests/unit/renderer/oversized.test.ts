import { expect, test } from 'vitest';
import { hasFax, withoutOversized } from '../../../renderer/ui/viewer/oversized.ts';
import { brokenPagesPdf } from '../../fixtures/broken-pages.ts';
import { oddPagesPdf } from '../../fixtures/odd-pages.ts';
import { pdfOf, pdfStream, scannedPdf } from '../../fixtures/odd-pdfs.ts';

const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const image = (keys: string, bytes = ''): Uint8Array => pdfOf([pdfStream(`/Subtype /Image ${keys}`, bytes)]);
/** What stands in the place of the keys that were struck out. */
const struck = (bytes: Uint8Array): number =>
  decode(withoutOversized(bytes)).match(/\/Width 0+\b|\/JPXDecodx/g)?.length ?? 0;

test('pictures that may be decoded are left as they are, byte for byte', () => {
  for (const pdf of [oddPagesPdf(), scannedPdf(), image('/Width 7000 /Height 7000')])
    expect(decode(withoutOversized(pdf)) === decode(pdf)).toBe(true);
});

test('what a picture says of itself counts, masks too, and the given bytes stay', () => {
  const pdf = brokenPagesPdf();
  const before = decode(pdf);
  // Three that say so, a JBIG2 and a JPEG 2000 that hide it: the coding of the last goes as well.
  expect(struck(pdf)).toBe(3 + 1 + 2);
  expect(decode(pdf) === before).toBe(true);
});

test.each([
  ['after a line end of two signs', (text: string) => text.replaceAll('stream\n', 'stream\r\n')],
  [
    'with its keys in the other order',
    (text: string) => text.replace('/Width 8000 /Height 8000', '/Height 8000/Width 8000'),
  ],
])('a picture is known %s', (_, change) => {
  const pdf = Buffer.from(change(decode(image('/Width 8000 /Height 8000', 'x'))), 'latin1');
  expect(struck(pdf)).toBe(1);
});

test('a size that stands elsewhere is no size, and a file of anything is no reason to fail', () => {
  expect(struck(image('/Width 80000 0 R /Height 80000 0 R'))).toBe(0);
  for (const text of ['', 'stream', ' obj/Subtype /Image/Width 9 stream', 'stream\nstream\r\nendstream'])
    expect(struck(Buffer.from(text))).toBe(0);
});

test('a fax is known', () => {
  expect(hasFax(image('/Filter /CCITTFaxDecode'))).toBe(true);
  expect(hasFax(image('/Filter /FlateDecode', '/CCITTFaxDecode'))).toBe(false);
});
