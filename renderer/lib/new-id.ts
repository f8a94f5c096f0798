import { toHex } from '@shared/kernel/bytes.ts';

/** A new identifier: 128 random bits, hexadecimal. */
export const newId = (): string => toHex(crypto.getRandomValues(new Uint8Array(16)));
