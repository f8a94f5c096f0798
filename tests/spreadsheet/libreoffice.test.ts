import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCsv, writeCsv } from '../../electron/backend/competence/csv-file.ts';
import { textOf } from '../../electron/backend/competence/csv-text.ts';
import { isChangedNip, readNip } from '../../shared/domain/competence/csv/nip-cell.ts';
import { readRecordRow, recordColumns, writeRecordRow } from '../../shared/domain/competence/csv/record-file.ts';
import { learningInput } from '../fixtures/learning.ts';

const isThere = (() => {
  try {
    return execFileSync('soffice', ['--version']).length > 0;
  } catch {
    return false;
  }
})();
const why = isThere ? '' : ' (skipped: soffice is not installed)';

const folder = mkdtempSync(join(tmpdir(), 'bilik-spreadsheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a file as a table in the ways of a language and saves it again, as people do. */
const throughLibreOffice = (bytes: Uint8Array, language: number): Buffer => {
  const place = mkdtempSync(join(folder, 'run-'));
  const path = join(place, 'kegiatan.csv');
  writeFileSync(path, bytes);
  const run = (from: string, to: string, into: string, ...more: readonly string[]): void => {
    mkdirSync(join(place, into));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const args = [profile, '--headless', ...more, '--convert-to', to, '--outdir', join(place, into), from];
    execFileSync('soffice', args, { stdio: 'ignore' });
  };
  // Semicolons, quotes, UTF-8, from row 1, the language, texts in quotes read like others, dates and numbers found.
  run(path, 'ods', 'ods', `--infilter=Text - txt - csv (StarCalc):59,34,76,1,,${language},false,true`);
  const csv = `csv:Text - txt - csv (StarCalc):59,34,76,1,,${language},false,true,false`;
  run(join(place, 'ods', 'kegiatan.ods'), csv, 'csv');
  return readFileSync(join(place, 'csv', 'kegiatan.csv'));
};

const tableOf = (bytes: Buffer) => {
  const text = textOf(bytes);
  const table = text && parseCsv(text, recordColumns, '');
  if (!table?.ok) throw new Error('the file is not read');
  return table.value;
};

const nip = '199103142015032999';
/** What spreadsheets like to change. */
const texts = [
  ...['007', '0012/2026', '12/2026', '3/4/2026', '26-11-2026', '1-2', '2026-03-04', '1E5', '1,5', '1.000', '10:30'],
  ...['5%', 'Rp500.000', 'Rp500.000,-', '12 Mei 2026', 'Mei 2026', 'Des-26', '1 Apr', 'TRUE', 'benar', '123456789012'],
  ...[
    '=1+1',
    '+62 811',
    '-5',
    '-',
    '--',
    '–',
    '@nama',
    '#REF!',
    '####',
    '1,99103E+17',
    '="0012"',
    "'007",
    "'",
    '12',
    '0',
  ],
  ...[
    "''-",
    'Dasar; lanjutan, "mahir"',
    'biasa',
    'Kelas A;=HYPERLINK("x")',
    '1/2',
    '½',
    '3 2/5',
    '２０２６',
    '(5)',
    '$5',
  ],
];
const rows = texts.map((text) => ({
  nip,
  name: text,
  unitOfWork: text,
  record: learningInput({ title: text, organiser: text, certificateNumber: text, remark: text, amount: 250 }),
}));
const titles = recordColumns.map(({ titles: [title] }) => title);
const languages = [
  ['English (US)', 1033],
  ['Indonesian', 1057],
  ['German', 1031],
] as const;

describe(`LibreOffice${why}`, () => {
  it.skipIf(!isThere).each(languages)('keeps what the app writes, in %s', (_name, language) => {
    const table = tableOf(throughLibreOffice(writeCsv([titles, ...rows.map(writeRecordRow)]), language));
    const read = table.rows.map(({ row, cells }) => {
      const found = readRecordRow({ ...table, order: 'dayFirst' }, cells, row);
      if ('problems' in found) return found.problems;
      const { written: _written, ...said } = found.value;
      return said;
    });
    expect(read).toEqual(rows);
  });

  it.skipIf(!isThere)('destroys an NIP of bare digits, which is told', () => {
    const bare = writeCsv([
      ['NIP', 'Judul'],
      [nip, 'Dasar'],
    ]);
    const [row] = tableOf(throughLibreOffice(bare, 1057)).rows;
    expect(row?.cells[0]).not.toBe(nip);
    expect(isChangedNip(readNip(row?.cells[0] ?? ''))).toBe(true);
  });
});
