import { bech32 } from '@scure/base';

/**
 * Points of X25519 of small order, written in every way that readers take, without the highest bit, which they ignore:
 * what is sealed to one of them is sealed to everybody.
 */
const smallOrder: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

const isSmallOrder = (point: Uint8Array): boolean => {
  const bytes = Buffer.from(point);
  bytes[31] = (bytes[31] ?? 0) & 0x7f;
  return smallOrder.has(bytes.toString('hex'));
};

/** True for a recipient of age (`age1…`, X25519) that something can be sealed to for its holder alone. Never throws. */
export const isRecipient = (text: string): boolean => {
  const decoded = bech32.decodeUnsafe(text);
  if (decoded === undefined || decoded.prefix !== 'age') return false;
  const point = bech32.fromWordsUnsafe(decoded.words);
  return point !== undefined && point.length === 32 && !isSmallOrder(point);
};
