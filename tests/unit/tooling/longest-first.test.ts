import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { longest } from '../../fixtures/longest-first.ts';

it('names files that exist', () => {
  const tests = resolve(import.meta.dirname, '../..');
  expect(longest.filter((name) => !existsSync(resolve(tests, name)))).toEqual([]);
});
