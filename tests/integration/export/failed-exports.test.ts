import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { savePackage } from '../../../electron/backend/exchange/send/save-package.ts';
import { type ExportDeps, saveFile } from '../../../electron/backend/export/save-file.ts';
import { saveFolder } from '../../../electron/backend/export/save-folder.ts';
import { removeUnfinishedExports, unfinishedExportsOf } from '../../../electron/backend/export/unfinished-exports.ts';
import { writePackage } from '../../../electron/backend/formats/package/write-package.ts';
import { createVault } from '../../../electron/backend/vault/create-vault.ts';
import { type AtomicFs, nodeAtomicFs, writeAtomically } from '../../../electron/backend/vault/write-atomically.ts';
import { unpackPackage } from '../../../electron/cli/unpack-package.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { errnoError, fullAfter, heldFor, readingOtherwise, withoutSync } from '../../fixtures/file-calls.ts';
import { holder, passphrase } from '../../fixtures/made-vault.ts';
import { makeReceiver, samplePackage } from '../../fixtures/packages.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { testWorkspace } from '../../fixtures/workspace.ts';

let receiver: Awaited<ReturnType<typeof makeReceiver>>;
let source: ReturnType<typeof samplePackage>;
beforeAll(async () => {
  receiver = await makeReceiver();
  source = samplePackage({ acts: 1, blobs: [randomBytes(150_000)] }, receiver.recipient);
});

const secret = Buffer.from('kalimat yang hanya untuk penerima');
/** Real exports, but for the note of what is under way, which has tests of its own. */
const depsOf = (fs: AtomicFs): ExportDeps => ({
  fs,
  random: systemRandom,
  unfinished: { note: () => ok(null), settle: () => undefined },
});

/** Every way in which something leaves this program, into a folder. */
const ways: Readonly<Record<string, (deps: ExportDeps, folder: string) => Promise<{ ok: boolean; error?: unknown }>>> =
  {
    'one file': (deps, folder) => saveFile(deps, join(folder, 'keluar.pdf'), [secret]),
    'a folder': (deps, folder) => saveFolder(deps, folder, 'dokumen', [{ name: 'satu.pdf', chunks: () => [secret] }]),
    'a package': (deps, folder) => savePackage(deps, { folder, source, partBytes: null }),
    'the only part': (deps, folder) => savePackage(deps, { folder, source, partBytes: 10_000_000 }),
    'several parts': (deps, folder) => savePackage(deps, { folder, source, partBytes: 100_000 }),
    'the command': (deps, folder) =>
      unpackPackage(deps, {
        source: writePackage(source),
        identities: [receiver.identity],
        target: join(folder, 'isi'),
      }),
  };

describe.each(Object.entries(ways))('%s', (_name, save) => {
  it('is saved where a folder or a file cannot be synced', async () => {
    const cases = [
      ...['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EACCES', 'EBADF'].map(
        (errno) => ['folder', errno] as const,
      ),
      ...['EACCES', 'EPERM', 'EISDIR', 'EINVAL'].map((errno) => ['open', errno] as const),
      ...['EINVAL', 'ENOTSUP', 'ENOSYS'].map((errno) => ['file', errno] as const),
    ];
    for (const [what, errno] of cases) {
      const folder = temporaryFolder();
      expect({ what, errno, ok: (await save(depsOf(withoutSync(what, errno)), folder)).ok }).toMatchObject({
        ok: true,
      });
      expect(readdirSync(folder)).toHaveLength(1);
    }
  });

  it('is gone when the disk fails in the end, and no note of it stays', async () => {
    for (const [errno, code] of [
      ['EIO', 'exportFailed'],
      ['ENOSPC', 'diskFull'],
    ]) {
      const folder = temporaryFolder();
      expect(await save(depsOf(withoutSync('folder', errno ?? '')), folder)).toMatchObject({
        ok: false,
        error: { code },
      });
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('is gone when writing fails half-way, and never waits for a disk that takes nothing', async () => {
    const failures: [string, string][] = [
      ...['ENOSPC', 'EDQUOT'].map((errno): [string, string] => [errno, 'diskFull']),
      ...['EIO', 'EFBIG', 'ENODEV', 'ESTALE'].map((errno): [string, string] => [errno, 'exportFailed']),
      ['EROFS', 'folderReadOnly'],
      ['nothing written', 'exportFailed'],
    ];
    for (const [errno, code] of failures) {
      const folder = temporaryFolder();
      const saved = await save(depsOf(fullAfter(10, errno)), folder);
      expect({ errno, saved }).toMatchObject({ saved: { ok: false, error: { code } } });
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('is gone when its bytes cannot be made durable', async () => {
    for (const [errno, code] of [
      ['EIO', 'exportFailed'],
      ['ENOSPC', 'diskFull'],
    ]) {
      const folder = temporaryFolder();
      const saved = await save(depsOf(withoutSync('file', errno ?? '')), folder);
      expect(saved).toMatchObject({ ok: false, error: { code } });
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('says what it could not take back, by its name', async () => {
    // ENOTDIR: what Node answers of a file in a folder from which nothing may be removed.
    for (const errno of ['EBUSY', 'ENOTDIR']) {
      const folder = temporaryFolder();
      const fs = { ...withoutSync('folder', 'EIO'), rm: () => Promise.reject(errnoError(errno)) };
      const left = await save(depsOf(fs), folder);
      expect(left).toMatchObject({ ok: false, error: { code: 'exportLeftBehind' } });
      const { name } = (left.error as { details: { name: string } }).details;
      expect(readdirSync(folder)).toContain(name);
    }
  });

  it('waits two seconds for what another program holds', async () => {
    for (const errno of ['EPERM', 'EBUSY', 'EACCES']) {
      const [soon, never] = [heldFor(1900, errno), heldFor(Number.POSITIVE_INFINITY, errno)];
      const [first, second] = [temporaryFolder(), temporaryFolder()];
      expect((await save(depsOf(soon.fs), first)).ok).toBe(true);
      expect(readdirSync(first)).toHaveLength(1);
      expect(await save(depsOf(never.fs), second)).toMatchObject({ ok: false, error: { code: 'folderReadOnly' } });
      expect(never.waited()).toBe(2000);
      expect(readdirSync(second)).toEqual([]);
    }
  });

  it('does not wait for what no waiting helps', async () => {
    const { fs, waited } = heldFor(Number.POSITIVE_INFINITY, 'ENOSPC');
    expect(await save(depsOf(fs), temporaryFolder())).toMatchObject({ ok: false, error: { code: 'diskFull' } });
    expect(waited()).toBe(0);
  });
});

describe('an export that fails', () => {
  it('leaves alone what others have in its place', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'keluar.pdf'), 'lama');
    mkdirSync(join(folder, 'dokumen'));
    writeFileSync(join(folder, 'dokumen', 'milik-orang'), 'x');
    const { fs } = heldFor(Number.POSITIVE_INFINITY, 'EPERM');
    for (const name of ['one file', 'a folder']) expect((await ways[name]?.(depsOf(fs), folder))?.ok).toBe(false);
    expect((await ways['a folder']?.(depsOf(nodeAtomicFs), folder))?.ok).toBe(false);
    expect(readFileSync(join(folder, 'keluar.pdf'), 'utf8')).toBe('lama');
    expect(readdirSync(join(folder, 'dokumen'))).toEqual(['milik-orang']);
    expect(readdirSync(folder).sort()).toEqual(['dokumen', 'keluar.pdf']);
  });

  it('names nothing that the system takes no name for, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const saved = await saveFile(depsOf(nodeAtomicFs), join(folder, `${'n'.repeat(300)}.pdf`), [secret]);
    expect(saved).toMatchObject({ ok: false, error: { code: 'exportFailed' } });
    const below = await saveFolder(depsOf(nodeAtomicFs), folder, 'n'.repeat(300), [
      { name: 'satu.pdf', chunks: () => [secret] },
    ]);
    expect(below).toMatchObject({ ok: false, error: { code: 'exportFailed' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps the note of what lies there, for a later opening to remove', async () => {
    const [work, folder] = [testWorkspace(), temporaryFolder()];
    const held = { ...heldFor(Number.POSITIVE_INFINITY, 'EPERM').fs, rm: () => Promise.reject(errnoError('EBUSY')) };
    const deps = { fs: held, random: systemRandom, unfinished: unfinishedExportsOf(work) };
    const left = await saveFile(deps, join(folder, 'keluar.pdf'), [secret]);
    expect(left).toMatchObject({ error: { code: 'exportLeftBehind', details: { name: readdirSync(folder)[0] } } });
    expect(removeUnfinishedExports(work.reopen()).ok).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('files of a vault', () => {
  it('are written where folders cannot be synced, and wait for what holds them', async () => {
    const path = join(temporaryFolder(), 'file');
    expect((await writeAtomically(withoutSync('folder', 'EINVAL'), path, secret)).ok).toBe(true);
    expect((await writeAtomically(heldFor(1900, 'EBUSY').fs, path, Buffer.from('baru'))).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('baru');
    const never = heldFor(Number.POSITIVE_INFINITY, 'EACCES');
    expect(await writeAtomically(never.fs, path, secret)).toMatchObject({ error: { code: 'folderReadOnly' } });
    expect(never.waited()).toBe(2000);
    expect(readFileSync(path, 'utf8')).toBe('baru');
  });

  it('take the place of what is there only when they read as they were written', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, 'lama');
    expect(await writeAtomically(readingOtherwise, path, secret)).toMatchObject({ error: { code: 'storageFailed' } });
    expect([readFileSync(path, 'utf8'), readdirSync(dirname(path))]).toEqual(['lama', ['file']]);
  });

  it('are whole or absent in a new vault, also when the disk fails in the end', async () => {
    const parent = temporaryFolder();
    const dir = join(parent, 'Brankas');
    // The folder of the vault itself is the one whose sync fails.
    const open = (async (...args: Parameters<AtomicFs['open']>) =>
      (args[0] === parent ? withoutSync('folder', 'EIO') : nodeAtomicFs).open(...args)) as AtomicFs['open'];
    const input = { dir, passphrase, ...holder, roles: [...holder.roles] };
    const made = await createVault({ ...vaultDeps, fs: { ...nodeAtomicFs, open } }, input);
    expect(made).toMatchObject({ ok: false, error: { code: 'storageFailed' } });
    expect(existsSync(dir)).toBe(false);
    expect(readdirSync(parent)).toEqual([]);
  });
});
