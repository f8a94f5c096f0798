import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');

/** Lines of the sources below a folder that match, as `file: line`. */
const linesWith = (folder: string, pattern: RegExp, except: readonly string[] = []): string[] =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !except.includes(`${folder}/${name}`))
    .flatMap((name) =>
      readFileSync(join(project, folder, name), 'utf8')
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${folder}/${name}: ${line.trim()}`),
    );

test('ids, hashes and years are declared in one file', () => {
  const declared = /regex\(.*0-9a-f|\b(1990|2200)\b/;
  expect(linesWith('shared', declared, ['shared/domain/fields.ts'])).toEqual([]);
  expect(linesWith('electron', declared)).toEqual([]);
  expect(linesWith('renderer', declared)).toEqual([]);
});

test('a field knows its limit from the schema', () => {
  expect(linesWith('renderer', /(maxLength|\bmax)=\{\d/)).toEqual([]);
});

test('a closed list of codes has a name, which facts and forms read', () => {
  expect(linesWith('shared/domain', /z\.enum\(\[/)).toEqual([]);
});

test('days are cut out of instants, read off the clock and counted in one file', () => {
  const cut = /slice\(0, 10\)\)?[;,`]|toISOString\(\)\.(slice|replace)|\.get(UTC)?(FullYear|Month|Date|Day|Hours)\(/;
  // Dates in PDFs and certificates are in UTC and say so.
  const except = [
    'shared/kernel/date.ts',
    'electron/backend/formats/pdf/attach-file.ts',
    'electron/backend/formats/pdf/document-certificate.ts',
  ];
  for (const folder of ['shared', 'electron', 'renderer']) expect(linesWith(folder, cut, except)).toEqual([]);
});
