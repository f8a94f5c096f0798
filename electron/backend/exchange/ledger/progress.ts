import type { BackendEvent } from '@shared/contract/method.ts';

/** Hears how many bytes of a long reading or writing are done. */
export type OnProgress = (done: number, total: number) => void;

/** Fewer bytes than this between two reports are not worth a message. */
const step = 1024 * 1024;

/** Sends progress to the page under the name of a task, about once a MiB. */
export const progressTo = (emit: (event: BackendEvent) => void, task: string): OnProgress => {
  let told = 0;
  return (done, total) => {
    if (done - told < step && done < total) return;
    told = done;
    emit({ event: 'progress', task, done, total });
  };
};

/** Chunks as they come, counted. */
export async function* countedChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}
