import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf, tilesOf } from '../../../renderer/ui/viewer/page-layout.ts';

describe('tilesOf', () => {
  it('covers every page without a gap, by canvases that are drawn everywhere', () => {
    const edge = fc.double({ min: 0.01, max: 100_000, noNaN: true });
    fc.assert(
      fc.property(edge, edge, (width, height) => {
        const tiles = tilesOf({ width, height });
        let bottom = 0;
        for (const tile of tiles) {
          expect(tile.top).toBe(bottom);
          bottom += tile.height;
          expect(Math.min(tile.width, tile.height)).toBeGreaterThanOrEqual(1);
          expect(Math.max(tile.width, tile.height)).toBeLessThanOrEqual(8192);
          expect(tile.width * tile.height).toBeLessThanOrEqual(8_388_608);
        }
        expect(bottom).toBe(Math.max(1, Math.ceil(height)));
      }),
    );
  });

  it('takes one canvas for A4, up to three pixels of the screen for each of CSS', () => {
    for (const ratio of [1, 1.25, 2, 3]) expect(tilesOf({ width: 760 * ratio, height: 1075 * ratio })).toHaveLength(1);
    expect(tilesOf({ width: 1520, height: 35_764 }).length).toBeGreaterThan(5);
  });
});

it('shows a page as wide as the viewer, and a slip of paper narrower than as tall as anything', () => {
  expect(scaleOf({ width: 595, height: 842 }, 760)).toBeCloseTo(760 / 595);
  expect(scaleOf({ width: 612, height: 14_400 }, 760)).toBeCloseTo(760 / 612);
  expect(scaleOf({ width: 10, height: 14_400 }, 760) * 14_400).toBeCloseTo(40_000);
});
