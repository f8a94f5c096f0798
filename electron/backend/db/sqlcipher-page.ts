import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync, randomFillSync, timingSafeEqual } from 'node:crypto';

// Layout of SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): pages of 4096 bytes, AES-256-CBC, each ending with
// a 16-byte IV and a 64-byte HMAC-SHA512 of ciphertext, IV and page number; the file begins with a 16-byte salt.
export const pageSize = 4096;
export const saltSize = 16;
const ivSize = 16;
const macSize = 64;
/** SQLite never writes the page that holds its lock bytes (at 1 GiB). */
export const lockPage = 0x4000_0000 / pageSize + 1;

/** A raw key, and what the pages of one file are signed with. */
export interface PageKeys {
  readonly key: Uint8Array;
  readonly macKey: Uint8Array;
}

/** The keys of the pages of a file that begins with this salt. */
export const pageKeysOf = (key: Uint8Array, salt: Uint8Array): PageKeys => ({
  key,
  macKey: pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  ),
});

/** Where a page begins that is encrypted: the first one has the salt before it. */
const startOf = (number: number): number => (number === 1 ? saltSize : 0);

const macOf = (page: Uint8Array, number: number, { macKey }: PageKeys): Buffer => {
  const pageNumber = Buffer.alloc(4);
  pageNumber.writeUInt32LE(number);
  const signed = page.subarray(startOf(number), pageSize - macSize);
  return createHmac('sha512', macKey).update(signed).update(pageNumber).digest();
};

/** Whether the code of a page fits the keys. */
export const pageFits = (page: Uint8Array, number: number, keys: PageKeys): boolean =>
  timingSafeEqual(macOf(page, number, keys), page.subarray(pageSize - macSize));

/** Encrypts a page that fits `from` anew for `to`, in place; the salt of the file is the caller's to write. */
export const exchangePage = (page: Uint8Array, number: number, from: PageKeys, to: PageKeys): void => {
  const content = page.subarray(startOf(number), pageSize - macSize - ivSize);
  const iv = page.subarray(pageSize - macSize - ivSize, pageSize - macSize);
  const plain = createDecipheriv('aes-256-cbc', from.key, iv).setAutoPadding(false).update(content);
  randomFillSync(iv);
  content.set(createCipheriv('aes-256-cbc', to.key, iv).setAutoPadding(false).update(plain));
  plain.fill(0);
  page.set(macOf(page, number, to), pageSize - macSize);
};
