import { open } from 'node:fs/promises';
import { PackageFailure } from './format-failure.ts';

const readBytes = 256 * 1024;

const isFileError = (thrown: unknown): boolean =>
  thrown instanceof Error && 'syscall' in thrown && typeof thrown.syscall === 'string';

/**
 * The bytes of files, one file after the other: a package, or its parts in order. Throws PackageFailure
 * `fileUnreadable` when one cannot be read to its end.
 */
export async function* fileChunks(paths: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (const path of paths) yield* chunksOf(path);
  } catch (thrown) {
    throw isFileError(thrown) ? new PackageFailure('fileUnreadable') : thrown;
  }
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafeSlow(readBytes);
      const { bytesRead } = await handle.read(buffer, 0, readBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Bytes in memory as a source. */
export async function* bytesAsSource(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* chunks;
}

/** A source that ends with `packageTooLarge` as soon as it has given more than `maxBytes`. */
export async function* limited(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > maxBytes) throw new PackageFailure('packageTooLarge');
    yield chunk;
  }
}

/**
 * A source that ends with `cancelled` as soon as the signal is aborted, be it in the midst of a read that takes long.
 */
export async function* stoppable(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (signal === undefined) {
    yield* source;
    return;
  }
  const chunks = source[Symbol.asyncIterator]();
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new PackageFailure('cancelled'));
  });
  stopped.catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      if (signal.aborted) throw new PackageFailure('cancelled');
      const next = await Promise.race([chunks.next(), stopped]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // A generator in the midst of a read closes after it; nobody waits for that.
    void chunks.return?.()?.catch(() => undefined);
  }
}
