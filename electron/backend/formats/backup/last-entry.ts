import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { manifestName } from '@shared/domain/backup/manifest.ts';
import { ustarHeader } from '../package/ustar.ts';

/** Size of the blocks of a tar file. */
const block = 512;
/** More than a manifest and the end of the archive take. */
const mostBytes = 64 * block;

const readEnd = (path: string): Buffer => {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size - (size % block), mostBytes));
    readSync(file, bytes, 0, bytes.length, size - (size % block) - bytes.length);
    return bytes;
  } finally {
    closeSync(file);
  }
};

/**
 * The manifest of a backup, out of its end alone: enough to tell backups apart that nobody opens. Undefined where there
 * is none, or the file cannot be read.
 */
export const manifestAtEnd = (path: string): Uint8Array | undefined => {
  try {
    const bytes = readEnd(path);
    for (let at = bytes.length - block; at >= 0; at -= block) {
      const size = Number.parseInt(bytes.toString('latin1', at + 124, at + 136), 8);
      if (!(size > 0 && at + block + size <= bytes.length)) continue;
      const header = Buffer.from(ustarHeader(manifestName, size));
      if (header.equals(bytes.subarray(at, at + block)))
        return Uint8Array.from(bytes.subarray(at + block, at + block + size));
    }
    return undefined;
  } catch {
    return undefined;
  }
};
