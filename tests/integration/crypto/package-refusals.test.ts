import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../../electron/backend/formats/package/read-package.ts';
import { bytesAsSource, fileChunks } from '../../../electron/backend/formats/package/sources.ts';
import { ustarEnd, ustarHeader } from '../../../electron/backend/formats/package/ustar.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import {
  entriesOf,
  flipBit,
  readCode,
  sealAnything,
  sealTar,
  type TarEntry,
  tarOfEntries,
} from '../../fixtures/package-damage.ts';
import { fileOf, makeReceiver, samplePackage, tarOf } from '../../fixtures/packages.ts';

let receiver: Awaited<ReturnType<typeof makeReceiver>>;
beforeAll(async () => {
  receiver = await makeReceiver();
});

const code = (file: Uint8Array) => readCode(file, receiver.identity);
const codeOfEntries = async (entries: readonly TarEntry[]) =>
  code(await sealTar(receiver.recipient, tarOfEntries(entries)));

/** Codes by how often they were said. */
const tally = async (files: Iterable<Uint8Array>): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  let under: Promise<void>[] = [];
  const one = async (file: Uint8Array): Promise<void> => {
    const said = await code(file);
    counts[said] = (counts[said] ?? 0) + 1;
  };
  for (const file of files) {
    under.push(one(file));
    if (under.length < 16) continue;
    await Promise.all(under);
    under = [];
  }
  await Promise.all(under);
  return counts;
};

const payloadAt = (file: Buffer): number => file.indexOf('\n', file.indexOf('\n---') + 1) + 1;

describe('a package that was changed on its way', () => {
  it('is refused whichever bit of its header and whichever byte of the rest was changed', {
    timeout: 180_000,
  }, async () => {
    const file = await fileOf(samplePackage({ acts: 0 }, receiver.recipient));
    expect(await code(file)).toBe('ok');
    const start = payloadAt(file);
    const header = function* () {
      for (let bit = 0; bit < 8 * start; bit += 1) yield flipBit(file, bit);
    };
    const payload = function* () {
      for (let at = start; at < file.length; at += 1) yield flipBit(file, 8 * at + (at % 8));
    };
    // Every bit of the rest: `npm run fault -- --long`.
    expect(await tally(payload())).toEqual({ packageDamaged: file.length - start });
    const counts = await tally(header());
    expect(Object.keys(counts).sort()).toEqual(['packageDamaged', 'packageNotForMe', 'packageUnreadable']);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(8 * start);
  });

  it('is refused when it is larger, too', async () => {
    const blobs = [randomBytes(250_000), Buffer.alloc(100_000, 'isi ')];
    const file = await fileOf(samplePackage({ acts: 2, blobs }, receiver.recipient));
    const run = fc.asyncProperty(fc.nat(8 * file.length - 1), async (bit) => {
      expect(await code(flipBit(file, bit))).not.toBe('ok');
    });
    await fc.assert(run, { numRuns: 60 });
  });

  it('is refused when it was cut anywhere, or added to', { timeout: 120_000 }, async () => {
    const file = await fileOf(samplePackage({ acts: 0 }, receiver.recipient));
    const start = payloadAt(file);
    const cuts = function* () {
      for (let length = 0; length < file.length; length += 1) yield file.subarray(0, length);
    };
    expect(await tally(cuts())).toEqual({ packageUnreadable: start, packageDamaged: file.length - start });
    for (const tail of [Buffer.from([0]), Buffer.alloc(16), file, randomBytes(70_000)]) {
      expect(await code(Buffer.concat([file, tail]))).toBe('packageDamaged');
    }
  });

  it('is refused when it was cut at any border of its chunks', async () => {
    const file = await fileOf(samplePackage({ blobs: [randomBytes(200_000)] }, receiver.recipient));
    const start = payloadAt(file) + 16;
    const chunk = 64 * 1024 + 16;
    for (let at = start; at < file.length; at += chunk) {
      for (const length of [at - 1, at, at + 1, at + 15, at + 16, at + 17]) {
        expect(await code(file.subarray(0, length))).toBe('packageDamaged');
      }
    }
    // Chunks that changed places.
    const [a, b] = [file.subarray(start, start + chunk), file.subarray(start + chunk, start + 2 * chunk)];
    const swapped = Buffer.concat([file.subarray(0, start), b, a, file.subarray(start + 2 * chunk)]);
    expect(await code(swapped)).toBe('packageDamaged');
  });
});

describe('a package made by somebody who knows the recipient', () => {
  const sample = () =>
    samplePackage(
      {
        acts: 3,
        blobs: [randomBytes(900), Buffer.from('teks'), new Uint8Array(0)],
        draft: Buffer.from('{"a":1}'),
        directory: Buffer.from('{"b":2}'),
      },
      receiver.recipient,
    );
  const head = ['manifest.json', 'manifest.sig'];

  it('is refused in any other order, with an entry missing, twice or of its own', async () => {
    const entries = await entriesOf(sample());
    expect(await codeOfEntries(entries)).toBe('ok');
    const wanted = (...touched: readonly (TarEntry | undefined)[]) =>
      touched.some((entry) => entry !== undefined && head.includes(entry.name))
        ? 'packageUnreadable'
        : 'packageTampered';
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] as TarEntry;
      const before = entries.slice(0, at);
      const after = entries.slice(at + 1);
      expect(await codeOfEntries([...before, ...after])).toBe(wanted(entry));
      const twice = await codeOfEntries([...before, entry, entry, ...after]);
      expect(twice).toBe(at === 0 ? 'packageUnreadable' : 'packageTampered');
      const swapped = entries[at + 1];
      if (swapped !== undefined) {
        expect(await codeOfEntries([...before, swapped, entry, ...after.slice(1)])).toBe(wanted(entry, swapped));
      }
      const extra = { name: 'blobs/lain', bytes: Buffer.from('x') };
      expect(await codeOfEntries([...before, extra, entry, ...after])).toBe(wanted(entry));
      const renamed = { ...entry, name: `${entry.name}x` };
      expect(await codeOfEntries([...before, renamed, ...after])).toBe(wanted(entry));
    }
    expect(await codeOfEntries([...entries, { name: 'lain', bytes: Buffer.from('x') }])).toBe('packageTampered');
    expect(await codeOfEntries([])).toBe('packageUnreadable');
  });

  it('is refused when an entry has other bytes or another size', async () => {
    const entries = await entriesOf(sample());
    for (const [at, entry] of entries.entries()) {
      const replace = (bytes: Uint8Array) => codeOfEntries(entries.map((it, i) => (i === at ? { ...it, bytes } : it)));
      const otherSize = at < 2 ? 'packageUnreadable' : 'packageTampered';
      if (entry.bytes.length > 0) {
        const changed = await replace(flipBit(entry.bytes, 8 * entry.bytes.length - 1));
        expect(changed).toBe(at === 0 ? 'packageUnreadable' : 'packageTampered');
        expect(await replace(entry.bytes.subarray(1))).toBe(otherSize);
      }
      expect(await replace(Buffer.concat([entry.bytes, Buffer.from('x')]))).toBe(otherSize);
    }
  });

  it('is refused at the header of an entry that has another size, before its bytes come', async () => {
    const entries = await entriesOf(sample());
    for (const [at, { name, bytes }] of entries.entries()) {
      if (at < 2) continue;
      const before = tarOfEntries(entries.slice(0, at)).subarray(0, -ustarEnd().length);
      const seal = async (size: number) =>
        code(await sealTar(receiver.recipient, Buffer.concat([before, ustarHeader(name, size)])));
      expect(await seal(bytes.length + 1)).toBe('packageTampered');
      // As it should be but for its bytes, which are missing.
      expect(await seal(bytes.length)).toBe('packageUnreadable');
    }
  });

  it('is refused when the tar file lies about a size', async () => {
    const source = sample();
    const tar = await tarOf(source);
    const lie = (size: number) => {
      const header = ustarHeader('manifest.json', size);
      return Buffer.concat([header, tar.subarray(header.length)]);
    };
    const seal = async (inside: Uint8Array) => code(await sealTar(receiver.recipient, inside));
    expect(await seal(lie(source.manifestBytes.length))).toBe('ok');
    for (const size of [0, 1, source.manifestBytes.length - 1, source.manifestBytes.length + 1, 60_000]) {
      expect(await seal(lie(size))).toBe('packageUnreadable');
    }
    expect(await seal(lie(512 * 1024 + 1))).toBe('packageTooLarge');
    expect(await seal(lie(8 ** 11 - 1))).toBe('packageTooLarge');
  });

  it('is refused when the tar file has no end, or goes on behind it', async () => {
    const tar = await tarOf(sample());
    const seal = async (inside: Uint8Array) => code(await sealTar(receiver.recipient, inside));
    expect(await seal(tar)).toBe('ok');
    for (const inside of [tar.subarray(0, -512), tar.subarray(0, -1024), Buffer.concat([tar, tar])]) {
      expect(await seal(inside)).toBe('packageUnreadable');
    }
  });

  it('is refused when there is no package inside', async () => {
    const inside = [
      Buffer.alloc(0),
      Buffer.from('halo'),
      randomBytes(5000),
      gzipSync(Buffer.alloc(0)),
      gzipSync(Buffer.from('halo')),
      gzipSync(Buffer.alloc(100_000)),
      gzipSync(tarOfEntries([{ name: 'catatan.txt', bytes: Buffer.from('halo') }])),
      await tarOf(sample()),
      Buffer.concat([gzipSync(await tarOf(sample())), Buffer.from('x')]),
      gzipSync(await tarOf(sample())).subarray(0, -1),
    ];
    for (const bytes of inside) {
      expect(await code(await sealAnything(receiver.recipient, bytes))).toBe('packageUnreadable');
    }
    expect(await code(Buffer.alloc(0))).toBe('packageUnreadable');
    expect(await code(randomBytes(100_000))).toBe('packageUnreadable');
  });
});

describe('the reader', () => {
  it('reads no header of any length', async () => {
    const line = `-> x ${'y'.repeat(70)}\n\n`;
    let given = 0;
    const endless = async function* () {
      yield Buffer.from('age-encryption.org/v1\n');
      for (;;) {
        given += line.length;
        yield Buffer.from(line);
      }
    };
    expect(await readPackage(endless(), [receiver.identity])).toMatchObject({ error: { code: 'packageUnreadable' } });
    expect(given).toBeLessThan(64 * 1024);
  });

  it('says when a file cannot be read', async () => {
    const folder = temporaryFolder();
    const read = (path: string) => readPackage(fileChunks([path]), [receiver.identity]);
    expect(await read(join(folder, 'tidak-ada'))).toMatchObject({ error: { code: 'fileUnreadable' } });
    expect(await read(folder)).toMatchObject({ error: { code: 'fileUnreadable' } });
    writeFileSync(join(folder, 'kosong'), '');
    expect(await read(join(folder, 'kosong'))).toMatchObject({ error: { code: 'packageUnreadable' } });
  });

  it('passes on what its source throws', async () => {
    const broken = async function* () {
      yield Buffer.from('age-encryption.org/v1\n');
      throw new Error('sumber putus');
    };
    await expect(readPackage(broken(), [receiver.identity])).rejects.toThrow('sumber putus');
  });

  it('stops when asked to, before, during, and while its source says nothing', { timeout: 60_000 }, async () => {
    const file = await fileOf(samplePackage({ blobs: [randomBytes(3_000_000)] }, receiver.recipient));
    const cancelled = { error: { code: 'cancelled' } };
    expect(await readPackage(bytesAsSource(file), [receiver.identity], { signal: AbortSignal.abort() })).toMatchObject(
      cancelled,
    );

    const during = new AbortController();
    let closed = false;
    const slow = async function* () {
      try {
        for (let at = 0; at < file.length; at += 10_000) {
          if (at > 500_000) during.abort();
          yield file.subarray(at, at + 10_000);
        }
      } finally {
        closed = true;
      }
    };
    expect(await readPackage(slow(), [receiver.identity], { signal: during.signal })).toMatchObject(cancelled);
    await new Promise(setImmediate);
    expect(closed).toBe(true);

    const stuck = new AbortController();
    const silent = async function* () {
      yield file.subarray(0, 100_000);
      await new Promise(() => undefined);
    };
    setTimeout(() => stuck.abort(), 30);
    expect(await readPackage(silent(), [receiver.identity], { signal: stuck.signal })).toMatchObject(cancelled);
  });
});
