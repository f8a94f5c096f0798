import { describe, expect, it } from 'vitest';
import { writeAll } from '../../../electron/backend/files/write-all.ts';

/** A file that takes so many bytes with each call. */
const fileOf = (takes: (call: number) => number) => {
  const written: (readonly [Uint8Array, number | null])[] = [];
  const write = async (bytes: Uint8Array, at: number, length: number, position: number | null) => {
    const bytesWritten = Math.min(length, takes(written.length));
    written.push([bytes.slice(at, at + bytesWritten), position]);
    return { bytesWritten, buffer: bytes };
  };
  return { written, handle: { write } as unknown as Parameters<typeof writeAll>[0] };
};

const bytes = Uint8Array.from([1, 2, 3, 4, 5]);

describe('a piece that is written', () => {
  it('is written whole, however little is taken at a time, where it belongs', async () => {
    const ahead = fileOf(() => 2);
    await writeAll(ahead.handle, bytes);
    expect(ahead.written.map(([part, at]) => [[...part], at])).toEqual([
      [[1, 2], null],
      [[3, 4], null],
      [[5], null],
    ]);
    const there = fileOf(() => 3);
    await writeAll(there.handle, bytes, 100);
    expect(there.written.map(([, at]) => at)).toEqual([100, 103]);
  });

  it('fails where nothing is taken any more, and does not wait for ever', async () => {
    const { handle } = fileOf((call) => (call === 0 ? 2 : 0));
    await expect(writeAll(handle, bytes)).rejects.toMatchObject({ code: 'EIO' });
  });
});
