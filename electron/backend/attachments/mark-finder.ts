import { Buffer } from 'node:buffer';

/** Looks for a mark in bytes that come piece by piece. */
export interface MarkFinder {
  readonly push: (bytes: Uint8Array) => void;
  /** True once it was in what came so far. */
  readonly found: () => boolean;
}

/** A finder for `mark` (ASCII), also where one piece ends and the next begins. */
export const findMark = (mark: string): MarkFinder => {
  let isFound = false;
  let end = Buffer.alloc(0);
  return {
    push: (bytes) => {
      if (isFound) return;
      const seam = Buffer.concat([end, bytes.subarray(0, mark.length - 1)]);
      const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      isFound = seam.includes(mark, 0, 'latin1') || piece.includes(mark, 0, 'latin1');
      end = Buffer.concat([end, bytes.subarray(-(mark.length - 1))]).subarray(-(mark.length - 1));
    },
    found: () => isFound,
  };
};
