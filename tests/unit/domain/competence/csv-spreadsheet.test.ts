import { isFormula, isNothing, readCell, writeCell } from '@shared/domain/competence/csv/cells.ts';
import { placeColumns } from '@shared/domain/competence/csv/columns.ts';
import { type NumberedRow, rowsLeftOut } from '@shared/domain/competence/csv/left-out.ts';
import { isChangedNip, readNip } from '@shared/domain/competence/csv/nip-cell.ts';
import { recordColumns } from '@shared/domain/competence/csv/record-file.ts';
import { describe, expect, it } from 'vitest';

describe('a text that a spreadsheet would change', () => {
  it.each([
    ...['199103142015032999', '123456789012', '007', '0012/2026', '12/2026', '3/4/2026', '1-2', '2026-03-04', '1E5'],
    ...[
      '1,5',
      '1.000',
      '10:30',
      '5%',
      'Rp500.000',
      'Rp500.000,-',
      '12 Mei 2026',
      'Mei 2026',
      'Des-26',
      'SEP 1',
      '1 Apr',
      'TRUE',
    ],
    ...['benar', '#REF!', '####', '1,99103E+17', ' 12'],
  ])('stands behind an apostrophe, and is read back: %s', (text) => {
    expect(writeCell(text)).toBe(`'${text}`);
    expect(readCell(`'${text}`)).toBe(text);
    expect(readCell(writeCell(`'${text}`))).toBe(`'${text}`);
  });

  it.each([
    '12',
    '0',
    '-5',
    '2026',
    'Kelas 1',
    'B-12/2026',
    '12/SK/2026',
    'Maret',
    'Biaya Rp500.000,-',
    "'90-an",
    'e',
    '',
  ])('and one that comes back by itself does not: %s', (text) => {
    expect(writeCell(text)).toBe(text);
    expect(readCell(text)).toBe(text);
  });

  it('is read where another program keeps it by a formula that gives its own text, and no other formula is', () => {
    expect([isFormula('="0012"'), readCell('="0012"')]).toEqual([false, '0012']);
    for (const formula of ['="=cmd"', '="a"&A1', '=0012', "=cmd|'/C calc'!A0"]) expect(isFormula(formula)).toBe(true);
  });
});

describe('a dash for nothing', () => {
  it.each('- ‐ ‑ ‒ – — ― − ﹣ － ⁃ ⁻ ₋ ➖ ⎯ ─ ━ -- –/– (-) [–] "-" “—” -;- -:- -. |-|'.split(' '))(
    'is none of a text, and no formula: %s',
    (text) => {
      expect([isNothing(text), isFormula(text), readCell(writeCell(text))]).toEqual([true, false, text]);
      expect(isNothing(writeCell(text))).toBe(false);
    },
  );

  it.each(['-a', '(-1)', '-5', '"', '( )', "'-", '-=', '-@', '- "x"'])(
    'is something with more beside it: %s',
    (text) => {
      expect(isNothing(text)).toBe(false);
    },
  );
});

describe('an NIP', () => {
  it.each([
    ['1991 0314 2015 03 2999', '199103142015032999'],
    ['19910314 201503 2 999', '199103142015032999'],
    ['19910314.201503.2.999', '199103142015032999'],
    ['NIP. 199103142015032999', '199103142015032999'],
    ["'199103142015032999", '199103142015032999'],
    ['199\u200b103142015032999', '199103142015032999'],
    ['199.103.142.015.032.000,00', '199103142015032000'],
    ['19910314/201503/2/999', '199103142015032999'],
    ['“19910314–201503–2–999”', '199103142015032999'],
    ['N.I.P. : 199103142015032999', '199103142015032999'],
    ['NI PPPK 199103142015032999', '199103142015032999'],
    ['NIPPPK199103142015032999', '199103142015032999'],
    ['１９９１０３１４２０１５０３２９９９', '199103142015032999'],
    ['`199103142015032999', '199103142015032999'],
    ['\u02bc199103142015032999', '199103142015032999'],
    ['+199103142015032999', '199103142015032999'],
    ['NIP Baru: 199103142015032999', '199103142015032999'],
    ['Nomor Induk Pegawai 19910314 201503 2 999', '199103142015032999'],
    ['19910314 201503 2 999 (PNS)', '199103142015032999'],
    ['199103142015032999, III/a', '199103142015032999'],
    ['NIP. -', ''],
    ['n.i.p', ''],
    ['tidak ada', ''],
    ['0', ''],
  ])('is read without what groups its digits: %s', (text, nip) => {
    expect(readNip(text)).toBe(nip);
  });

  it.each([
    '1,99103E+17',
    '1.99103E+17',
    '1.99103142015033E+017',
    '1,991e+17',
    '2E+17',
    '1,99103e17',
    '1.99103 E+17',
    '1,99103×10^17',
    '199103142015032000',
    '19.9103142015033E+16',
    '199103142015032E3',
    '1.99103142015E+0017',
    '1 99103E+17',
    '’1,99103E+17',
    '\u02bc1,99103E+17',
    '1,99103\u0415+17',
    '1,99103 x 10¹⁷',
    '1,99103·10^17',
    '1,99103e+17,',
  ])('that a spreadsheet changed is told: %s', (text) => {
    expect(isChangedNip(readNip(text))).toBe(true);
  });

  it('that is only unknown or mistyped is not', () => {
    for (const nip of ['199103142015032998', '19910314201503299', '1991031420150320001', '19910314201503299E'])
      expect(isChangedNip(nip)).toBe(false);
  });
});

const header = ['NIP', 'Jenis', 'Judul', 'Mulai', 'Selesai', 'Satuan', 'Jumlah'];
const { places } = placeColumns(recordColumns, header);
const record = ['1', 'Kursus', 'Jumlah', '2026-01-02', '2026-01-02', 'JP', '4'];
const leftOut = (...rows: readonly (readonly string[])[]): number[] =>
  rowsLeftOut(
    recordColumns,
    places,
    header,
    rows.map((cells, index): NumberedRow => ({ row: index + 2, cells })),
  ).map(({ row }) => row);

describe('rows that are no records', () => {
  it.each([
    ['Jumlah', '', '', '', '', '', '120'],
    ['', 'TOTAL', '', '', '', '', '12,5'],
    ['', '', 'Jumlah JP', '', '', 'JP', '120'],
    ['', '', 'Total:', '-', '-', '', ''],
    ['13', '', 'Jumlah keseluruhan', '', '', '', '120 JP'],
    ['Grand Total', '', '', '', '', '', '=SUM(G2:G9)'],
    ['Jumlah: 120 JP'],
    ['Sub-total', '', '', '', '', '', '1.200,50'],
    ['Rata-rata', '', '', '', '', '', '4,5'],
    ['Jml.', '', '', '', '', '', '4'],
    ['Total (JP)', '', '', '', '', '', '4'],
    ['Jumlah JP Tahun 2026', '', '', '', '', '', '4'],
    ['Jumlah JP Laras Peraga', '', '', '', '', '', '12'],
    ['Sub Total Bagian Umum', '', '', '', '', 'JP', '4'],
    ['', '', 'Total 12 kegiatan', '', '', '', '48 JP'],
  ])('are sums, wherever they stand: %s %s %s', (...cells) => {
    expect(leftOut(record, cells, record)).toEqual([3]);
    expect(leftOut(record, cells)).toEqual([3]);
  });

  it('are numbers of the columns right below the header', () => {
    expect(leftOut(['1', '2', '3', '4', '5', '6', '7'], record)).toEqual([2]);
    expect(leftOut(['a', 'b', 'c', 'd', 'e', 'f', 'g'], record)).toEqual([2]);
    expect(leftOut(['1.', '2.', '3.', '4.'], record)).toEqual([2]);
    expect(leftOut(['(1)', '(2)', '(3)'], record)).toEqual([2]);
    expect(leftOut(record, ['1', '2', '3', '4', '5', '6', '7'])).toEqual([]);
  });

  it('are notes below the last record, with nothing that a record needs', () => {
    expect(leftOut(record, ['Catatan: disusun per unit'], ['19910314'])).toEqual([3, 4]);
  });

  it('are lines alone in the midst that name what follows, and no number of somebody', () => {
    expect(leftOut(['A. BAGIAN UMUM'], record, ['', '', '', '', '', '', ''], ['B. Bagian Data'], record)).toEqual([
      2, 5,
    ]);
    expect(leftOut(record, ['199103142015032999'], record)).toEqual([]);
    expect(leftOut(record, ['1', 'Kursus'], record)).toEqual([]);
  });

  it('are none that say what a record says, however short or named', () => {
    expect(leftOut(record, ['', 'Kursus', 'Total', '', '', '', ''], record)).toEqual([]);
    expect(leftOut(record, ['', '', 'Judul tanpa jenis', '', '', '', ''])).toEqual([]);
    expect(leftOut(record, ['', '', 'Jumlah penduduk', '', '', '', '4'])).toEqual([]);
    expect(leftOut(record, ['Laras Peraga', 'Kursus', '', '', '', '', '4'], record)).toEqual([]);
    expect(leftOut(record, ['Laras Peraga', '', '', '', '', '', '4'], record)).toEqual([]);
  });
});
