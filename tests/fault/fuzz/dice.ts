import { createHash } from 'node:crypto';

/** Repeatable randomness of a fuzz run: the same seed gives the same inputs, on every machine. */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  readonly int: (below: number) => number;
  /** True in so many of a hundred. */
  readonly percent: (of: number) => boolean;
  /** One of a list, which must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** Random hexadecimal digits for so many bytes. */
  readonly hex: (bytes: number) => string;
  /** Dice of their own for a part of the run, so that parts can be run again alone. */
  readonly fork: (name: string) => Dice;
}

/** Dice by the small fast counter generator sfc32, seeded with the SHA-256 of a text. */
export const createDice = (seed: string): Dice => {
  const hash = createHash('sha256').update(seed).digest();
  let a = hash.readUInt32LE(0);
  let b = hash.readUInt32LE(4);
  let c = hash.readUInt32LE(8);
  let d = hash.readUInt32LE(12) | 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (below: number): number => Math.floor((next() / 2 ** 32) * below);
  const hexDigits = (count: number): string => {
    let text = '';
    while (text.length < count) text += next().toString(16).padStart(8, '0');
    return text.slice(0, count);
  };
  return {
    int,
    percent: (of) => int(100) < of,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[int(list.length)] as (typeof list)[number];
    },
    hex: (bytes) => hexDigits(2 * bytes),
    fork: (name) => createDice(`${seed}/${name}`),
  };
};

/** A fresh seed, to be printed with the run. */
export const freshSeed = (): string =>
  createHash('sha256').update(`${Date.now()} ${process.pid}`).digest('hex').slice(0, 12);
