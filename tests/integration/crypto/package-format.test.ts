import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openActs } from '../../../electron/backend/formats/package/package-acts.ts';
import { readPackage } from '../../../electron/backend/formats/package/read-package.ts';
import { bytesAsSource, fileChunks } from '../../../electron/backend/formats/package/sources.ts';
import { writePackage } from '../../../electron/backend/formats/package/write-package.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { samplePdf } from '../../fixtures/document-samples.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import { noise } from '../../fixtures/noise.ts';
import { collect, fileOf, makeReceiver, samplePackage, tarOf } from '../../fixtures/packages.ts';

const read = async (file: Uint8Array, identity: string, keepBytes = 1e9) =>
  readPackage(bytesAsSource(file), [identity], { keepBytes });

/** Files below a folder with their bytes, by name. */
const filesBelow = (folder: string, below = ''): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
      const name = join(below, entry.name);
      if (entry.isDirectory()) return Object.entries(filesBelow(folder, name));
      return [[name, readFileSync(join(folder, name)).toString('hex')]];
    }),
  );

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a package', () => {
  it('gives back what went into it', async () => {
    const { identity, recipient } = await makeReceiver();
    const blob = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 600_000 }).map((length) => noise(length)),
      fc.integer({ min: 1, max: 600_000 }).map((length) => Buffer.alloc(length, 'catatan sesi ')),
    );
    const content = fc.record(
      {
        acts: fc.nat(4),
        blobs: fc.uniqueArray(blob, { maxLength: 4, selector: hex }),
        draft: fc.uint8Array({ minLength: 1, maxLength: 2000 }),
        directory: fc.uint8Array({ minLength: 1, maxLength: 2000 }),
      },
      { requiredKeys: ['acts', 'blobs'] },
    );
    const run = fc.asyncProperty(content, async (given) => {
      const source = samplePackage(given, recipient);
      const opened = unwrap(await read(await fileOf(source), identity));
      expect(hex(opened.manifestBytes)).toBe(hex(source.manifestBytes));
      expect(hex(opened.signature)).toBe(hex(source.signature));
      expect(opened.acts.map(({ hash, bytes }) => [hash, hex(bytes)])).toEqual(
        source.acts.map(({ hash, bytes }) => [hash, hex(bytes)]),
      );
      expect(opened.draft && hex(opened.draft)).toBe(given.draft === undefined ? null : hex(given.draft));
      expect(opened.directory && hex(opened.directory)).toBe(
        given.directory === undefined ? null : hex(given.directory),
      );
      expect([...(opened.blobs ?? [])].map(([, bytes]) => hex(bytes))).toEqual(given.blobs.map(hex));
    });
    await fc.assert(run, { numRuns: 25 });
  });

  it('is opened by any of the identities of a vault, older ones as well', async () => {
    const [older, newer, other] = await Promise.all([makeReceiver(), makeReceiver(), makeReceiver()]);
    const file = await fileOf(samplePackage({}, older.recipient));
    const open = (...identities: string[]) => readPackage(bytesAsSource(file), identities);
    expect((await open(newer.identity, older.identity)).ok).toBe(true);
    expect(await open(newer.identity, other.identity)).toMatchObject({ error: { code: 'packageNotForMe' } });
    expect(await open()).toMatchObject({ error: { code: 'packageNotForMe' } });
  });

  it('tells everything by the manifest before the rest comes, and streams blobs in their order', async () => {
    const { identity, recipient } = await makeReceiver();
    const blobs = [randomBytes(300_000), Buffer.from('teks'), new Uint8Array(0)];
    const file = await fileOf(samplePackage({ acts: 1, blobs }, recipient));
    const seen: string[] = [];
    const got: Uint8Array[][] = [];
    const opened = await readPackage(bytesAsSource(file), [identity], {
      onManifest: (manifest) => seen.push(`manifest ${manifest.acts.length}`),
      blobSink: (_, size) => {
        seen.push(`blob ${size}`);
        if (size === 4) return null;
        const parts: Uint8Array[] = [];
        got.push(parts);
        return {
          write: async (chunk) => {
            await new Promise(setImmediate);
            parts.push(Uint8Array.from(chunk));
          },
          end: () => {
            seen.push('end');
          },
        };
      },
    });
    expect(seen).toEqual(['manifest 1', 'blob 300000', 'end', 'blob 4', 'blob 0', 'end']);
    expect(got.map((parts) => hex(Buffer.concat(parts)))).toEqual([hex(blobs[0] ?? Buffer.alloc(0)), '']);
    expect(unwrap(opened).blobs).toBeNull();
  });

  it('keeps blobs in memory only up to the limit given', async () => {
    const { identity, recipient } = await makeReceiver();
    const file = await fileOf(samplePackage({ acts: 0, blobs: [randomBytes(600), randomBytes(400)] }, recipient));
    expect(unwrap(await read(file, identity, 1000)).blobs?.size).toBe(2);
    expect(unwrap(await read(file, identity, 999)).blobs).toBeNull();
  });

  it('passes on what a sink throws', async () => {
    const { identity, recipient } = await makeReceiver();
    const file = await fileOf(samplePackage({ blobs: [randomBytes(100_000)] }, recipient));
    const full = () => Promise.reject(new Error('basis data penuh'));
    const blobSink = () => ({ write: full, end: () => undefined });
    await expect(readPackage(bytesAsSource(file), [identity], { blobSink })).rejects.toThrow('basis data penuh');
  });

  it('does not leave when a blob is not what the manifest says', async () => {
    const { recipient } = await makeReceiver();
    const source = samplePackage({ blobs: [Buffer.from('satu isi')] }, recipient);
    for (const bytes of [Buffer.from('dua  isi'), Buffer.from('satu'), Buffer.from('satu isi lain')]) {
      const blobs = source.blobs.map((blob) => ({ ...blob, chunks: () => [bytes] }));
      await expect(collect(writePackage({ ...source, blobs }))).rejects.toThrow('not what its manifest says');
    }
    await expect(collect(writePackage({ ...source, recipient: 'age1pq1xyz' }))).rejects.toThrow(RangeError);
  });

  it('has its acts read one by one', async () => {
    const { identity, recipient } = await makeReceiver();
    const source = samplePackage({ acts: 3 }, recipient);
    const opened = unwrap(await read(await fileOf(source), identity));
    const acts = unwrap(openActs(opened));
    expect(acts.map(({ form, opened: act }) => [act.hash, form, act.body === null])).toEqual(
      source.acts.map(({ hash }, at) => [hash, at % 2 === 0 ? 'all' : 'header', at % 2 === 1]),
    );
    const [first, second] = opened.acts;
    if (first === undefined || second === undefined) throw new Error('no acts');
    const cases = [
      [{ ...first, hash: second.hash }],
      [{ ...first, form: 'header' as const }],
      [{ ...second, form: 'all' as const }],
      [{ ...first, bytes: Buffer.from('{}') }],
    ];
    for (const acts of cases) expect(openActs({ acts })).toMatchObject({ error: { code: 'packageTampered' } });
  });
});

describe("other people's tools", () => {
  it('age and tar open what we write and find the same bytes', async () => {
    const { identity, recipient } = await makeReceiver();
    const pdf = await samplePdf();
    const source = samplePackage({ acts: 3, blobs: [pdf, randomBytes(200_000)], draft: Buffer.from('{}') }, recipient);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'identitas.txt'), `${identity}\n`);
    writeFileSync(join(folder, 'X.paket'), await fileOf(source));
    const out = join(folder, 'isi');
    mkdirSync(out);
    const command = 'age -d -i ../identitas.txt ../X.paket | tar xz 2>&1';
    expect(execFileSync('bash', ['-eo', 'pipefail', '-c', command], { cwd: out }).toString()).toBe('');
    const blob = async (at: number) => hex(await collect(source.blobs[at]?.chunks() ?? []));
    expect(filesBelow(out)).toEqual({
      'manifest.json': hex(source.manifestBytes),
      'manifest.sig': hex(source.signature),
      'draft.json': hex(Buffer.from('{}')),
      ...Object.fromEntries(source.acts.map(({ hash, bytes }) => [`acts/${hash}.json`, hex(bytes)])),
      [`blobs/${source.blobs[0]?.sha256}`]: await blob(0),
      [`blobs/${source.blobs[1]?.sha256}`]: await blob(1),
    });
  });

  it('make a package that we open', async () => {
    const { identity, recipient } = await makeReceiver();
    const source = samplePackage({ acts: 2, blobs: [randomBytes(200_000), Buffer.from('teks')] }, recipient);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.tar'), await tarOf(source));
    const names = [
      'manifest.json',
      'manifest.sig',
      ...source.acts.map(({ hash }) => `acts/${hash}.json`),
      ...source.blobs.map(({ sha256 }) => `blobs/${sha256}`),
    ];
    const command = `tar xf a.tar && tar --format=ustar -cz ${names.join(' ')} | age -r ${recipient} -o X.paket`;
    execFileSync('bash', ['-eo', 'pipefail', '-c', command], { cwd: folder });
    expect(existsSync(join(folder, 'X.paket'))).toBe(true);
    const opened = unwrap(await readPackage(fileChunks([join(folder, 'X.paket')]), [identity], { keepBytes: 1e9 }));
    expect(opened.acts.map(({ hash }) => hash)).toEqual(source.acts.map(({ hash }) => hash));
    expect(opened.blobs?.size).toBe(2);
    // The same entries in another order are no package.
    const reordered = [...names.slice(0, 2), names[3], names[2], ...names.slice(4)];
    const again = `tar --format=ustar -cz ${reordered.join(' ')} | age -r ${recipient} -o Y.paket`;
    execFileSync('bash', ['-eo', 'pipefail', '-c', again], { cwd: folder });
    expect(await readPackage(fileChunks([join(folder, 'Y.paket')]), [identity])).toMatchObject({
      error: { code: 'packageTampered' },
    });
  });

  it('seal a package anew for somebody else: it opens there and still names its receiver', async () => {
    const [receiver, other] = await Promise.all([makeReceiver(), makeReceiver()]);
    const source = samplePackage({ blobs: [randomBytes(1000)] }, receiver.recipient);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'identitas.txt'), `${receiver.identity}\n`);
    writeFileSync(join(folder, 'X.paket'), await fileOf(source));
    const command = `age -d -i identitas.txt X.paket | age -r ${other.recipient} -o Y.paket`;
    execFileSync('bash', ['-eo', 'pipefail', '-c', command], { cwd: folder });
    const opened = unwrap(await readPackage(fileChunks([join(folder, 'Y.paket')]), [other.identity]));
    expect(opened.manifest.receiver).toEqual(JSON.parse(Buffer.from(source.manifestBytes).toString()).receiver);
  });

  it('join the parts of a package by cat', async () => {
    const { identity, recipient } = await makeReceiver();
    const folder = temporaryFolder();
    const file = await fileOf(samplePackage({ blobs: [randomBytes(100_000)] }, recipient));
    const cuts = [0, 1, 150, 200, 65_000, file.length];
    const parts = cuts.slice(1).map((to, at) => {
      const path = join(folder, `bagian-${at}`);
      writeFileSync(path, file.subarray(cuts[at], to));
      return path;
    });
    execFileSync('bash', ['-c', `cat ${parts.join(' ')} > X.paket`], { cwd: folder });
    expect(readFileSync(join(folder, 'X.paket')).equals(file)).toBe(true);
    expect((await readPackage(fileChunks(parts), [identity])).ok).toBe(true);
    expect((await readPackage(fileChunks([...parts].reverse()), [identity])).ok).toBe(false);
  });
});
