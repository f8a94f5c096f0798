import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackageFailure } from '../../../electron/backend/formats/package/format-failure.ts';
import { gunzip } from '../../../electron/backend/formats/package/gzip-reader.ts';
import { gzip, isCompressible } from '../../../electron/backend/formats/package/gzip-writer.ts';
import { bytesAsSource } from '../../../electron/backend/formats/package/sources.ts';
import { noise } from '../../fixtures/noise.ts';
import { collect } from '../../fixtures/packages.ts';

const inPieces = async function* (bytes: Uint8Array, step: number) {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
};

const codeOf = async (bytes: Uint8Array, maxBytes = 1e7): Promise<string> => {
  try {
    await collect(gunzip(bytesAsSource(bytes), maxBytes));
    return 'ok';
  } catch (thrown) {
    if (thrown instanceof PackageFailure) return thrown.code;
    throw thrown;
  }
};

const piece = fc.record({
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc.integer({ min: 0, max: 200_000 }).map((length) => noise(length)),
    fc.integer({ min: 0, max: 300_000 }).map((length) => Buffer.alloc(length, 'catatan ')),
  ),
  compress: fc.boolean(),
});

describe('gzip', () => {
  it('keeps its checksum over pieces without bytes, as the padding of a full block is', async () => {
    for (const compress of [true, false]) {
      const pieces = ['a', '', 'b', ''].map((text) => ({ bytes: Buffer.from(text), compress }));
      expect(gunzipSync(await collect(gzip(pieces))).toString()).toBe('ab');
    }
  });

  it('is unpacked by zlib and by our reader, whatever the pieces and their kind', async () => {
    const run = fc.asyncProperty(
      fc.array(piece, { maxLength: 8 }),
      fc.integer({ min: 1, max: 300_000 }),
      async (pieces, step) => {
        const whole = Buffer.concat(pieces.map(({ bytes }) => bytes));
        const packed = await collect(gzip(pieces));
        expect(gunzipSync(packed).equals(whole)).toBe(true);
        expect((await collect(gunzip(inPieces(packed, Math.max(step, packed.length >> 8)), 1e8))).equals(whole)).toBe(
          true,
        );
      },
    );
    await fc.assert(run, { numRuns: 60 });
  });

  it('is unpacked by gzip itself', async () => {
    const pieces = [
      { bytes: Buffer.alloc(400_000, 'isi '), compress: true },
      { bytes: randomBytes(400_000), compress: false },
      { bytes: Buffer.from('akhir'), compress: true },
    ];
    const out = execFileSync('gzip', ['-dc'], { input: await collect(gzip(pieces)), maxBuffer: 1e7 });
    expect(out.equals(Buffer.concat(pieces.map(({ bytes }) => bytes)))).toBe(true);
  });

  it('makes text small and adds little to what does not shrink', async () => {
    const text = Buffer.alloc(500_000, 'catatan sesi konseling ');
    expect((await collect(gzip([{ bytes: text, compress: true }]))).length).toBeLessThan(10_000);
    const noise = randomBytes(500_000);
    expect((await collect(gzip([{ bytes: noise, compress: false }]))).length).toBeLessThan(500_100);
    expect([isCompressible(text), isCompressible(noise), isCompressible(new Uint8Array(0))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('passes on what its pieces throw', async () => {
    const broken = async function* () {
      yield { bytes: Buffer.from('a'), compress: true };
      throw new Error('sumber putus');
    };
    await expect(collect(gzip(broken()))).rejects.toThrow('sumber putus');
  });
});

describe('gunzip', () => {
  const whole = gzipSync(Buffer.alloc(5000, 'isi yang panjang '));

  it('refuses every shorter file, and any change of header fields, checksum or length', async () => {
    expect(await codeOf(whole)).toBe('ok');
    for (let length = 0; length < whole.length; length += 1) {
      expect(await codeOf(whole.subarray(0, length))).toBe('packageUnreadable');
    }
    for (const at of [0, 1, 2, 3, whole.length - 8, whole.length - 5, whole.length - 4, whole.length - 1]) {
      const copy = Buffer.from(whole);
      copy[at] = (copy[at] ?? 0) ^ 0x40;
      expect(await codeOf(copy)).toBe('packageUnreadable');
    }
  });

  it('refuses anything behind the one member', async () => {
    const tails = [
      Buffer.from([0]),
      Buffer.alloc(600),
      Buffer.from('x'),
      whole,
      Buffer.alloc(300_000),
      randomBytes(700_000),
    ];
    for (const tail of tails) expect(await codeOf(Buffer.concat([whole, tail]))).toBe('packageUnreadable');
  });

  it('refuses a member that names a file', async () => {
    const named = Buffer.concat([
      whole.subarray(0, 3),
      Buffer.from([8]),
      whole.subarray(4, 10),
      Buffer.from('a\0'),
      whole.subarray(10),
    ]);
    expect(gunzipSync(named).length).toBe(5000);
    expect(await codeOf(named)).toBe('packageUnreadable');
  });

  it('stops a bomb at the limit, not at its end', async () => {
    const zeros = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_SYNC_FLUSH });
    let given = 0;
    const bomb = async function* () {
      yield whole.subarray(0, 10);
      for (;;) {
        given += 1;
        yield zeros;
      }
    };
    let taken = 0;
    const reading = (async () => {
      for await (const chunk of gunzip(bomb(), 8 * 1024 * 1024)) taken += chunk.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'packageTooLarge' });
    expect(taken).toBeLessThanOrEqual(8 * 1024 * 1024);
    // Of an endless source no more was taken than makes up some turns of zlib.
    expect(given * zeros.length).toBeLessThan(2 * 1024 * 1024);
  });

  it('passes on what its source throws, and closes a source that is not read to its end', async () => {
    const broken = async function* () {
      yield whole.subarray(0, 40);
      throw new Error('sumber putus');
    };
    await expect(collect(gunzip(broken(), 1e6))).rejects.toThrow('sumber putus');
    let closed = false;
    const long = gzipSync(randomBytes(3_000_000));
    const source = async function* () {
      try {
        yield* inPieces(long, 10_000);
      } finally {
        closed = true;
      }
    };
    for await (const _ of gunzip(source(), 1e7)) break;
    await expect.poll(() => closed).toBe(true);
  });
});
