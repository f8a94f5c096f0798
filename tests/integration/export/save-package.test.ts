import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { savePackage, savePackageAs } from '../../../electron/backend/exchange/send/save-package.ts';
import type { ExportDeps } from '../../../electron/backend/export/save-file.ts';
import { removeUnfinishedExports, unfinishedExportsOf } from '../../../electron/backend/export/unfinished-exports.ts';
import { orderFiles } from '../../../electron/backend/formats/package/order-files.ts';
import { orderParts } from '../../../electron/backend/formats/package/parts.ts';
import { readPackage } from '../../../electron/backend/formats/package/read-package.ts';
import { fileChunks } from '../../../electron/backend/formats/package/sources.ts';
import type { PackageSource } from '../../../electron/backend/formats/package/write-package.ts';
import { type AtomicFs, nodeAtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import { makeReceiver, samplePackage } from '../../fixtures/packages.ts';
import { testWorkspace } from '../../fixtures/workspace.ts';

let receiver: Awaited<ReturnType<typeof makeReceiver>>;
let source: PackageSource;
let stem = '';
beforeAll(async () => {
  receiver = await makeReceiver();
  source = samplePackage({ acts: 1, blobs: [randomBytes(250_000)] }, receiver.recipient);
  stem = `bilik-${JSON.parse(Buffer.from(source.manifestBytes).toString()).packageId.slice(0, 8)}`;
});

const depsOf = (fs: AtomicFs = nodeAtomicFs): ExportDeps => ({
  fs,
  random: systemRandom,
  unfinished: unfinishedExportsOf(testWorkspace()),
});

const opens = async (paths: readonly string[]): Promise<boolean> =>
  (await readPackage(fileChunks(paths), [receiver.identity])).ok;

/** File calls of which the `nth` fails; `rest` says what becomes of those after it. */
const failing = (nth: number, errno: string): { readonly fs: AtomicFs; readonly calls: () => number } => {
  let count = 0;
  const step = (): void => {
    count += 1;
    if (count === nth) throw Object.assign(new Error(errno), { code: errno });
  };
  const open = async (...args: Parameters<AtomicFs['open']>) => {
    step();
    const handle = await nodeAtomicFs.open(...args);
    return new Proxy(handle, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          if (name === 'write' || name === 'sync') step();
          return value.apply(target, given);
        };
      },
    });
  };
  const rename: AtomicFs['rename'] = async (from, to) => {
    step();
    await nodeAtomicFs.rename(from, to);
  };
  return { fs: { ...nodeAtomicFs, open: open as AtomicFs['open'], rename }, calls: () => count };
};

describe('savePackage', () => {
  it('writes one file under a neutral name', async () => {
    const folder = temporaryFolder();
    const saved = unwrap(await savePackage(depsOf(), { folder, source, partBytes: null }));
    expect(saved.files).toEqual([`${stem}.paket`]);
    expect(readdirSync(folder)).toEqual([`${stem}.paket`]);
    expect(await opens([join(folder, `${stem}.paket`)])).toBe(true);
  });

  it('writes parts into a folder of their own', async () => {
    const folder = temporaryFolder();
    const { files } = unwrap(await savePackage(depsOf(), { folder, source, partBytes: 100_000 }));
    expect(files).toEqual([1, 2, 3].map((number) => `${stem}/${stem}-${number}-dari-3.paket`));
    expect(readdirSync(folder)).toEqual([stem]);
    const paths = files.map((name) => join(folder, name));
    expect(paths.slice(0, 2).map((path) => readFileSync(path).length)).toEqual([100_000, 100_000]);
    const shuffled = [paths[2] ?? '', paths[0] ?? '', paths[1] ?? ''];
    const order = unwrap(orderParts(shuffled.map((path) => basename(path))));
    expect(await opens(order.map((at) => shuffled[at] ?? ''))).toBe(true);
    expect(await opens(paths.slice(0, 1))).toBe(false);
  });

  it.each([
    ['copied on Windows', (name: string) => name.replace('.paket', ' - Copy.paket')],
    ['copied on Windows in Indonesian', (name: string) => name.replace('.paket', ' - Salin.paket')],
    ['copied twice', (name: string) => `Copy of ${name.replace('.paket', ' (2) - Salinan.paket')}`],
    ['kept by a mail program as .bin', (name: string) => name.replace('.paket', '.bin')],
    ['kept as .zip, in capitals', (name: string) => name.toUpperCase().replace('.PAKET', '.ZIP')],
    ['called by numbers alone', (_name: string, at: number) => `lampiran ${7 - at}`],
    [
      'called by the number of another part',
      (name: string, at: number) => name.replace(/-\d-/, `-${((at + 1) % 3) + 1}-`),
    ],
  ])('parts %s are found by what is in them', async (_what, renamed) => {
    const folder = temporaryFolder();
    const { files } = unwrap(await savePackage(depsOf(), { folder, source, partBytes: 100_000 }));
    const paths = files.map((name, at) => {
      const path = join(folder, renamed(basename(name), at));
      renameSync(join(folder, name), path);
      return path;
    });
    const [first = '', second = '', third = ''] = paths;
    for (const given of [paths, [third, first, second], [second, third, first, second]])
      expect(unwrap(await orderFiles(given, [receiver.identity]))).toEqual(paths);
    const beside = paths.map((path) => join(folder, `._${basename(path)}`));
    for (const path of beside) writeFileSync(path, Buffer.from('\0\x05\x16\x07\0\x02\0\0Mac OS X        ', 'latin1'));
    expect(unwrap(await orderFiles([...beside, third, first, second], [receiver.identity]))).toEqual(paths);
    copyFileSync(second, join(folder, 'lagi'));
    expect(unwrap(await orderFiles([...paths, join(folder, 'lagi')], [receiver.identity]))).toHaveLength(3);
    expect(await opens(unwrap(await orderFiles([third, second, first], [receiver.identity])))).toBe(true);
  });

  it.each([99_984, 65_552, 65_552 + 216, 131_104, 131_304])('parts of %i bytes are found too', async (partBytes) => {
    const folder = temporaryFolder();
    const { files } = unwrap(await savePackage(depsOf(), { folder, source, partBytes }));
    const paths = files.map((name, at) => {
      const path = join(folder, `${9 - at}.bin`);
      renameSync(join(folder, name), path);
      return path;
    });
    expect(unwrap(await orderFiles([...paths].reverse(), [receiver.identity]))).toEqual(paths);
  });

  it('parts under any name are refused while one lacks or a stranger is among them', async () => {
    const folder = temporaryFolder();
    const { files } = unwrap(await savePackage(depsOf(), { folder, source, partBytes: 100_000 }));
    const paths = files.map((name, at) => {
      const path = join(folder, `${at}.bin`);
      renameSync(join(folder, name), path);
      return path;
    });
    const stranger = join(folder, 'lain.bin');
    writeFileSync(stranger, randomBytes(100_000));
    const given = [paths.slice(0, 2), paths.slice(1), [...paths, stranger], [paths[0] ?? '', stranger, paths[2] ?? '']];
    for (const some of given)
      expect(await orderFiles(some, [receiver.identity])).toMatchObject({ error: { code: 'partsIncomplete' } });
    const { identity } = await makeReceiver();
    expect(await orderFiles(paths, [identity])).toMatchObject({ error: { code: 'partsIncomplete' } });
  });

  it('writes one file when one part is enough', async () => {
    const folder = temporaryFolder();
    const { files } = unwrap(await savePackage(depsOf(), { folder, source, partBytes: 10_000_000 }));
    expect(files).toEqual([`${stem}.paket`]);
    expect(readdirSync(folder)).toEqual(files);
    expect(await opens([join(folder, files[0] ?? '')])).toBe(true);
  });

  it('writes to the very file that was chosen', async () => {
    const path = join(temporaryFolder(), 'untuk-kepegawaian.paket');
    writeFileSync(path, 'lama');
    expect(unwrap(await savePackageAs(depsOf(), path, source))).toEqual({ files: ['untuk-kepegawaian.paket'] });
    expect(await opens([path])).toBe(true);
  });

  it('does not touch a folder that is already there', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, stem));
    writeFileSync(join(folder, stem, 'milik-orang'), 'x');
    expect(await savePackage(depsOf(), { folder, source, partBytes: 100_000 })).toMatchObject({
      error: { code: 'exportFailed' },
    });
    expect(readdirSync(folder)).toEqual([stem]);
    expect(readdirSync(join(folder, stem))).toEqual(['milik-orang']);
  });

  it('says that a folder is missing or the disk full, whichever call fails, and leaves nothing behind', async () => {
    for (const partBytes of [null, 100_000]) {
      const whole = failing(0, '');
      unwrap(await savePackage(depsOf(whole.fs), { folder: temporaryFolder(), source, partBytes }));
      for (let nth = 1; nth <= whole.calls(); nth += 1) {
        const folder = temporaryFolder();
        const saved = await savePackage(depsOf(failing(nth, 'ENOSPC').fs), { folder, source, partBytes });
        expect(saved).toMatchObject({ ok: false, error: { code: 'diskFull' } });
        expect({ nth, left: readdirSync(folder) }).toEqual({ nth, left: [] });
      }
    }
    const missing = join(temporaryFolder(), 'tidak-ada');
    expect(await savePackage(depsOf(), { folder: missing, source, partBytes: null })).toMatchObject({
      error: { code: 'exportFailed' },
    });
  });

  it('leaves nothing behind when the package itself cannot be made', async () => {
    const broken = { ...source, blobs: source.blobs.map((blob) => ({ ...blob, size: blob.size + 1 })) };
    for (const partBytes of [null, 100_000]) {
      const folder = temporaryFolder();
      await expect(savePackage(depsOf(), { folder, source: broken, partBytes })).rejects.toThrow('manifest');
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('is cleared away at the next opening when it was cut off', async () => {
    const [work, folder] = [testWorkspace(), temporaryFolder()];
    const dying: AtomicFs = {
      ...nodeAtomicFs,
      rename: () => Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' })),
      rm: () => Promise.reject(new Error('gone')),
    };
    const deps = { fs: dying, random: systemRandom, unfinished: unfinishedExportsOf(work) };
    expect((await savePackage(deps, { folder, source, partBytes: 100_000 })).ok).toBe(false);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(removeUnfinishedExports(work.reopen()).ok).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});
