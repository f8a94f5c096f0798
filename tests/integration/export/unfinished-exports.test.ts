import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnDatabase } from '../../../electron/backend/attachments/is-own-database.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { meta } from '../../../electron/backend/db/records-schema.ts';
import { type ExportDeps, saveFile } from '../../../electron/backend/export/save-file.ts';
import { saveFolder } from '../../../electron/backend/export/save-folder.ts';
import { removeUnfinishedExports, unfinishedExportsOf } from '../../../electron/backend/export/unfinished-exports.ts';
import { type AtomicFs, nodeAtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { type TestWorkspace, testWorkspace } from '../../fixtures/workspace.ts';

const secret = Buffer.from('kalimat yang hanya untuk penerima');

const depsOf = (work: TestWorkspace, fs: AtomicFs = nodeAtomicFs): ExportDeps => ({
  fs,
  random: systemRandom,
  unfinished: unfinishedExportsOf(work),
});

const notedIn = ({ records }: TestWorkspace): string =>
  records
    .select()
    .from(meta)
    .all()
    .find(({ key }) => key === 'unfinishedExports')?.value ?? '';

/** File calls of a process that ends just before the rename: nothing after it happens. */
const dyingFs: AtomicFs = {
  ...nodeAtomicFs,
  rename: () => Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' })),
  rm: () => Promise.reject(new Error('gone')),
};

describe('an export that is cut off', () => {
  it('leaves a note while it lasts, and none afterwards', async () => {
    const [work, folder] = [testWorkspace(), temporaryFolder()];
    const seen: string[] = [];
    function* chunks() {
      seen.push(notedIn(work));
      yield secret;
    }
    expect((await saveFile(depsOf(work), join(folder, 'keluar.pdf'), chunks())).ok).toBe(true);
    expect(seen[0]).toContain(folder);
    expect(notedIn(work)).toBe('[]');
    const files = [{ name: 'satu.pdf', chunks: () => [secret] }];
    expect((await saveFolder(depsOf(work), folder, 'dokumen', files)).ok).toBe(true);
    expect(notedIn(work)).toBe('[]');
    expect(readdirSync(folder).sort()).toEqual(['dokumen', 'keluar.pdf']);
  });

  it('is cleared away at the next opening, file or folder', async () => {
    const [work, folder] = [testWorkspace(), temporaryFolder()];
    expect((await saveFile(depsOf(work, dyingFs), join(folder, 'keluar.pdf'), [secret])).ok).toBe(false);
    const files = [{ name: 'satu.pdf', chunks: () => [secret] }];
    expect((await saveFolder(depsOf(work, dyingFs), folder, 'dokumen', files)).ok).toBe(false);
    expect(readdirSync(folder)).toHaveLength(2);
    const again = work.reopen();
    expect(removeUnfinishedExports(again).ok).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    expect(notedIn(again)).toBe('[]');
  });

  it('never takes another file with it, and waits for a folder that is not there', () => {
    const [work, folder] = [testWorkspace(), temporaryFolder()];
    const own = join(folder, 'laporan.pdf');
    writeFileSync(own, secret);
    const medium = join(folder, 'medium');
    const left = join(medium, '.bilik-0123456789abcdef.tmp');
    const exports = unfinishedExportsOf(work);
    exports.note(own);
    exports.note(left);
    removeUnfinishedExports(work);
    expect(readFileSync(own).equals(secret)).toBe(true);
    expect(notedIn(work)).toBe(JSON.stringify([left]));
    mkdirSync(medium);
    writeFileSync(left, secret);
    removeUnfinishedExports(work);
    expect(existsSync(left)).toBe(false);
    expect(notedIn(work)).toBe('[]');
    rmSync(medium, { recursive: true });
  });
});

describe('isOwnDatabase', () => {
  it('knows the open databases under any name', () => {
    const work = testWorkspace();
    const other = temporaryFolder();
    symlinkSync(work.dir, join(other, 'pintas'));
    writeFileSync(join(other, 'records.db'), 'x');
    expect(isOwnDatabase(work.dir, join(work.dir, 'records.db'))).toBe(true);
    expect(isOwnDatabase(work.dir, join(other, 'pintas', 'notes.db'))).toBe(true);
    expect(isOwnDatabase(work.dir, join(other, 'records.db'))).toBe(false);
    expect(isOwnDatabase(work.dir, join(other, 'tiada'))).toBe(false);
  });
});
