import type { FileHandle } from 'node:fs/promises';
import { exchangePage, lockPage, pageFits, pageKeysOf, pageSize, saltSize } from '../db/sqlcipher-page.ts';
import { writeAll } from '../files/write-all.ts';

/** Pages that are read, encrypted and written at once: some milliseconds, after which calls are answered. */
const pagesAtOnce = 256;

export interface FileKeyExchange {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** 16 random bytes that the file begins with from now on. */
  readonly salt: Uint8Array;
  /** Told of bytes that are through; what it throws breaks the work off. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Encrypts every page of a SQLCipher 4 file anew, in place: for a copy that nobody uses. False when a page does not fit
 * the key it is under, or the file is cut; what was written until then is neither old nor new. Throws errors of file
 * calls.
 */
export const exchangeFileKey = async (handle: FileHandle, exchange: FileKeyExchange): Promise<boolean> => {
  const { size } = await handle.stat();
  if (size === 0 || size % pageSize !== 0) return false;
  const oldSalt = Buffer.alloc(saltSize);
  await handle.read(oldSalt, 0, saltSize, 0);
  const [from, to] = [pageKeysOf(exchange.from, oldSalt), pageKeysOf(exchange.to, exchange.salt)];
  const batch = Buffer.alloc(pagesAtOnce * pageSize);
  for (let position = 0; position < size; position += batch.length) {
    const length = Math.min(batch.length, size - position);
    const { bytesRead } = await handle.read(batch, 0, length, position);
    if (bytesRead < length) return false;
    for (let offset = 0; offset < length; offset += pageSize) {
      const number = (position + offset) / pageSize + 1;
      if (number === lockPage) continue;
      const page = batch.subarray(offset, offset + pageSize);
      if (!pageFits(page, number, from)) return false;
      exchangePage(page, number, from, to);
    }
    if (position === 0) batch.set(exchange.salt);
    await writeAll(handle, batch.subarray(0, length), position);
    exchange.onBytes(length);
  }
  return true;
};
