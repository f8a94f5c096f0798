import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inOneGo, inTurns, type Turns } from './turns.ts';

// Layout of SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): pages of 4096 bytes, each ending with a
// 16-byte IV and a 64-byte HMAC-SHA512 of ciphertext, IV and page number; the file begins with a 16-byte salt.
const pageSize = 4096;
const saltSize = 16;
const macSize = 64;
/** SQLite never writes the page that holds its lock bytes (at 1 GiB). */
const lockPage = 0x4000_0000 / pageSize + 1;

export interface PageReport {
  /** Whole pages in the file. */
  readonly pages: number;
  /** Numbers (from 1) of pages whose code does not fit the key; at most the first 100. */
  readonly bad: readonly number[];
  /** True when at least one page fits the key. */
  readonly anyGood: boolean;
  /** True when the size of the file is no multiple of a page, or zero. */
  readonly cut: boolean;
}

const macKeyOf = (key: Uint8Array, salt: Uint8Array): Buffer =>
  pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );

const pageFits = (page: Uint8Array, number: number, macKey: Uint8Array): boolean => {
  const pageNumber = Buffer.alloc(4);
  pageNumber.writeUInt32LE(number);
  const signed = page.subarray(number === 1 ? saltSize : 0, pageSize - macSize);
  const mac = createHmac('sha512', macKey).update(signed).update(pageNumber).digest();
  return timingSafeEqual(mac, page.subarray(pageSize - macSize));
};

/** Pages after which a check that takes turns with other work gives way. */
const pagesAtOnce = 512;

/** Checks page after page. */
function* checkPages(file: string, key: Uint8Array): Turns<PageReport> {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const pages = Math.floor(size / pageSize);
    const page = Buffer.alloc(pageSize);
    const bad: number[] = [];
    let anyGood = false;
    let macKey: Buffer | undefined;
    for (let number = 1; number <= pages; number++) {
      readSync(descriptor, page, 0, pageSize, (number - 1) * pageSize);
      macKey ??= macKeyOf(key, page.subarray(0, saltSize));
      if (number === lockPage) continue;
      if (pageFits(page, number, macKey)) anyGood = true;
      else if (bad.length < 100) bad.push(number);
      if (number % pagesAtOnce === 0) yield;
    }
    return { pages, bad, anyGood, cut: size === 0 || size % pageSize !== 0 };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Checks the authentication code of every page of a SQLCipher 4 file against a raw key, free pages too.
 * The file must not be open in this process: closing a descriptor of it would drop SQLite's lock (POSIX).
 * Throws on I/O errors.
 */
export const verifyPages = (file: string, key: Uint8Array): PageReport => inOneGo(checkPages(file, key));

/** As `verifyPages`, a few pages at a time: calls are answered in between. Stops as `signal` says. */
export const verifyPagesInTurns = (file: string, key: Uint8Array, signal: AbortSignal): Promise<PageReport> =>
  inTurns(checkPages(file, key), signal);
