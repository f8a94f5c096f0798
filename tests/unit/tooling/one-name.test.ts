import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const backend = resolve(import.meta.dirname, '../../../electron/backend');
const files = readdirSync(backend, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(backend, path), 'utf8') }));
const filesWith = (pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path.replaceAll('\\', '/'));

test('an open vault with what use cases work with has one name, and one function makes it', () => {
  expect(filesWith(/readonly work: (Pick<)?Workspace/)).toEqual(['vault/unlocked.ts']);
  expect(filesWith(/\bvault\b[^,{}]*,\s*work: workspaceOf\(/)).toEqual(['vault/unlocked.ts']);
});

test('handlers hold no SQL', () => {
  expect(filesWith(/from 'drizzle-orm'/).filter((path) => path.endsWith('handlers.ts'))).toEqual([]);
});

test('the dictionaries of zxcvbn are loaded in one place', () => {
  const others = ['electron', 'renderer'].flatMap((folder) =>
    readdirSync(resolve(backend, '../..', folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .filter((path) => readFileSync(resolve(backend, '../..', folder, path), 'utf8').includes('@zxcvbn-ts/')),
  );
  expect(others).toEqual([]);
});
