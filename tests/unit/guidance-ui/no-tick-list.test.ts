import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const folder = resolve(import.meta.dirname, '../../../renderer/features/guidance/file');
const sourceOf = (file: string): string => readFileSync(resolve(folder, file), 'utf8');

/** A part of a file from its declaration to the end of its function. */
const partOf = (source: string, name: string): string =>
  source.match(new RegExp(`const ${name} = .*?\\n};\\n`, 's'))?.[0] ?? '';

it.each([
  ['HelpPart', sourceOf('HelpPart.tsx'), 'barrierLines'],
  ['Principles', partOf(sourceOf('PlanPart.tsx'), 'Principles'), 'mentoringPrinciples'],
])('%s is help to read: nothing in it is ticked, chosen or counted', (_name, source, shown) => {
  expect(source).toContain(shown);
  expect(source.match(/Checkbox|Radio|Switch|Chip|FormFields|<input|onChange|useState|\.length/g)).toBeNull();
});
