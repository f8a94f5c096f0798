import { randomBytes } from 'node:crypto';
import { toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';

/** Randomness of the operating system, as OpenSSL (in Electron: BoringSSL) draws it. */
export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

/** A new identifier: 128 random bits as 32 hexadecimal digits. */
export const randomId = (random: Random): string => toHex(random.bytes(16));
