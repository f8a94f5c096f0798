import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLogo } from '../../../electron/backend/formats/identity/logo.ts';
import { logoLimits } from '../../../shared/domain/office/picture.ts';
import { jpegOfOne, pngOf } from '../../fixtures/office.ts';

const wholes = [pngOf(16, 16), jpegOfOne];

/** A good picture with some bytes changed, cut off or put in. */
const broken = fc
  .record({
    whole: fc.constantFrom(...wholes),
    at: fc.nat(400),
    bytes: fc.uint8Array({ maxLength: 8 }),
    drop: fc.nat(8),
  })
  .map(({ whole, at, bytes, drop }) =>
    Buffer.concat([whole.subarray(0, at % whole.length), bytes, whole.subarray((at % whole.length) + drop)]),
  );

describe('whatever file is chosen as a logo', () => {
  it('is refused by a code, or comes back within the limits and is read again as it is', () => {
    fc.assert(
      fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        const read = readLogo(bytes);
        if (!read.ok) {
          expect(read.error.code).toMatch(/^logo/);
          return;
        }
        const { width, height, bytes: kept } = read.value;
        expect(Math.max(width, height)).toBeLessThanOrEqual(logoLimits.side);
        expect(kept.length).toBeLessThanOrEqual(bytes.length);
        const again = readLogo(kept);
        expect(again.ok && again.value).toEqual(read.value);
      }),
      { seed: 15, numRuns: 3000 },
    );
  });
});
