import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { lockPage, type PageKeys, pageFits, pageKeysOf, pageSize, saltSize } from './sqlcipher-page.ts';
import { inOneGo, inTurns, type Turns } from './turns.ts';

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
    let keys: PageKeys | undefined;
    for (let number = 1; number <= pages; number++) {
      readSync(descriptor, page, 0, pageSize, (number - 1) * pageSize);
      keys ??= pageKeysOf(key, page.subarray(0, saltSize));
      if (number === lockPage) continue;
      if (pageFits(page, number, keys)) anyGood = true;
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

/** So many pages are looked at to tell which key a file is under: a crash may have torn the first ones. */
const pagesToTell = 64;

/**
 * True when one of the first pages of a file fits a raw key; false also when there is no file. The file must not be
 * open in this process, as for `verifyPages`. Throws on I/O errors.
 */
export const fitsKey = (file: string, key: Uint8Array): boolean => {
  if (!existsSync(file)) return false;
  const descriptor = openSync(file, 'r');
  try {
    const page = Buffer.alloc(pageSize);
    let keys: PageKeys | undefined;
    for (let number = 1; number <= pagesToTell; number++) {
      if (readSync(descriptor, page, 0, pageSize, (number - 1) * pageSize) < pageSize) return false;
      keys ??= pageKeysOf(key, page.subarray(0, saltSize));
      if (pageFits(page, number, keys)) return true;
    }
    return false;
  } finally {
    closeSync(descriptor);
  }
};
