import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signEd25519, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { type OwnMarks, ownMarks, type Place } from '../../../electron/backend/formats/package/own-marks.ts';

const marksOf = (seed: number): OwnMarks => {
  const key = signingKeyOf(new Uint8Array(32).fill(seed));
  return ownMarks({ sign: (domain, bytes) => signEd25519(key, domain, bytes) });
};
const own = marksOf(1);
const other = marksOf(2);

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
const place: fc.Arbitrary<Place> = fc.record({
  receiver: hex(64),
  epoch: hex(32),
  counter: fc.integer({ min: 1, max: 1_000_000_000 }),
});
const head = fc.record({ size: fc.integer({ min: 0, max: 2 ** 32 - 1 }), hash: hex(64) });
const runs = { numRuns: 300, seed: 20_261 };

describe('the id of a package', () => {
  it('is known again at its place, by its vault, in whatever state that is', () => {
    fc.assert(
      fc.property(place, (at) => {
        const packageId = own.newId(systemRandom, at);
        expect(packageId).toMatch(/^[0-9a-f]{32}$/);
        expect(marksOf(1).isMade({ ...at, packageId })).toBe(true);
      }),
      runs,
    );
  });

  it('is made by nobody else, for no other place, and is never the same twice', () => {
    fc.assert(
      fc.property(place, place, hex(32), (at, elsewhere, invented) => {
        const packageId = own.newId(systemRandom, at);
        expect(other.isMade({ ...at, packageId })).toBe(false);
        expect(own.isMade({ ...at, packageId: invented })).toBe(false);
        for (const part of ['receiver', 'epoch', 'counter'] as const)
          expect(own.isMade({ ...at, [part]: elsewhere[part], packageId })).toBe(at[part] === elsewhere[part]);
        expect(own.newId(systemRandom, at)).not.toBe(packageId);
      }),
      runs,
    );
  });
});

describe('an audit head in a package', () => {
  it('is opened by its vault alone, for its package alone', () => {
    fc.assert(
      fc.property(place, hex(32), hex(32), head, (at, packageId, otherId, stated) => {
        const placed = { ...at, packageId };
        const closed = own.closeHead(placed, stated);
        expect(closed.size).toBe(0);
        expect(closed.hash).toMatch(/^[0-9a-f]{64}$/);
        expect(marksOf(1).openHead(placed, closed)).toEqual({ size: stated.size, hash: stated.hash.slice(0, 32) });
        expect(other.openHead(placed, closed)).toBe(null);
        if (otherId !== packageId) expect(own.openHead({ ...at, packageId: otherId }, closed)).toBe(null);
        expect(own.openHead({ ...at, counter: at.counter + 1, packageId }, closed)).toBe(null);
      }),
      runs,
    );
  });

  it('opens with none of its bits changed, and not as an open head', () => {
    const placed = { receiver: 'aa'.repeat(32), epoch: 'bb'.repeat(16), counter: 4, packageId: 'cc'.repeat(16) };
    const closed = own.closeHead(placed, { size: 913, hash: 'dd'.repeat(32) });
    const bytes = Buffer.from(closed.hash, 'hex');
    for (let bit = 0; bit < 256; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(own.openHead(placed, { size: 0, hash: changed.toString('hex') })).toBe(null);
    }
    expect(own.openHead(placed, { ...closed, size: 1 })).toBe(null);
  });
});
