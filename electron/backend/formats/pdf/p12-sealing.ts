import { Buffer } from 'node:buffer';
import { createDecipheriv, createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { rc2Decipher } from '../../crypto/rc2.ts';
import { type BerValue, berCount, berOctets, berOid, berPart, berParts, berTags } from './ber.ts';

/** How a file of a certificate is sealed, in a way that nobody here knows. */
export class UnknownSealing extends Error {}

/** Most rounds that all derivations of a file may take together: more are made to keep a reader busy. */
const mostRounds = 6_000_000;

/** Rounds of a derivation that makes so many blocks, taken off those that are left to the file. */
const roundsOf = ({ left }: P12Passphrase, value: BerValue | undefined, blocksMade: number): number => {
  const rounds = value === undefined ? 1 : berCount(value);
  if (rounds < 1 || rounds * blocksMade > left.rounds) throw new TypeError('too many rounds');
  left.rounds -= rounds * blocksMade;
  return rounds;
};

/** Hashes with the length of their blocks, by name or by identifier. */
const blocks: Readonly<Record<string, number>> = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 };
const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const hashOf = (value: BerValue): string => {
  const name = hashes[berOid(berPart(value, 0))];
  if (name === undefined) throw new UnknownSealing();
  return name;
};

/** A passphrase in the two spellings that PKCS #12 has: UTF-16 with an end, and UTF-8 for PBES2. */
export interface P12Passphrase {
  readonly wide: Buffer;
  readonly narrow: Buffer;
  /** Rounds that its derivations may still take. */
  readonly left: { rounds: number };
}

/** The passphrase of one file. `rounds`: that its derivations may take together. */
export const p12Passphrase = (text: string, rounds: number = mostRounds): P12Passphrase => ({
  left: { rounds },
  wide: Buffer.from(`${text}\0`, 'utf16le').swap16(),
  narrow: Buffer.from(text, 'utf8'),
});

/** What a derived value is for (RFC 7292, appendix B.3). */
const purposes = { key: 1, iv: 2, mac: 3 } as const;

const repeated = (bytes: Uint8Array, block: number): Buffer =>
  Buffer.alloc(block * Math.ceil(bytes.length / block), bytes.length === 0 ? Buffer.alloc(1) : bytes);

/** Adds `b` + 1 to a block (RFC 7292, appendix B.2, step 6 C). */
const addTo = (block: Uint8Array, b: Uint8Array): void => {
  let carry = 1;
  for (let i = block.length - 1; i >= 0; i -= 1) {
    carry += (block[i] ?? 0) + (b[i] ?? 0);
    block[i] = carry & 255;
    carry >>= 8;
  }
};

interface Derivation {
  readonly salt: Uint8Array;
  readonly rounds: number;
  readonly hash?: string;
}

/** The derivation of PKCS #12 itself (RFC 7292, appendix B.2). */
const derive = (
  { wide }: P12Passphrase,
  purpose: keyof typeof purposes,
  length: number,
  { salt, rounds, hash = 'sha1' }: Derivation,
): Buffer => {
  const block = blocks[hash] ?? 64;
  const diversifier = Buffer.alloc(block, purposes[purpose]);
  const mixed = Buffer.concat([repeated(salt, block), repeated(wide, block)]);
  const found: Buffer[] = [];
  for (let size = 0; size < length; ) {
    let digest = createHash(hash).update(diversifier).update(mixed).digest();
    for (let round = 1; round < rounds; round += 1) digest = createHash(hash).update(digest).digest();
    found.push(digest);
    size += digest.length;
    const added = repeated(digest, block).subarray(0, block);
    for (let from = 0; from < mixed.length; from += block) addTo(mixed.subarray(from, from + block), added);
  }
  mixed.fill(0);
  return Buffer.concat(found).subarray(0, length);
};

/** Data that was deciphered, its padding of whole bytes taken off. */
const unpadded = (plain: Uint8Array): Uint8Array => {
  const count = plain.at(-1) ?? 0;
  if (count < 1 || count > 8 || plain.subarray(-count).some((byte) => byte !== count)) throw new TypeError('padding');
  return plain.subarray(0, -count);
};

const byNode = (cipher: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer => {
  const decipher = createDecipheriv(cipher, key, iv);
  const parts = [decipher.update(data), decipher.final()];
  const plain = Buffer.concat(parts);
  for (const part of parts) part.fill(0);
  return plain;
};

type Open = (key: Uint8Array, iv: Uint8Array, data: Uint8Array) => Uint8Array;

const openThree: Open = (key, iv, data) =>
  byNode('des-ede3-cbc', key.length === 16 ? Buffer.concat([key, key.subarray(0, 8)]) : key, iv, data);
const openRc2: Open = (key, iv, data) => unpadded(rc2Decipher(key, 8 * key.length, iv, data));

/** The ciphers of blocks of RFC 7292, appendix C: length of the key in bytes, and how it deciphers. */
const oldCiphers: Readonly<Record<string, readonly [length: number, open: Open]>> = {
  '1.2.840.113549.1.12.1.3': [24, openThree],
  '1.2.840.113549.1.12.1.4': [16, openThree],
  '1.2.840.113549.1.12.1.5': [16, openRc2],
  '1.2.840.113549.1.12.1.6': [5, openRc2],
};

/** Ciphers of PBES2 (RFC 8018, appendix B.2): length of the key in bytes, and the name. */
const ciphers: Readonly<Record<string, readonly [length: number, name: string]>> = {
  '1.2.840.113549.3.7': [24, 'des-ede3-cbc'],
  '2.16.840.1.101.3.4.1.2': [16, 'aes-128-cbc'],
  '2.16.840.1.101.3.4.1.22': [24, 'aes-192-cbc'],
  '2.16.840.1.101.3.4.1.42': [32, 'aes-256-cbc'],
};

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const pbmac1 = '1.2.840.113549.1.5.14';

/** PBKDF2 by its parameters (RFC 8018, appendix A.2). `length`: of the key, where they name none. */
const byPbkdf2 = (passphrase: P12Passphrase, algorithm: BerValue, length: number): Buffer => {
  if (berOid(berPart(algorithm, 0)) !== pbkdf2) throw new UnknownSealing();
  const [salt, rounds, ...rest] = berParts(berPart(algorithm, 1, berTags.sequence));
  if (salt?.tag !== berTags.octets) throw new UnknownSealing();
  const named = rest.find(({ tag }) => tag === berTags.integer);
  const hash = rest.find(({ tag }) => tag === berTags.sequence);
  const size = named === undefined ? length : berCount(named);
  if (size < 1 || size > 1024) throw new TypeError('a key of this length');
  const name = hash === undefined ? 'sha1' : hashOf(hash);
  const made = Math.ceil(size / createHash(name).digest().length);
  return pbkdf2Sync(passphrase.narrow, salt.content, roundsOf(passphrase, rounds, made), size, name);
};

/**
 * Opens what an algorithm of PKCS #12 or PBES2 sealed. Throws UnknownSealing for one that nobody here knows, and
 * TypeError or Error where passphrase or data are wrong.
 */
export const p12Open = (passphrase: P12Passphrase, algorithm: BerValue, data: Uint8Array): Uint8Array => {
  const oid = berOid(berPart(algorithm, 0));
  const parameters = berPart(algorithm, 1, berTags.sequence);
  const known = oldCiphers[oid];
  if (known !== undefined) {
    const [length, open] = known;
    // A key of up to two blocks, and the IV.
    const rounds = roundsOf(passphrase, berPart(parameters, 1), 3);
    const given = { salt: berPart(parameters, 0, berTags.octets).content, rounds };
    const key = derive(passphrase, 'key', length, given);
    try {
      return open(key, derive(passphrase, 'iv', 8, given), data);
    } finally {
      key.fill(0);
    }
  }
  if (oid !== pbes2) throw new UnknownSealing();
  const scheme = berPart(parameters, 1, berTags.sequence);
  const [length, name] = ciphers[berOid(berPart(scheme, 0))] ?? [];
  if (length === undefined || name === undefined) throw new UnknownSealing();
  const key = byPbkdf2(passphrase, berPart(parameters, 0, berTags.sequence), length);
  try {
    return byNode(name, key, berPart(scheme, 1, berTags.octets).content, data);
  } finally {
    key.fill(0);
  }
};

/** Whether the passphrase is that of a file: its MAC (RFC 7292, 5.1, or RFC 9579) fits `content`. */
export const p12MacFits = (passphrase: P12Passphrase, macData: BerValue, content: Uint8Array): boolean => {
  const [info, salt, rounds] = berParts(macData);
  if (info === undefined || salt === undefined) throw new TypeError('no MAC');
  const algorithm = berPart(info, 0, berTags.sequence);
  const given = berOctets(berPart(info, 1, berTags.octets));
  const isNew = berOid(berPart(algorithm, 0)) === pbmac1;
  const parameters = isNew ? berPart(algorithm, 1, berTags.sequence) : null;
  const hash = hashOf(parameters === null ? algorithm : berPart(parameters, 1, berTags.sequence));
  const key =
    parameters === null
      ? derive(passphrase, 'mac', createHash(hash).digest().length, {
          salt: berOctets(salt),
          rounds: roundsOf(passphrase, rounds, 1),
          hash,
        })
      : byPbkdf2(passphrase, berPart(parameters, 0, berTags.sequence), 32);
  const mac = createHmac(hash, key).update(content).digest();
  key.fill(0);
  return mac.length === given.length && timingSafeEqual(mac, given);
};
