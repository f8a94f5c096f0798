import { createHash } from 'node:crypto';

/** Fingerprint of a public key as screens and papers show it: 16 hexadecimal digits of its SHA-256, in groups of four. */
export const toKeyFingerprint = (publicKey: Uint8Array): string =>
  (createHash('sha256').update(publicKey).digest('hex').slice(0, 16).match(/.{4}/g) ?? []).join(' ');
