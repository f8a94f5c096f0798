import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { concatBytes, toHex } from '@shared/kernel/bytes.ts';

// DER around a raw key (RFC 8410): PKCS #8 before a 32-byte seed, SubjectPublicKeyInfo before a 32-byte point.
const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const pointPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** What is signed for `bytes`: the domain in UTF-8, a zero byte, the bytes. Keeps kinds of signatures apart. */
export const withDomain = (domain: string, bytes: Uint8Array): Uint8Array =>
  concatBytes(new TextEncoder().encode(domain), Uint8Array.of(0), bytes);

/** Key object of a 32-byte seed (RFC 8032). Throws on any other length. */
export const signingKeyOf = (seed: Uint8Array): KeyObject => {
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes');
  const der = Buffer.concat([seedPrefix, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return key;
};

/** The 32-byte public key of a private key. */
export const publicKeyOf = (key: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(pointPrefix.length));

/** Ed25519 signature (64 bytes) of `bytes` under `domain`. */
export const signEd25519 = (key: KeyObject, domain: string, bytes: Uint8Array): Uint8Array =>
  signPlain(key, withDomain(domain, bytes));

/** Ed25519 signature of the very bytes, for published formats that know no domain. Callers keep kinds apart. */
export const signPlain = (key: KeyObject, bytes: Uint8Array): Uint8Array => new Uint8Array(sign(null, bytes, key));

/** True when `signature` is one of `bytes` under `domain` by the holder of `publicKey` (32 bytes). Never throws. */
export const verifyEd25519 = (
  publicKey: Uint8Array,
  domain: string,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean => verifyPlain(publicKey, withDomain(domain, bytes), signature);

/** Key objects of the public keys met last: making one costs more than a check with it. */
const metKeys = new Map<string, KeyObject>();
const maxMetKeys = 64;

/**
 * True for 32 bytes that are a public key: a point of the curve, written in its one way (RFC 8032, 5.1.3), and not one
 * of the eight of small order, for which a signature can be made without any private key.
 */
export const isPublicKey = (bytes: Uint8Array): boolean => {
  try {
    return !ed25519.Point.fromBytes(bytes).isSmallOrder();
  } catch {
    return false;
  }
};

/** Key object of a 32-byte public key. Throws when the bytes are none (`isPublicKey`). */
const publicKeyObject = (publicKey: Uint8Array): KeyObject => {
  const name = toHex(publicKey);
  const known = metKeys.get(name);
  if (known !== undefined) return known;
  if (!isPublicKey(publicKey)) throw new RangeError('no public key');
  const key = createPublicKey({ key: Buffer.concat([pointPrefix, publicKey]), format: 'der', type: 'spki' });
  metKeys.set(name, key);
  const oldest = metKeys.keys().next();
  if (metKeys.size > maxMetKeys && !oldest.done) metKeys.delete(oldest.value);
  return key;
};

/** True when `signature` is one of the very bytes; false for what is no key (`isPublicKey`). Never throws. */
export const verifyPlain = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return verify(null, bytes, publicKeyObject(publicKey), signature);
  } catch {
    return false;
  }
};
