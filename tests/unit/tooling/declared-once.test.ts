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
  const parts = /\.get(UTC|Timezone)?(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Offset)\(/;
  const cuts =
    /toISOString|to(Locale)?(Date|Time)String|toUTCString|(slice|substr|substring)\(0, ?10\)(?!\.map)|split\('T'\)/;
  const cut = new RegExp(`${parts.source}|${cuts.source}|DateTimeFormat\\(`);
  const except = [
    'shared/kernel/date.ts',
    // Dates in PDFs and certificates are in UTC and say so.
    'electron/backend/formats/pdf/write-update.ts',
    'electron/backend/formats/pdf/document-certificate.ts',
    // Words for days and months: of dates, or in the time zone of this computer.
    'renderer/lib/format.ts',
    'renderer/ui/MonthGrid.tsx',
    'electron/backend/desk/recovery-sheet.ts',
  ];
  for (const folder of ['shared', 'electron', 'renderer']) expect(linesWith(folder, cut, except)).toEqual([]);
});
