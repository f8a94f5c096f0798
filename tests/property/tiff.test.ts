import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTiff, tiffLimits } from '../../renderer/ui/viewer/tiff/read-tiff.ts';
import { tiffToPdf } from '../../renderer/ui/viewer/tiff/tiff-to-pdf.ts';
import { sampleTiffPages, tiffOf } from '../fixtures/tiffs.ts';

// Whatever stands in a TIFF, it is read within bounds, or not at all.

const pages = Object.values(sampleTiffPages);
const files = [...pages.map((page) => tiffOf([page])), tiffOf(pages.slice(0, 4), false)];

/** Places of a file that say something of it: its first bytes and its last, where directories lie. */
const broken = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(
      fc.record({
        fromEnd: fc.boolean(),
        at: fc.nat(400),
        value: fc.oneof(fc.constantFrom(0, 1, 2, 255, 127, 128), fc.nat(255)),
        run: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    fc.option(fc.nat(4000), { freq: 4 }),
  )
  .map(([file, changes, cut]) => {
    const bytes = Uint8Array.from(file);
    for (const { fromEnd, at, value, run } of changes)
      for (let index = 0; index < run; index += 1) {
        const place = (fromEnd ? bytes.length - 1 - at : at) + index;
        if (place >= 0 && place < bytes.length) bytes[place] = value;
      }
    return cut === null ? bytes : bytes.subarray(0, cut);
  });

it('a broken TIFF is read within the limits, or not, and never throws', () => {
  let read = 0;
  fc.assert(
    fc.property(broken, (file) => {
      const found = readTiff(file);
      const pdf = tiffToPdf(file);
      if (found === null) {
        expect(pdf).toBeNull();
        return;
      }
      read += 1;
      const chunks = found.flatMap((page) => page.chunks);
      expect(found.length).toBeLessThanOrEqual(tiffLimits.pages);
      expect(chunks.length).toBeLessThanOrEqual(tiffLimits.chunks);
      expect(chunks.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(file.length);
      for (const { width, height } of found) expect(width * height).toBeLessThanOrEqual(tiffLimits.pixels);
      // What is added to the bytes of the file: a few lines for each page and chunk, and tables of JPEG.
      if (pdf !== null) expect(pdf.length).toBeLessThan(2 * file.length + 1500 * (found.length + chunks.length));
    }),
    { numRuns: 1500 },
  );
  expect(read).toBeGreaterThan(200);
});
