import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { WorkbookCell } from '../../electron/backend/formats/xlsx/workbook.ts';
import { workbookChunks } from '../../electron/backend/formats/xlsx/write-workbook.ts';
import { concatBytes } from '../../shared/kernel/bytes.ts';

// A workbook that the app writes, read by programs that are not ours. BILIK_PYTHON names a Python with openpyxl.

const python = process.env.BILIK_PYTHON ?? 'python3';
const isThere = (command: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const hasOpenpyxl = isThere(python, '-c', 'import openpyxl');
const hasLibreOffice = isThere('soffice', '--version');
const without = (is: boolean, what: string): string => (is ? what : `${what} (skipped: it is not installed)`);

const folder = mkdtempSync(join(tmpdir(), 'bilik-workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const texts = [
  '199103142015032999',
  '=1+1',
  '+62 811',
  '0012',
  '1E5',
  'TRUE',
  '<a> & "b"',
  ' di tepi ',
  'Ñandú – 好',
  '12/2026',
];
const text = (written: string): WorkbookCell => ({ is: 'text', text: written });
const rows: readonly (readonly WorkbookCell[])[] = texts.map((one, at) => [
  { is: 'count', value: at + 1 },
  text(one),
  { is: 'day', day: '2026-11-26' },
  { is: 'hundredths', value: 1250 },
]);
const labels = ['No', 'Teks', 'Tanggal', 'JP'];
const path = join(folder, 'daftar.xlsx');
writeFileSync(
  path,
  concatBytes(
    ...workbookChunks({
      title: 'Daftar contoh',
      lines: ['Daftar contoh', 'Tujuan: contoh'],
      columns: labels.map((label) => ({ label, width: 20 })),
      rows,
      mark: 'tanda-v1',
      at: '2026-11-26T04:00:00.000Z',
    }),
  ),
);

/** What openpyxl makes of the file: each cell with its type there, and what is set for the sheet. */
const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.active
cells = [[[c.data_type, c.value.isoformat() if c.is_date else c.value] for c in row] for row in sheet.iter_rows(min_row=3)]
print(json.dumps({'cells': cells, 'frozen': sheet.freeze_panes, 'filter': sheet.auto_filter.ref, 'title': book.properties.title,
  'titles': sheet.print_title_rows, 'width': sheet.column_dimensions['B'].width, 'above': [sheet['A1'].value, sheet['A2'].value],
  'mark': [p.value for p in book.custom_doc_props.props]}))
`;

describe('a workbook', () => {
  it.skipIf(!hasOpenpyxl)(without(hasOpenpyxl, 'is read by openpyxl as it was written'), () => {
    const read = JSON.parse(execFileSync(python, ['-c', script, path], { encoding: 'utf8' }));
    expect(read.cells[0]).toEqual(labels.map((label) => ['s', label]));
    expect(read.cells.slice(1)).toEqual(
      texts.map((one, at) => [
        ['n', at + 1],
        ['s', one],
        ['d', '2026-11-26T00:00:00'],
        ['n', 12.5],
      ]),
    );
    expect(read).toMatchObject({ frozen: 'A4', filter: 'A3:D13', titles: '$3:$3', width: 20, title: 'Daftar contoh' });
    expect([read.above, read.mark]).toEqual([['Daftar contoh', 'Tujuan: contoh'], ['tanda-v1']]);
  });

  it.skipIf(!hasLibreOffice)(without(hasLibreOffice, 'is opened by LibreOffice, texts as texts'), () => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const csv = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1057,false,true,false';
    execFileSync('soffice', [profile, '--headless', '--convert-to', csv, '--outdir', folder, path], {
      stdio: 'ignore',
    });
    const lines = readFileSync(join(folder, 'daftar.csv'), 'utf8').trim().split(/\r?\n/).slice(3);
    expect(lines.map((line) => line.split(';')[1]?.replace(/^"|"$/g, '').replace(/""/g, '"'))).toEqual(texts);
  });
});
