import { describe, expect, it } from 'vitest';
import { jpegSize, wholeJpeg } from '../../../renderer/ui/viewer/tiff/jpeg.ts';
import { readTiff, tiffLimits } from '../../../renderer/ui/viewer/tiff/read-tiff.ts';
import { tiffToPdf } from '../../../renderer/ui/viewer/tiff/tiff-to-pdf.ts';
import { pagesOfPdf } from '../../fixtures/tiff-pixels.ts';
import { type SampleTiffPage, sampleTiffPages, tiffOf } from '../../fixtures/tiffs.ts';

// TIFFs of scanners as pages of PDF: what PDF.js decodes of them is what was scanned.

const samples = Object.entries(sampleTiffPages);
const fax = sampleTiffPages['fax group 4']!;
const shown = (file: Uint8Array) => pagesOfPdf(tiffToPdf(file) ?? expect.fail('not shown'));
const withEntries = (entries: SampleTiffPage['entries']): SampleTiffPage => ({
  ...fax,
  entries: { ...fax.entries, ...entries },
});

describe('a scan', () => {
  it.each(samples)('by %s is decoded as it was scanned', async (name, page) => {
    for (const little of [true, false]) {
      const [drawn] = await shown(tiffOf([page], little));
      const chunks = drawn?.pictures ?? [];
      expect(chunks).toHaveLength(page.chunks.length);
      // Of one that says that 0 is black, all is the other way round.
      const [black, white] = name.endsWith('0 is black') ? [255, 0] : [0, 255];
      const [first] = chunks;
      expect(first?.at(5, 5)).toBe(white);
      expect(first?.at(80, 80)).toBe(black);
      expect(drawn?.size).toEqual([192 * 72, 192 * 72]);
    }
  });

  it('of many pages has them all, without the small pictures between them', async () => {
    const pages = await shown(tiffOf([fax, withEntries({ 254: [1] }), fax, fax]));
    expect(pages).toHaveLength(3);
  });

  it.each([
    [1, false, 0],
    [2, true, 0],
    [3, false, 180],
    [4, true, 180],
    [5, true, 270],
    [6, false, 90],
    [7, true, 90],
    [8, false, 270],
    [99, false, 0],
  ])('with orientation %i stands upright', async (orientation, mirrored, turned) => {
    const file = tiffOf([withEntries({ 274: [orientation] })]);
    expect(readTiff(file)?.[0]).toMatchObject({ mirrored, turned });
    expect((await shown(file))[0]?.turned).toBe(turned);
  });
});

describe('the size of a page', () => {
  const sized = (dpi: readonly [number, number], unit: number) => ({ density: dpi, unit });
  it.each([
    ['by dots in an inch', sized([96, 96], 2), [144, 144]],
    ['of a fax, whose dots are higher than wide', sized([204, 98], 2), [67.7647, 141.0612]],
    ['by dots in a centimetre', sized([100, 100], 3), [54.4252, 54.4252]],
    ['by their proportion alone', sized([2, 1], 1), [6912, 13_824]],
    ['that says nothing', sized([0, 0], 2), [13_824, 13_824]],
  ])('%s', async (_how, { density: [across, down], unit }, size) => {
    // RATIONAL is written here as SHORT, which readers take for a density as well.
    const [page] = await shown(tiffOf([withEntries({ 282: [across], 283: [down], 296: [unit] })]));
    expect(page?.size.map((edge: number) => Number(edge.toFixed(4)))).toEqual(size);
  });
});

describe('what is not shown', () => {
  const grey = sampleTiffPages['grey in tiles']!;
  it.each([
    ['nothing', new Uint8Array(0)],
    ['text that begins like one', new TextEncoder().encode('II*\0 bukan')],
    ['a BigTIFF', Uint8Array.from([0x49, 0x49, 43, 0, 8, 0, 0, 0, 16, 0, 0, 0])],
    ['a compression that PDF does not know', tiffOf([withEntries({ 259: [34_712] })])],
    ['the older JPEG', tiffOf([withEntries({ 259: [6] })])],
    ['16 bits', tiffOf([{ ...grey, entries: { ...grey.entries, 258: [16] } }])],
    ['colours on planes of their own', tiffOf([withEntries({ 259: [1], 262: [2], 277: [3], 284: [2] })])],
    ['no pixels', tiffOf([withEntries({ 256: [0] })])],
    ['an edge beyond the limit', tiffOf([withEntries({ 256: [tiffLimits.edge + 1] })])],
    ['more pixels than the limit', tiffOf([withEntries({ 256: [30_000], 257: [30_000], 278: [30_000] })])],
    ['strips that are not there', tiffOf([withEntries({ 278: [1] })])],
    ['a JPEG that is none', tiffOf([withEntries({ 258: [8], 259: [7], 262: [1] })])],
  ])('%s', (_what, file) => {
    expect(tiffToPdf(file)).toBeNull();
  });

  it('a directory that leads back to itself', () => {
    const file = tiffOf([fax]);
    const view = new DataView(file.buffer);
    view.setUint32(file.length - 4, view.getUint32(4, true), true);
    expect(readTiff(file)).toBeNull();
  });

  it('strips that all lie on the same bytes, which would make much of little', () => {
    const file = tiffOf([
      { entries: { ...fax.entries, 259: [1], 278: [1] }, chunks: Array(192).fill(new Uint8Array(24)) },
    ]);
    const offsets = readTiff(file)?.[0]?.chunks.length;
    expect(offsets).toBe(192);
    const view = new DataView(file.buffer);
    const at = view.getUint32(4, true);
    for (let entry = 0; entry < view.getUint16(at, true); entry += 1) {
      const from = at + 2 + 12 * entry;
      // Each reaches over those behind it, and none beyond the file.
      if (view.getUint16(from, true) !== 279) continue;
      for (let strip = 0; strip < 192; strip += 1) {
        view.setUint16(view.getUint32(from + 8, true) + 2 * strip, 200, true);
      }
    }
    expect(readTiff(file)).toBeNull();
  });
});

describe('a JPEG of a TIFF', () => {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 64, 0, 48, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 2];
  it('is put together with the tables that it shares', () => {
    const tables = Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 3, 7, 0xff, 0xd9]);
    const chunk = Uint8Array.from([0xff, 0xd8, ...frame, ...scan]);
    expect([...(wholeJpeg(chunk, tables) ?? [])]).toEqual([0xff, 0xd8, 0xff, 0xdb, 0, 3, 7, ...frame, ...scan]);
    expect(wholeJpeg(chunk, Uint8Array.of(1, 2))).toBeNull();
  });

  it('has the size that its frame says', () => {
    expect(jpegSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 3, 7, ...frame]))).toEqual({ width: 48, height: 64 });
    expect(jpegSize(Uint8Array.from([0xff, 0xd8, ...scan, ...frame]))).toBeNull();
  });

  it('is refused where it is larger than its place', () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, ...frame, ...scan]);
    const of = (width: number, height: number) =>
      tiffToPdf(
        tiffOf([
          {
            entries: { 256: [width], 257: [height], 258: [8], 259: [7], 262: [1], 277: [1], 278: [height] },
            chunks: [jpeg],
          },
        ]),
      );
    expect(of(48, 64)).not.toBeNull();
    expect(of(47, 64)).toBeNull();
    expect(of(48, 63)).toBeNull();
  });
});
