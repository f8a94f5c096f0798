import crypto, { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Random } from '@shared/kernel/ports.ts';

/** Random bytes that follow from a text alone, so that a history can be played again. */
export const randomFrom = (seed: string): Random => {
  let block = 0;
  let left = Buffer.alloc(0);
  return {
    bytes: (length) => {
      while (left.length < length) {
        const next = createHash('sha256').update(`${seed} ${block}`).digest();
        block += 1;
        left = Buffer.concat([left, next]);
      }
      const bytes = new Uint8Array(left.subarray(0, length));
      left = left.subarray(length);
      return bytes;
    },
  };
};

/** The element that a throw means; undefined of an empty list. */
export const pick = <T>(list: readonly T[], dice: number): T | undefined => list[dice % Math.max(1, list.length)];

/** A list in an order that follows from a text. */
export const shuffled = <T>(list: readonly T[], seed: string): T[] => {
  const keys = list.map((item, index) => ({
    item,
    key: createHash('sha256').update(`${seed} ${index}`).digest('hex'),
  }));
  return keys.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
};

/**
 * Makes something with random bytes that follow from a text in the place of the system's: keys of vaults, on which the
 * hashes of acts hang, and so their order. Released programs ask the system by themselves, so it is the one replaced.
 */
export const withRandom = async <T>(seed: string, make: () => Promise<T>): Promise<T> => {
  const { randomBytes } = crypto;
  const source = randomFrom(seed);
  crypto.randomBytes = ((length: number) => Buffer.from(source.bytes(length))) as typeof randomBytes;
  syncBuiltinESMExports();
  try {
    return await make();
  } finally {
    crypto.randomBytes = randomBytes;
    syncBuiltinESMExports();
  }
};
