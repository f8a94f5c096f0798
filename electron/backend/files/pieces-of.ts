import { open } from 'node:fs/promises';

/** Bytes that are read at a time. */
const piece = 1024 * 1024;
/** One piece is being read, one is worked on, and one is under way to where it goes. */
const pieces = 3;

/**
 * The bytes of a file, in pieces: the next one is read while one is worked on. Memory is used anew, without which half
 * the time of a large file goes for it: a piece stays as it is until the one after the next is asked for. Throws errors
 * of file calls.
 */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const memory = Buffer.allocUnsafeSlow(pieces * piece);
    const read = async (index: number): Promise<Uint8Array> => {
      const at = (index % pieces) * piece;
      const { bytesRead } = await handle.read(memory, at, piece, null);
      return memory.subarray(at, at + bytesRead);
    };
    let reading = read(0);
    for (let index = 1; ; index += 1) {
      const bytes = await reading;
      if (bytes.length === 0) return;
      reading = read(index);
      // What it throws, the next wait for it throws.
      reading.catch(() => undefined);
      yield bytes;
    }
  } finally {
    await handle.close();
  }
}
