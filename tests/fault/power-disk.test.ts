import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/database-deps.ts';
import { createDice } from './fuzz/dice.ts';
import { type Change, Disk, type LossKind } from './power/disk.ts';

const root = '/akar';

const change = (op: string, path: string, text = '', offset = 0): Change => ({
  op,
  path: join(root, path),
  offset,
  bytes: Buffer.from(op === 'R' ? join(root, text) : text),
});

/** What lies there after these changes and a loss. */
const after = (changes: readonly Change[], kind: LossKind) => {
  const from = temporaryFolder();
  mkdirSync(join(from, 'isi'));
  writeFileSync(join(from, 'isi/lama'), 'lama');
  const disk = new Disk(from, root);
  for (const one of changes) disk.apply(one);
  const into = join(temporaryFolder(), 'nanti');
  disk.lose(into, kind, createDice('disk'));
  return (path: string) => (existsSync(join(into, path)) ? readFileSync(join(into, path), 'utf8') : null);
};

it('keeps what was synced, and of the rest nothing or all', () => {
  const changes = [change('W', 'isi/lama', 'baru'), change('S', 'isi/lama'), change('W', 'isi/lama', '!', 4)];
  expect(after(changes, 'nothing')('isi/lama')).toBe('baru');
  expect(after(changes, 'all')('isi/lama')).toBe('baru!');
  const cut = [change('T', 'isi/lama', '', 2)];
  expect([after(cut, 'nothing')('isi/lama'), after(cut, 'all')('isi/lama')]).toEqual(['lama', 'la']);
});

it('has a new name once its folder was synced, and its bytes once it was', () => {
  const made = [change('C', 'isi/baru'), change('W', 'isi/baru', 'x'), change('S', 'isi/baru')];
  expect(after(made, 'nothing')('isi/baru')).toBeNull();
  expect(after([...made, change('S', 'isi')], 'nothing')('isi/baru')).toBe('x');
  expect(after([...made.slice(0, 2), change('S', 'isi')], 'nothing')('isi/baru')).toBe('');
});

it('has the old file or the new one after a rename, and the new one for good after a sync of the folder', () => {
  const moved = [
    change('C', 'isi/n'),
    change('W', 'isi/n', 'baru'),
    change('S', 'isi/n'),
    change('R', 'isi/n', 'isi/lama'),
  ];
  expect(after(moved, 'nothing')('isi/lama')).toBe('lama');
  const sure = after([...moved, change('S', 'isi')], 'nothing');
  expect([sure('isi/lama'), sure('isi/n')]).toEqual(['baru', null]);
  const gone = [change('U', 'isi/lama')];
  expect([after(gone, 'nothing')('isi/lama'), after(gone, 'all')('isi/lama')]).toEqual(['lama', null]);
});

it('moves a folder with what is in it', () => {
  const changes = [change('D', 'a'), change('C', 'a/b'), change('W', 'a/b', 'x'), change('R', 'a', 'c')];
  const found = after(changes, 'all');
  expect([found('a/b'), found('c/b')]).toEqual([null, 'x']);
});
