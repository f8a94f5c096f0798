import { createHash } from 'node:crypto';
import { fingerprintOf } from '@shared/domain/identity/fingerprint.ts';
import { fromHex } from '@shared/kernel/bytes.ts';

/**
 * Security code of a public key (bytes, or hexadecimal): what screens, papers, directory and command show alike, so
 * that people can compare it. The first 16 bytes of SHA-256 of the key, written by `fingerprintOf`.
 */
export const keyFingerprint = (publicKey: Uint8Array | string): string => {
  const bytes = typeof publicKey === 'string' ? fromHex(publicKey) : publicKey;
  return fingerprintOf(createHash('sha256').update(bytes).digest('hex'));
};
