import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { byBeginning, longest } from '../../fixtures/longest-first.ts';

it('names files that exist', () => {
  const tests = resolve(import.meta.dirname, '../..');
  expect(longest.filter((name) => !existsSync(resolve(tests, name)))).toEqual([]);
});

it('begins with what has a process of its own, then with what takes longest', () => {
  const file = (name: string, isolate: boolean) => ({
    moduleId: `/bilik/tests/${name}`,
    project: { config: { isolate } },
  });
  const files = [
    file('unit/one.test.ts', false),
    file('fault/inputs.test.ts', true),
    file(longest.findLast((name) => !name.startsWith('fault/')) ?? '', false),
    file(longest[0] ?? '', true),
  ];
  const [one, inputs, long, longestOfAll] = files;
  expect(files.toSorted(byBeginning)).toEqual([longestOfAll, inputs, long, one]);
});
