import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { constants, deflateRawSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { encryptAge } from '../../electron/backend/formats/package/age-stream.ts';
import { ustarHeader } from '../../electron/backend/formats/package/ustar.ts';
import { entriesOf } from '../fixtures/package-damage.ts';
import { collect, fileOf, makeReceiver, samplePackage } from '../fixtures/packages.ts';

const root = resolve(import.meta.dirname, '../..');
const mib = 1024 * 1024;
/** What a process may grow by over its start, whatever it is given to read. */
const cap = 150 * mib;

let bundle = '';
let folder = '';
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-memory-'));
  // Below node_modules, so that the bundle finds the packages.
  bundle = mkdtempSync(join(root, 'node_modules', '.bilik-fault-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    root,
    resolve: { alias: { '@shared': join(root, 'shared') } },
    build: { ssr: join(root, 'tests/fixtures/package-child.ts'), outDir: bundle, target: 'node20' },
  });
});
afterAll(() => {
  rmSync(bundle, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

interface Said {
  readonly code: string;
  readonly grown: number;
  readonly blobBytes: number;
}

const child = async (...args: string[]): Promise<Said> => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(bundle, 'package-child.js'), ...args]);
  return JSON.parse(stdout);
};

it('seals and reads 200 MB within the cap', async () => {
  const { identity, recipient } = await makeReceiver();
  const file = join(folder, 'besar.paket');
  const sizes = [100_000_000, 90_000_000, 10_000_000];
  const written = await child('write', file, recipient, ...sizes.map(String));
  expect(written.code).toBe('ok');
  expect(written.grown).toBeLessThan(cap);
  expect(statSync(file).size).toBeGreaterThan(200_000_000);
  const read = await child('read', file, identity);
  expect(read).toMatchObject({ code: 'ok', blobBytes: 200_000_000 });
  expect(read.grown).toBeLessThan(cap);
});

/** A gzip file that begins with `head` and goes on with so many mebibytes of zeros. */
function* bomb(head: Uint8Array, mebibytes: number): Generator<Uint8Array> {
  yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
  yield deflateRawSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
  const zeros = deflateRawSync(Buffer.alloc(mib), { finishFlush: constants.Z_SYNC_FLUSH });
  for (let at = 0; at < mebibytes; at += 1) yield zeros;
  yield Uint8Array.of(0x03, 0x00, 0, 0, 0, 0, 0, 0, 0, 0);
}

describe('a bomb is cut before it fills the memory', () => {
  const bombs: readonly (readonly [name: string, code: string, head: () => Promise<Uint8Array>])[] = [
    ['zeros alone', 'packageUnreadable', async () => new Uint8Array(0)],
    ['a manifest without end', 'packageTooLarge', async () => ustarHeader('manifest.json', 8 ** 11 - 1)],
    ['a first file of another name', 'packageUnreadable', async () => ustarHeader('x', 90 * mib)],
    [
      'a blob that the manifest does not have',
      'packageTampered',
      async () => {
        const entries = await entriesOf(samplePackage({ acts: 0 }));
        const parts = entries.flatMap(({ name, bytes }) => [
          ustarHeader(name, bytes.length),
          bytes,
          Buffer.alloc((512 - (bytes.length % 512)) % 512),
        ]);
        return Buffer.concat([...parts, ustarHeader(`blobs/${'0'.repeat(64)}`, 90 * mib)]);
      },
    ],
  ];

  it.each(bombs)('%s', async (_, code, head) => {
    const { identity, recipient } = await makeReceiver();
    const file = join(folder, 'bom.paket');
    const source = async function* () {
      yield* bomb(await head(), 1024);
    };
    writeFileSync(file, await collect(encryptAge(recipient, source())));
    expect(statSync(file).size).toBeLessThan(2 * mib);
    const said = await child('read', file, identity);
    expect(said).toMatchObject({ code, blobBytes: 0 });
    expect(said.grown).toBeLessThan(cap);
  });

  it('blobs of zeros that the manifest announces', async () => {
    const { identity, recipient } = await makeReceiver();
    const file = join(folder, 'nol.paket');
    const zeros = Buffer.alloc(90 * mib);
    const source = samplePackage({ acts: 0, blobs: [zeros, zeros.subarray(1)] }, recipient);
    writeFileSync(file, await fileOf(source));
    expect(statSync(file).size).toBeLessThan(mib);
    const said = await child('read', file, identity);
    expect(said).toMatchObject({ code: 'ok', blobBytes: 180 * mib - 1 });
    expect(said.grown).toBeLessThan(cap);
  });
});
