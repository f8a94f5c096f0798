import { isFormula, readCell, writeCell } from '@shared/domain/competence/csv/cells.ts';
import { placeColumns } from '@shared/domain/competence/csv/columns.ts';
import { readRecordRow, recordColumns, writeRecordRow } from '@shared/domain/competence/csv/record-file.ts';
import { readTableRow, tableColumns, writeTableRow } from '@shared/domain/competence/csv/table-file.ts';
import { readAmount, readUnit } from '@shared/domain/competence/csv/units.ts';
import { readHundredths, writeHundredths } from '@shared/domain/competence/csv/values.ts';
import { learningKindTitles } from '@shared/domain/competence/kind-titles.ts';
import { learningKindNames } from '@shared/domain/competence/kinds.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import windowTexts from '../../../../shared/i18n/id/competence.json' with { type: 'json' };
import texts from '../../../../shared/i18n/id/competence-errors.json' with { type: 'json' };
import { conversionRow, learningInput } from '../../../fixtures/learning.ts';

const header = recordColumns.map(({ titles: [title] }) => title);
const order = 'dayFirst';
const layout = { columns: recordColumns, places: placeColumns(recordColumns, header).places, header, order } as const;
const cells = (change: Readonly<Record<number, string>> = {}): string[] => {
  const row = writeRecordRow({ nip: '199103142015032999', name: 'Laras', unitOfWork: 'Data', record: learningInput() });
  return row.map((cell, index) => change[index] ?? cell);
};
const problemsOf = (change: Readonly<Record<number, string>>) => {
  const read = readRecordRow(layout, cells(change), 7);
  return 'problems' in read ? read.problems.map(({ row, column, code }) => [row, column, code]) : [];
};

describe('columns', () => {
  it('are found by their Indonesian or English names, in any order, case aside', () => {
    const { places, problems } = placeColumns(recordColumns, ['kind', 'TITLE', 'from', 'to', 'unit', 'Jumlah', '']);
    expect(problems).toEqual([]);
    expect(places).toMatchObject({ kind: 0, title: 1, amount: 5 });
  });

  it('are found by any of their names in any dress, whatever else the file has', () => {
    const dresses: readonly ((title: string) => string)[] = [
      (title) => title,
      (title) => title.toUpperCase(),
      (title) => title.replaceAll(' ', '_'),
      (title) => title.replaceAll(' ', '\n'),
      (title) => title.replaceAll(' ', '\u00a0 '),
      (title) => [...title].join('\u00ad'),
      (title) => `${title} : `,
      (title) => `*${title}*`,
      (title) => `7. ${title}`,
      (title) => `(7) ${title}`,
      (title) => `${title} (wajib diisi)`,
      (title) => `[${title}]`,
      (title) => `${title}\n[yyyy-mm-dd]`,
    ];
    const dressed = fc.record({
      names: fc.tuple(
        ...recordColumns.map(({ key, titles, also = [] }) =>
          fc.record({ key: fc.constant(key), title: fc.constantFrom(...titles, ...also) }),
        ),
      ),
      dress: fc.array(fc.constantFrom(...dresses), {
        minLength: recordColumns.length,
        maxLength: recordColumns.length,
      }),
      others: fc.uniqueArray(fc.constantFrom('No', 'Jabatan', 'Golongan', 'Tempat', '', '-'), { maxLength: 4 }),
      order: fc.shuffledSubarray([...Array(recordColumns.length + 4).keys()], { minLength: recordColumns.length + 4 }),
    });
    fc.assert(
      fc.property(dressed, ({ names, dress, others, order }) => {
        const known = names.map(({ key, title }, at) => ({
          key: key as string | null,
          cell: dress[at]?.(title) ?? '',
        }));
        const all = [...known, ...others.map((cell) => ({ key: null, cell }))];
        const shuffled = order.flatMap((at) => all[at] ?? []);
        const { places, unknown, problems } = placeColumns(
          recordColumns,
          shuffled.map(({ cell }) => cell),
        );
        expect(problems).toEqual([]);
        for (const [at, { key }] of shuffled.entries()) if (key !== null) expect(places).toMatchObject({ [key]: at });
        expect([...unknown].sort()).toEqual(others.filter((cell) => cell !== '').sort());
      }),
      { numRuns: 500 },
    );
  });

  it('that are missing, unknown or doubled are named', () => {
    const { unknown, problems } = placeColumns(recordColumns, [
      'Jenis',
      'Jenis',
      'Nilai',
      'Mulai',
      'Selesai',
      'Satuan',
      'Jumlah',
    ]);
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['Jenis', 'csvColumnTwice'],
      ['Judul', 'csvColumnMissing'],
    ]);
    expect(unknown).toEqual(['Nilai']);
  });
});

describe('a row', () => {
  it('names its kind and unit in any spelling of the same words', () => {
    const [kind, unit] = [header.indexOf('Jenis'), header.indexOf('Satuan')];
    const code = header.indexOf('Kode SIASN');
    for (const written of [
      'E-LEARNING',
      'E‑learning',
      'E–learning',
      ' e-learning ',
      'E\u2060-learning',
      'Ｅ-learning',
    ]) {
      expect(problemsOf({ [kind]: written })).toEqual([]);
    }
    expect(problemsOf({ [unit]: 'JÁM' })).toEqual([]);
    for (const written of ['Bimtek', 'DIKLAT TEKNIS', 'Bimbingan Teknis (Bimtek)', 'Diklat Sosial-Kultural'])
      expect(problemsOf({ [kind]: written, [code]: '' })).toEqual([]);
    expect(problemsOf({ [kind]: 'E learning' })).toEqual([[7, 'Jenis', 'csvKindUnknown']]);
  });

  it('names its kind by the code of SIASN too, alone or beside a name that agrees', () => {
    const [kind, code] = [header.indexOf('Jenis'), header.indexOf('Kode SIASN')];
    const kindOf = (change: Record<number, string>) => {
      const read = readRecordRow(layout, cells(change), 2);
      return 'value' in read ? read.value.record.kind : read.problems[0]?.code;
    };
    expect(kindOf({ [kind]: '', [code]: '14' })).toBe('coaching');
    expect(kindOf({ [kind]: 'Coaching', [code]: '14' })).toBe('coaching');
    expect(kindOf({ [kind]: 'Coaching', [code]: '' })).toBe('coaching');
    // SIASN has none of its own for a webinar: it stands there as another kind.
    expect(kindOf({ [kind]: 'Webinar', [code]: '9' })).toBe('webinar');
    expect(problemsOf({ [kind]: 'Coaching', [code]: '15' })).toEqual([[7, 'Kode SIASN', 'csvKindOther']]);
    expect(problemsOf({ [kind]: '', [code]: '26' })).toEqual([[7, 'Kode SIASN', 'csvKindUnknown']]);
    expect(problemsOf({ [kind]: '', [code]: '' })).toEqual([[7, 'Jenis', 'csvEmptyCell']]);
    const without = ['Judul', 'Mulai', 'Selesai', 'Jumlah JP', 'jenisDiklatId'];
    expect(placeColumns(recordColumns, without).problems).toEqual([]);
    expect(placeColumns(recordColumns, without.slice(0, -1)).problems.map(({ column }) => column)).toEqual(['Jenis']);
  });

  it('says that it took place abroad, or nothing of it', () => {
    const abroad = header.indexOf('Luar negeri');
    const said = (text: string) => {
      const read = readRecordRow(layout, cells({ [abroad]: text }), 2);
      return 'value' in read ? read.value.record.abroad : read.problems.map(({ column, code }) => [column, code]);
    };
    expect(['ya', 'YA', 'tidak', ''].map(said)).toEqual([true, true, undefined, undefined]);
    expect(said('Jepang')).toEqual([['Luar negeri', 'csvYesNoInvalid']]);
  });

  it('counts hours of 45 minutes and semesters as units of their own', () => {
    const names = ['jam', 'jam 60 menit', 'Jam (45 menit)', 'jam pelajaran', 'Semester'];
    expect(names.map(readUnit)).toEqual(['hours', 'hours', 'lessonHours', 'jp', 'semesters']);
    // Six and three quarters of an hour are no six hours of the clock.
    expect(readAmount('6 jam 45 menit', 'hours')).toBeUndefined();
  });

  it('is read as it is written', () => {
    const read = readRecordRow(layout, cells(), 2);
    expect('value' in read && read.value).toEqual({
      nip: '199103142015032999',
      name: 'Laras',
      unitOfWork: 'Data',
      record: learningInput(),
      written: { from: '2026-03-02', to: '2026-03-04' },
    });
  });

  it('that does not fit is refused, with row and column', () => {
    expect(problemsOf({ 3: 'Konseling' })).toEqual([[7, 'Jenis', 'csvKindUnknown']]);
    expect(problemsOf({ 4: '' })).toEqual([[7, 'Judul', 'csvEmptyCell']]);
    expect(problemsOf({ 6: '31/02/2026', 9: 'enam' })).toEqual([
      [7, 'Mulai', 'csvDateInvalid'],
      [7, 'Jumlah', 'csvNumberInvalid'],
    ]);
    expect(problemsOf({ 6: '2026-03-05' })).toEqual([[7, 'Selesai', 'csvLastBeforeFirst']]);
    expect(problemsOf({ 8: 'minggu' })).toEqual([[7, 'Satuan', 'csvUnitUnknown']]);
  });

  it('with a formula is refused', () => {
    for (const formula of ["=cmd|'/C calc'!A0", '+1+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', '  =cmd', '＝cmd']) {
      expect(problemsOf({ 4: formula })).toEqual([[7, 'Judul', 'csvFormula']]);
    }
    expect(problemsOf({ 9: '-6' })).toEqual([[7, 'Jumlah', 'csvNumberInvalid']]);
  });

  it('with a list, a telephone number or a hashtag is read: no spreadsheet runs them', () => {
    for (const text of [
      '- hadir penuh (daring)',
      '+ Dasar kerja',
      '- hadir\n- tugas',
      '+62 812-0000-0000',
      '#BanggaMelayani',
    ])
      expect(problemsOf({ 4: text })).toEqual([]);
    for (const formula of [
      '- SUM(A1)',
      '- A1',
      '- hadir\n=1',
      "- cmd|'/C calc'!A0",
      '- x=1',
      '+1-2',
      '- HYPERLINK ("x")',
    ])
      expect(problemsOf({ 4: formula })).toEqual([[7, 'Judul', 'csvFormula']]);
    expect(problemsOf({ 4: '#NAMA?' })).toEqual([[7, 'Judul', 'csvCellBroken']]);
  });

  it('with something under no column is refused, so that nothing is cut off', () => {
    const read = readRecordRow(layout, [...cells(), '', 'sisa'], 7);
    expect('problems' in read && read.problems).toEqual([
      { row: 7, column: '', code: 'csvCellWithoutColumn', value: 'sisa' },
    ]);
    expect('value' in readRecordRow(layout, [...cells(), '', ' '], 7)).toBe(true);
  });

  it('is read with the apostrophe that keeps the digits of an NIP', () => {
    const read = readRecordRow(layout, cells({ 0: "'199103142015032999" }), 7);
    expect('value' in read && read.value.nip).toBe('199103142015032999');
  });

  it('with a day outside the years of the ledger is refused', () => {
    expect(problemsOf({ 6: '0001-01-01', 7: '2201-01-01' })).toEqual([
      [7, 'Mulai', 'csvDateInvalid'],
      [7, 'Selesai', 'csvDateInvalid'],
    ]);
  });

  it('has a text for every problem in the table', () => {
    const known = Object.keys(texts.csvProblem);
    for (const code of ['csvKindUnknown', 'csvEmptyCell', 'csvFormula', 'csvDateInvalid'])
      expect(known).toContain(code);
  });
});

describe('cells', () => {
  it('never begin a formula when written, and are read back as they were', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom('=a', "'=a", "''+b", '-5', '@x', '\r=', ' =a', "' =a", '＝a', '-', '–', "'—", 'biasa'),
        ),
        (text) => {
          expect(isFormula(writeCell(text))).toBe(false);
          expect(readCell(writeCell(text))).toBe(text);
        },
      ),
    );
  });

  // A spreadsheet that takes another separator ends the cell in its midst, and heeds no quote that is not at its
  // beginning.
  it('never begin a formula behind any sign that a spreadsheet may separate by, and are read back as they were', () => {
    const signs = fc.constantFrom(',', ';', '\t', '\n', '\r', '=', '+', '-', '@', '＝', "'", '"', ' ', 'a', '1');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const written = writeCell(text);
        const cells = written.split(/[,;\t\r\n]/).map((cell) => cell.replace(/^["\s]+/, ''));
        expect(cells.slice(1).filter((cell) => /^([=@＝＠]|[+\-＋－]\s*\S)/.test(cell))).toEqual([]);
        expect(readCell(written)).toBe(text);
      }),
      { numRuns: 2000 },
    );
    expect(writeCell('Biaya Rp500.000,-')).toBe('Biaya Rp500.000,-');
    expect(writeCell('Kelas A;=HYPERLINK("x")')).toBe('Kelas A;\'=HYPERLINK("x")');
  });
});

describe('values', () => {
  it('are numbers with a comma or a point', () => {
    expect(['2,5', '2.50', '12', '2,555', '-1', '1.000,5', ''].map(readHundredths)).toEqual([
      250,
      250,
      1200,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    fc.assert(
      fc.property(fc.nat(1_000_000), (value) => {
        expect(readHundredths(writeHundredths(value))).toBe(value);
      }),
    );
  });

  it('are numbers in wide digits, behind an apostrophe, and with the unit of their row', () => {
    expect(['４', '２,５', "'4", '’2.5', ' 4 ', "''4", '٤'].map(readHundredths)).toEqual([
      ...[400, 250, 400, 250, 400],
      ...[undefined, undefined],
    ]);
    const amounts = ['4', '4 JP', '4jp', '4,5 Jam Pelajaran', '4 jam', '4 hari', 'JP', '4 JP 5', 'empat'];
    expect(amounts.map((text) => readAmount(text, 'jp'))).toEqual([
      ...[400, 400, 400, 450],
      ...Array(5).fill(undefined),
    ]);
    expect([readAmount('4 jam', 'hours'), readAmount('4 JP', 'hours'), readAmount('4', undefined)]).toEqual([
      ...[400, undefined, 400],
    ]);
  });

  it.each([
    ['jp', ['JP', 'J.P.', 'Jpl', 'jam pelajaran', 'Jam Pelajaran (JP)', 'JP (Jam Pelatihan)', 'JAM  PELATIHAN']],
    ['hours', ['jam', 'Jam', 'hours', 'hour']],
    ['days', ['hari', 'day']],
    ['sessions', ['Sesi', 'session']],
    ['activity', ['kegiatan']],
    [undefined, ['', 'jam kerja', 'menit', 'pelajaran', 'JPX', 'jam jp']],
  ])('name the unit %s as offices do', (unit, names) => {
    for (const name of names) expect({ name, unit: readUnit(name) }).toEqual({ name, unit });
  });

  it('name every kind in words of their own', () => {
    expect(new Set(Object.values(learningKindTitles)).size).toBe(learningKindNames.length);
  });
});

describe('a row of the conversion table', () => {
  const tableHeader = tableColumns.map(({ titles: [title] }) => title);
  const tableLayout = {
    columns: tableColumns,
    places: placeColumns(tableColumns, tableHeader).places,
    header: tableHeader,
  };

  it('is read as it is written, and refused where it does not fit', () => {
    const old = conversionRow({ yearlyMaximum: 1250, evidenceRequired: true });
    const limits = { dailyMaximum: 300, dailyMaximumAbroad: 400, monthlyMaximum: 800 };
    for (const row of [old, conversionRow({ unit: 'semesters', jpPerUnitAbroad: 120, ...limits })]) {
      const read = readTableRow(tableLayout, writeTableRow(row), 2);
      // To the key: a table of before has none of those that came later.
      expect('value' in read && read.value).toStrictEqual(row);
    }
    const cells = ['E-learning', 'jam', 'satu', 'dua', '', '', '-1', '', 'mungkin', ''];
    const read = readTableRow(tableLayout, cells, 3);
    expect('problems' in read && read.problems.map(({ column, code }) => [column, code])).toEqual([
      ['JP per satuan', 'csvNumberInvalid'],
      ['JP per satuan luar negeri', 'csvNumberInvalid'],
      ['Maksimum per bulan', 'csvNumberInvalid'],
      ['Bukti wajib', 'csvYesNoInvalid'],
      ['Dasar', 'csvEmptyCell'],
    ]);
  });
});

test('the window and files name a kind alike', () => {
  expect(windowTexts.competence.kind).toEqual(learningKindTitles);
});
