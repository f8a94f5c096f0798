import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contract } from '@shared/contract/index.ts';
import { mergeTexts, type TextTree, textPaths } from '@shared/i18n/index.ts';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');
const folder = join(project, 'shared/i18n/id');

const areas = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as TextTree);
const texts = mergeTexts(areas);
const known = new Set(textPaths(texts).map((path) => path.replace(/_(one|other)$/, '')));

/** Dotted words between quotes whose first part is an area of texts: what a screen asks for by name. */
const namedKeys = (source: string): string[] =>
  [...source.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)]
    .map(([, key]) => key ?? '')
    .filter((key) => (key.split('.', 1)[0] ?? '') in texts && !(key in contract));

test('every text that a screen names is there', () => {
  const files = readdirSync(join(project, 'renderer'), { recursive: true, encoding: 'utf8' });
  const missing = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      namedKeys(readFileSync(join(project, 'renderer', file), 'utf8'))
        .filter((key) => !known.has(key))
        .map((key) => `${file}: ${key}`),
    );
  expect(missing).toEqual([]);
});
