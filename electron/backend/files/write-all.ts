import type { FileHandle } from 'node:fs/promises';

/**
 * Writes all of a piece, at `position` or where the last one ended; the system may take less at a time, but never
 * nothing: a disk that takes none any more fails with EIO. Throws errors of file calls.
 */
export const writeAll = async (
  handle: Pick<FileHandle, 'write'>,
  chunk: Uint8Array,
  position: number | null = null,
): Promise<void> => {
  for (let at = 0; at < chunk.length; ) {
    const there = position === null ? null : position + at;
    const { bytesWritten } = await handle.write(chunk, at, chunk.length - at, there);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
    at += bytesWritten;
  }
};
