import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** A value as SQLite stores it. */
export type Stored = null | number | bigint | string | Uint8Array;

/** Sums are counted in as many bits as a row's code has. */
const modulus = 1n << 256n;

/** A sum of codes of rows, within the modulus. */
export const plus = (sum: bigint, code: bigint): bigint => (sum + code) % modulus;
/** Takes a code out of a sum. */
export const minus = (sum: bigint, code: bigint): bigint => (sum - code + modulus) % modulus;

/** Hexadecimal, 64 digits: so the same sum is always the same text. */
export const sumToHex = (sum: bigint): string => sum.toString(16).padStart(64, '0');
/** The sum of a text that `sumToHex` wrote. */
export const sumFromHex = (text: string): bigint => BigInt(`0x${text}`);

const domain = 'bilik/row-digest/v1';

/** The key under which rows of one database are counted: from its own raw key (HKDF, RFC 5869), for this alone. */
export const rowKeyOf = (databaseKey: Uint8Array): KeyObject => {
  const derived = Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(0), domain, 32));
  const key = createSecretKey(derived);
  derived.fill(0);
  return key;
};

const sizeOf = (bytes: number): Buffer => {
  const size = Buffer.alloc(5);
  size.writeUIntBE(bytes, 0, 5);
  return size;
};

/** Each value says its kind and its length, so that no two rows are written alike. */
const partsOf = (value: Stored): readonly (Uint8Array | string)[] => {
  if (value === null) return ['n'];
  if (typeof value === 'string') return ['t', sizeOf(Buffer.byteLength(value)), value];
  if (typeof value === 'object') return ['b', sizeOf(value.length), value];
  const text = String(value);
  return ['d', sizeOf(text.length), text];
};

/** The code of a row: HMAC-SHA256 over the name of its table, its rowid and its values in the order of the columns. */
export const rowCode = (key: KeyObject, table: string, values: readonly Stored[]): bigint => {
  const mac = createHmac('sha256', key);
  for (const value of [table, ...values]) for (const part of partsOf(value)) mac.update(part);
  return BigInt(`0x${mac.digest('hex')}`);
};
