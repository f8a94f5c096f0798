import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { tenWords, wordList } from '../../../shared/domain/identity/words.ts';

/** True when one letter changed, added, left out or swapped with its neighbour turns one into the other. */
const near = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2));
};

describe('the list of words', () => {
  it('holds 1024 words of four to eight letters in alphabetical order', () => {
    expect(wordList).toHaveLength(1024);
    expect(wordList.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
    expect([...wordList].sort()).toEqual(wordList);
  });

  it('has no two words that begin alike or differ by one letter', () => {
    expect(new Set(wordList.map((word) => word.slice(0, 4))).size).toBe(1024);
    const pairs = wordList.flatMap((one, index) =>
      wordList.slice(index + 1).flatMap((other) => (near(one, other) ? [`${one} ${other}`] : [])),
    );
    expect(pairs).toEqual([]);
    expect([near('batu', 'bata'), near('baca', 'bacaa'), near('baru', 'bauar'), near('ikan', 'ikna')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('never changes: words that were compared once stay the words of that key', () => {
    expect(createHash('sha256').update(wordList.join('\n')).digest('hex')).toBe(
      'c2a803f7011e6cf106c930d5e69db17a19b9da483ec85bfe97657c6a3eae3f2d',
    );
    expect(wordsOfKey('07'.repeat(32)).join(' ')).toBe(
      'biskuit deret jemput campur guru pompa kredit sebut lahan kondisi',
    );
  });
});

describe('ten words', () => {
  it('are the first hundred bits of a digest, the most significant first', () => {
    const [first, last] = [wordList[0], wordList[1023]];
    expect(tenWords(new Uint8Array(13))).toEqual(Array(10).fill(first));
    expect(tenWords(new Uint8Array(13).fill(255))).toEqual(Array(10).fill(last));
    const one = new Uint8Array(13);
    one[1] = 0b0100_0000;
    expect(tenWords(one)[0]).toBe(wordList[1]);
    expect(() => tenWords(new Uint8Array(12))).toThrow(RangeError);
  });

  it('give the bits back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 13, maxLength: 32 }), (digest) => {
        const bits = tenWords(digest).map((word) => wordList.indexOf(word).toString(2).padStart(10, '0'));
        const expected = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        expect(bits.join('')).toBe(expected.slice(0, 100));
      }),
    );
  });
});
