import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomFor } from '../../../renderer/lib/field-limit.ts';

// A field that takes so many characters says so before it is full, and cuts nothing without a word.

const field = { length: 0, selected: 0, added: 1, max: 300 };

describe('a field with a limit', () => {
  it.each([
    ['takes what fits, up to the last character', { ...field, length: 299 }, { code: 'fits' }],
    ['says once that little room is left', { ...field, length: 270 }, { code: 'near', left: 29 }],
    ['does not say so again', { ...field, length: 271 }, { code: 'fits' }],
    ['says so of a paste that comes near', { ...field, length: 10, added: 290 }, { code: 'near', left: 0 }],
    ['is full at its limit', { ...field, length: 300 }, { code: 'full' }],
    ['takes a letter in the place of another', { ...field, length: 300, selected: 1 }, { code: 'fits' }],
    ['refuses a text that would be cut', { ...field, length: 10, added: 291 }, { code: 'over', length: 301 }],
    [
      'takes it in the place of all that stands there',
      { ...field, length: 300, selected: 300, added: 300 },
      {
        code: 'fits',
      },
    ],
    ['says nothing of the room of a short one', { ...field, max: 18, length: 17 }, { code: 'fits' }],
    ['refuses there too', { ...field, max: 18, length: 0, added: 19 }, { code: 'over', length: 19 }],
    ['lets take away', { ...field, length: 300, selected: 5, added: 0 }, { code: 'fits' }],
  ])('%s', (_what, entry, room) => {
    expect(roomFor(entry)).toEqual(room);
  });

  it('never lets in what it could not hold, and never keeps out what it can', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(400), (length, chosen, added, max) => {
        const selected = Math.min(chosen, length);
        const { code } = roomFor({ length, selected, added, max });
        expect(code === 'full' || code === 'over').toBe(length - selected + added > max);
      }),
    );
  });
});
