import type { Dice } from './dice.ts';

type Mutation = (dice: Dice, bytes: Buffer, other: Buffer) => Buffer;

/** A range of at most `most` bytes. */
const rangeOf = (dice: Dice, { length }: Buffer, most: number): [from: number, to: number] => {
  const from = dice.int(length);
  return [from, Math.min(length, from + 1 + dice.int(most))];
};

/** Values at which readers of numbers go wrong. */
const corners = ['00000000000\0', '77777777777\0', '-0000000001\0', '           \0', '0x10000000\0', '\0'];
const cornerBytes = corners.map((text) => Buffer.from(text, 'latin1'));

const replaced = (bytes: Buffer, from: number, to: number, by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);

const mutations: readonly Mutation[] = [
  (dice, bytes) => {
    const at = dice.int(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.int(8));
    return bytes;
  },
  (dice, bytes) => {
    bytes[dice.int(bytes.length)] = dice.pick([0, 1, 0x20, 0x2f, 0x30, 0x37, 0x7f, 0x80, 0xff, dice.int(256)]);
    return bytes;
  },
  (dice, bytes) => {
    const [from, to] = rangeOf(dice, bytes, 64);
    for (let at = from; at < to; at += 1) bytes[at] = dice.int(256);
    return bytes;
  },
  (dice, bytes) => bytes.subarray(0, dice.int(bytes.length)),
  (dice, bytes) => replaced(bytes, ...rangeOf(dice, bytes, 700), new Uint8Array(0)),
  (dice, bytes) => {
    const [from, to] = rangeOf(dice, bytes, 700);
    return replaced(bytes, to, to, Buffer.from(bytes.subarray(from, to)));
  },
  (dice, bytes) => replaced(bytes, dice.int(bytes.length), bytes.length, Buffer.alloc(dice.int(3000), dice.int(256))),
  (dice, bytes, other) => {
    const at = dice.int(bytes.length);
    return replaced(bytes, at, bytes.length, other.subarray(dice.int(other.length)));
  },
  (dice, bytes) => {
    const corner = dice.pick(cornerBytes);
    const at = dice.int(bytes.length);
    bytes.set(corner.subarray(0, bytes.length - at), at);
    return bytes;
  },
];

/**
 * A copy with one to four changes of any kind: bits, bytes, runs that are cut, doubled, filled or taken from `other`.
 */
export const mutate = (dice: Dice, original: Uint8Array, other: Uint8Array): Buffer => {
  let bytes = Buffer.from(original);
  for (let left = 1 + dice.int(4); left > 0 && bytes.length > 0; left -= 1) {
    bytes = Buffer.from(dice.pick(mutations)(dice, bytes, Buffer.from(other)));
  }
  return bytes;
};

const jsonTokens = [
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '"',
  'null',
  'true',
  '1e999',
  '-1',
  '0.5',
  '"__proto__":{}',
  '[[[[[[[[',
  '\\u0000',
  '\\ud800',
  '9007199254740993',
  '{"":{"":{"":{}}}}',
];

/** A copy of a JSON text with one to three places changed. */
export const mutateJson = (dice: Dice, original: string): string => {
  let text = original;
  for (let left = 1 + dice.int(3); left > 0; left -= 1) {
    const at = dice.int(text.length);
    text = text.slice(0, at) + dice.pick(jsonTokens) + text.slice(at + dice.int(12));
  }
  return text;
};
