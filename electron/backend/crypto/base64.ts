import { z } from 'zod';

/** Base64 of at most so many characters. */
export const base64 = (max: number) => z.base64().max(max);

/** Bytes as Base64 (RFC 4648). */
export const encodeBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The bytes of a Base64 text; null when it is not the one way to write them (RFC 4648, 3.5: bits left over). */
export const decodeBase64 = (text: string): Uint8Array | null => {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return encodeBase64(bytes) === text ? bytes : null;
};
