import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { AuditHead } from '@shared/domain/package/manifest.ts';
import { concatBytes, fromHex, toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import type { Signer } from '../../crypto/signer.ts';

// What a vault says of itself in its packages comes back in the packages of others. Marks make that proof: id and audit
// head of a package are such that its sender alone can make them and knows them again, also in an older copy of itself,
// and that nobody else learns anything from them (docs/formats.md, section 7).

/** The signature under this domain never leaves the vault: the keys of its marks are derived from it. */
export const markDomain = 'bilik/package-mark/v1\n';

/** For whom a package was sealed, and its number. */
export interface Place {
  /** Key of the receiver, hexadecimal. */
  readonly receiver: string;
  readonly epoch: string;
  readonly counter: number;
}

/** A package at its place. */
export interface PlacedPackage extends Place {
  readonly packageId: string;
}

/** Makes and knows the marks of one vault. */
export interface OwnMarks {
  /** A new id for the package of a place. */
  readonly newId: (random: Random, place: Place) => string;
  /** True when this vault, in whatever state, gave the package of this place its id. */
  readonly isMade: (placed: PlacedPackage) => boolean;
  /** An audit head as a package states it: length 0, and a hash that tells nothing to others. */
  readonly closeHead: (placed: PlacedPackage, head: AuditHead) => AuditHead;
  /** The head that was closed for a package, its hash cut to 16 bytes; null for anything that was not closed here. */
  readonly openHead: (placed: PlacedPackage, closed: AuditHead) => AuditHead | null;
}

const nonceBytes = 4;
const tagBytes = 12;
const headHashBytes = 16;

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, at) => byte ^ (b[at] ?? 0));

const sizedHead = ({ size, hash }: AuditHead): Uint8Array => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return concatBytes(length, fromHex(hash).subarray(0, headHashBytes));
};

/** The marks of the vault that signs. */
export const ownMarks = ({ sign }: Pick<Signer, 'sign'>): OwnMarks => {
  const secret = sign(markDomain, new Uint8Array(0));
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  const keys = { id: keyFor('id'), head: keyFor('head'), pad: keyFor('pad') };
  const mac = (key: Buffer, length: number, ...values: readonly (string | number)[]): Uint8Array =>
    createHmac('sha256', key).update(canonicalJson(values)).digest().subarray(0, length);

  const idTag = ({ receiver, epoch, counter }: Place, nonce: string) =>
    mac(keys.id, tagBytes, receiver, epoch, counter, nonce);
  const headTag = ({ receiver, epoch, counter, packageId }: PlacedPackage, head: Uint8Array) =>
    mac(keys.head, tagBytes, receiver, epoch, counter, packageId, toHex(head));
  const pad = (packageId: string, tag: Uint8Array) => mac(keys.pad, 4 + headHashBytes, packageId, toHex(tag));

  return {
    newId: (random, place) => {
      const nonce = toHex(random.bytes(nonceBytes));
      return nonce + toHex(idTag(place, nonce));
    },
    isMade: ({ packageId, ...place }) =>
      equal(fromHex(packageId.slice(2 * nonceBytes)), idTag(place, packageId.slice(0, 2 * nonceBytes))),
    closeHead: (placed, head) => {
      const plain = sizedHead(head);
      const tag = headTag(placed, plain);
      return { size: 0, hash: toHex(concatBytes(tag, xor(plain, pad(placed.packageId, tag)))) };
    },
    openHead: (placed, { size, hash }) => {
      const bytes = fromHex(hash);
      const tag = bytes.subarray(0, tagBytes);
      const plain = xor(bytes.subarray(tagBytes), pad(placed.packageId, tag));
      if (size !== 0 || !equal(tag, headTag(placed, plain))) return null;
      return { size: Buffer.from(plain).readUInt32BE(), hash: toHex(plain.subarray(4)) };
    },
  };
};
