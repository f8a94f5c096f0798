// Our own strict subset of ustar (POSIX.1-2001, "ustar Interchange Format"): regular files with names of at most 100
// bytes, and nothing else. Why not a tar library: whoever knows a recipient can encrypt anything to it, so what a
// header may make us keep in memory, follow or skip has to be bounded and plain to see. Long names, pax and GNU
// headers, links and sparse files are all ways to say something of any size before the manifest has been verified.

/** Unit of everything in a tar file (bytes). */
export const blockSize = 512;

/** Where the fields of a header lie: offset and length (bytes). */
export const fields = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  linkName: [157, 100],
  magic: [257, 8],
  userName: [265, 32],
  groupName: [297, 32],
  deviceMajor: [329, 8],
  deviceMinor: [337, 8],
  prefix: [345, 155],
  rest: [500, 12],
} as const satisfies Record<string, readonly [number, number]>;

/** `ustar`, a zero byte, version `00`. */
export const magic = 'ustar\u000000';

const maxNameBytes = 100;
const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/**
 * True for a name that may stand in our files: relative, plain ASCII, no empty part and none that begins with a dot.
 */
export const isEntryName = (name: string): boolean => name.length <= maxNameBytes && namePattern.test(name);

/** Sum of a header's bytes, those of the checksum itself taken as spaces. */
export const checksumOf = (header: Uint8Array): number => {
  const [from, length] = fields.checksum;
  let sum = 0x20 * length;
  for (let at = 0; at < blockSize; at += 1) if (at < from || at >= from + length) sum += header[at] ?? 0;
  return sum;
};

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/**
 * Header of a regular file, readable by its owner alone; owner and time are left at zero and tell nothing. Throws
 * RangeError on a name that is not ours or a size (bytes) that does not fit.
 */
export const ustarHeader = (name: string, size: number): Uint8Array => {
  if (!isEntryName(name)) throw new RangeError('not a name of our tar files');
  if (!Number.isSafeInteger(size) || size < 0 || size >= 8 ** 11) throw new RangeError('not a size of our tar files');
  const header = Buffer.alloc(blockSize);
  const put = ([offset]: readonly [number, number], text: string): void => {
    header.write(text, offset, 'latin1');
  };
  put(fields.name, name);
  put(fields.mode, octal(0o600, 7));
  put(fields.uid, octal(0, 7));
  put(fields.gid, octal(0, 7));
  put(fields.size, octal(size, 11));
  put(fields.mtime, octal(0, 11));
  put(fields.type, '0');
  put(fields.magic, magic);
  put(fields.deviceMajor, octal(0, 7));
  put(fields.deviceMinor, octal(0, 7));
  put(fields.checksum, `${octal(checksumOf(header), 6)}\0 `);
  return header;
};

/** Bytes that fill the last block of a file of `size` bytes. */
export const paddingOf = (size: number): number => (blockSize - (size % blockSize)) % blockSize;

/** Zero bytes after a file of `size` bytes. */
export const ustarPadding = (size: number): Uint8Array => new Uint8Array(paddingOf(size));

/** The two zero blocks at the end. */
export const ustarEnd = (): Uint8Array => new Uint8Array(2 * blockSize);
