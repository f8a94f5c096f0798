import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDice } from '../../fault/fuzz/dice.ts';
import { inputKinds, leastWellFormed, wellFormedAmong } from '../../fault/fuzz/quota.ts';

it('has exactly as many inputs of each kind as the share says, ten well-formed ones at least, whatever the dice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 2000 }),
      fc.integer({ min: 0, max: 60 }),
      fc.string(),
      (count, share, seed) => {
        const kinds = inputKinds(count, share, createDice(seed));
        const wellFormed = kinds.filter((kind) => kind === 'wellFormed').length;
        expect(kinds).toHaveLength(count);
        expect(wellFormed).toBe(Math.max(leastWellFormed, Math.round((count * share) / 100)));
      },
    ),
  );
});

it('mixes them, the same way for the same seed', () => {
  const kinds = inputKinds(200, 50, createDice('a'));
  expect(kinds).toEqual(inputKinds(200, 50, createDice('a')));
  expect(kinds.slice(0, 100)).toContain('malformed');
  expect(kinds.slice(100)).toContain('wellFormed');
});

it('takes half of a few inputs', () => {
  expect(wellFormedAmong(6, 2)).toBe(3);
  expect(wellFormedAmong(0, 55)).toBe(0);
});
