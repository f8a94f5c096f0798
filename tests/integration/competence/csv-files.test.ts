import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpVault } from '../../fixtures/dump.ts';
import { conversion, learningInput } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';
import { setting } from './csv-setting.ts';

const header = 'NIP;Jenis;Judul;Mulai;Selesai;Satuan;Jumlah';
const row = (nip: string, rest: string): string => `${nip};${rest}`;
const { nip } = people.employee;

describe('a file of learning records', () => {
  it('comes in with a byte order mark, semicolons and Windows line ends', async () => {
    const { calls, personId, load } = await setting();
    const text = `\uFEFF${header}\r\n${row(nip, 'E-learning;"Data; dasar";02/03/2026;14/03/2026;jam;2,5')}\r\n`;
    expect(await load(text)).toMatchObject({ accepted: 1, known: 0, stored: true });
    const { records } = await calls.get('competence.employee', { personId });
    expect(records[0]).toMatchObject({ title: 'Data; dasar', from: '2026-03-02', amount: 250, origin: 'csv' });
  });

  it('comes in with commas, English names, or by name and unit', async () => {
    const { load } = await setting();
    const text = `Name,Work unit,Kind,Title,From,To,Unit,Amount\nlaras peraga ningtyas,${people.employee.unit},eLearning,Data,2026-03-02,2026-03-04,hours,2.50\n`;
    expect(await load(text)).toMatchObject({ accepted: 1, stored: true });
  });

  const titled = row(nip, 'Kursus;Dasar, lanjutan, mahir;2026-01-02;2026-01-02;JP;4');
  const quoted = (sign: string): string =>
    [header, titled]
      .map((line) =>
        line
          .split(';')
          .map((cell) => `"${cell}"`)
          .join(sign),
      )
      .join('\r\n');
  it.each<[string, string | Uint8Array]>([
    ['titles with commas between semicolons', `${header}\n${titled}\n`],
    ['the sign named in a line of its own', `sep=;\n${header}\n${titled}\n`],
    ['a title and an empty row above the header', `Rekap, Januari, 2026\n\n${header}\n${titled}\n`],
    ['tabs, and commas in the cells', `${header}\n${titled}\n`.replaceAll(';', '\t')],
    ['bars', `${header}\n${titled}\n`.replaceAll(';', '|')],
    ['UTF-16, as a spreadsheet saves "Unicode text"', Buffer.from(`\uFEFF${header}\n${titled}\n`, 'utf16le')],
    ['UTF-16 in the other order', Buffer.from(`\uFEFF${header}\n${titled}\n`, 'utf16le').swap16()],
    ['dashes for nothing', `${header};Nomor sertifikat;Penyelenggara\n${titled};-;–\n`],
    ['signs of no width in the number', `${header}\n${titled.replace(nip, [...nip].join('\u200b'))}\n`],
    ['the unit in full, and behind the amount', `${header}\n${titled.replace('JP;4', 'Jam Pelajaran (JP);4 JP')}\n`],
    ['an apostrophe before each number', `${header}\n'${titled.replace(';4', ";'4").replaceAll('2026-', "'2026-")}\n`],
    ['wide digits', `${header}\n${titled.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))}\n`],
    ['another name for NIP', `${header.replace('NIP', 'NIP Baru')}\n${titled}\n`],
    ['a mark of direction before a column', `\u200e${header}\n${titled}\n`],
    ['two dashes for nothing', `${header};Nomor sertifikat;Penyelenggara\n${titled};--;—\n`],
    ['dashes in a row, and between commas', `${header};Nomor sertifikat;Penyelenggara\n${titled};- - - -;-,-\n`],
    ['a named sign, its line ended otherwise', `\uFEFF\uFEFFsep=;\r\n${header}\n${titled}\n`],
    ['line ends of two kinds', `${header}\r\n${titled}\n;;;;;;\r\n`],
    ['each return doubled', `${header}\r\r\n${titled}\r\r\n`],
    ['returns alone, and a line feed in a cell', `"NIP\n";${header.slice(4)}\r${titled}\r`],
    ['each row as one cell', `"${header}"\n"${titled.replace('Dasar, lanjutan, mahir', '""$&""')}"\n`],
    ['those rows as one cell that have a comma', `${header}\r\n"${titled}"\r\n`],
    ['a header of two rows', `NIP;Jenis;Judul;Tanggal;;Satuan;Jumlah\n;;;Mulai;Selesai;;\n${titled}\n`],
    ['signs in the titles', `N.I.P. :;Jenis *;Judul*;"Tanggal\nmulai";Tgl. Selesai;[Satuan];Jumlah\u00a0\n${titled}\n`],
    ['signs in the number', `${header}\n${titled.replace(nip, `‘N.I.P. : ${nip.slice(0, 8)}–${nip.slice(8)}’`)}\n`],
    ['quotes with spaces around', quoted(' ; ')],
    ['quotes behind a comma and a space', quoted(', ')],
    ['line ends of three kinds', `${header}\r${titled}\r\n"";;;;;;\n`],
    ['a mark of byte order that became letters', `ï»¿${header}\n${titled}\n`],
    ['an end of file of old programs', `${header}\n${titled}\n\x1a`],
    [
      'many rows above the header',
      `${Array.from({ length: 30 }, (_, at) => `Saringan ${at};;`).join('\n')}\n${header}\n${titled}\n`,
    ],
    [
      'what offices write over the columns',
      `NIP Pegawai;Jenis Diklat;Nama Diklat;Tgl. Awal;Tgl. Akhir;Satuan;Jml\n${titled}\n`,
    ],
    [
      'units and forms in the titles',
      `NIP (18 digit);Jenis (wajib);Judul;Mulai [yyyy-mm-dd];Selesai;Satuan;Jumlah (JP)\n${titled}\n`,
    ],
    [
      'numbered titles, and the unit in the last',
      `1. NIP;2. Jenis;3. Judul;4. Mulai;5. Selesai;6. Jumlah JP\n${titled.replace(';JP', '')}\n`,
    ],
    [
      'line breaks in the titles',
      `NIP;"Jenis\nKegiatan";"Nama\nPelatihan";Dari;Sampai;Satuan;"Jumlah\nJP"\n${titled}\n`,
    ],
    [
      'the columns of a staff register',
      `NIP_BARU;JENIS_DIKLAT;NAMA_DIKLAT;TGL_MULAI;TGL_SELESAI;DURASI (JP)\n${titled.replace(';JP', '')}\n`,
    ],
    ['the amount said again in words', `${header}\n${titled.replace(/;4$/, ';4 (empat) JP')}\n`],
    [
      'days with weekday, place of the month and hour',
      `${header}\n${titled.replace(/2026-01-02;/, 'Jum`at/ 2–I–2026 pukul 08.00 WIB;')}\n`,
    ],
  ])('comes in with %s', async (_what, content) => {
    const { calls, personId, load } = await setting();
    expect(await load(content)).toMatchObject({ accepted: 1, stored: true, problems: [] });
    const { records } = await calls.get('competence.employee', { personId });
    expect(records[0]).toMatchObject({ title: 'Dasar, lanjutan, mahir', certificateNumber: '', organiser: '' });
  });

  it.each([
    ['the header again', `${header}\n${titled}\n\uFEFF${header}\n`, [3]],
    [
      'a place, a day and who signs',
      `${header}\n${titled}\n;;;;Contoh, 2 Januari 2026;;\n;;;;Kepala;;NIP ${nip}\n`,
      [3, 4],
    ],
  ])('leaves %s behind where that is agreed to', async (_what, content, rows) => {
    const { load } = await setting();
    const { accepted, problems, leftOut } = await load(content, false);
    expect({ accepted, problems, rows: leftOut.rows.map(({ row: at }) => at) }).toEqual({
      accepted: 1,
      problems: [],
      rows,
    });
  });

  it('is left open where two columns name one thing equally, or two units are named for one amount', async () => {
    const { load } = await setting();
    const codes = async (titles: string, cells: string) =>
      (await load(`${titles}\n${cells}\n`, false)).problems.map(({ column, code }) => `${column} ${code}`);
    const twice = header.replace('Judul', 'Nama Kegiatan;Nama Diklat');
    expect(await codes(twice, titled.replace('mahir', 'mahir;B'))).toEqual(['Nama Diklat csvColumnTwice']);
    expect(await codes(header.replace('Jumlah', 'Jumlah (hari)'), titled)).toEqual(['Jumlah (hari) csvUnitOther']);
    const hours = header.replace('Satuan;Jumlah', 'Jumlah (jam)');
    expect(await codes(hours, titled.replace(';JP', ''))).toEqual(['Satuan csvColumnMissing']);
    const nearer = await load(`${header};Nama Kegiatan\n${titled};Lain\n`, false);
    expect([nearer.accepted, nearer.leftOut.columns]).toEqual([1, ['Nama Kegiatan']]);
  });

  it('is told by its kind where a system of reports or a spreadsheet of 2003 gave it another name', async () => {
    const { calls, choose } = await setting();
    const code = async (content: string | Uint8Array) =>
      calls.code('competence.importRecords', { fileToken: await choose(content), dayOrder: null, store: null });
    expect(await code('\uFEFF\r\n<TABLE border=1><tr><td>NIP</td></tr></TABLE>')).toBe('csvWorkbook');
    expect(await code(Buffer.from('\uFEFF<?xml version="1.0"?><Workbook/>', 'utf16le'))).toBe('csvWorkbook');
    for (const table of ['MIME-Version: 1.0\r\nX: y', 'ID;PWXL;N;E\nC;Y1;X1;K"NIP"', 'TABLE\r\n0,1\r\n"EXCEL"'])
      expect(await code(table)).toBe('csvWorkbook');
    expect(await code('%PDF-1.7\nNIP;Jenis;Judul')).toBe('csvNotText');
  });

  it('whose numbers a program kept as numbers says so', async () => {
    const { load } = await setting();
    for (const kept of [BigInt(Number(nip)).toString(), '1,99103e17', '1.99103E17', '1,99103×10^17']) {
      const { problems } = await load(`${header}\n${titled.replace(nip, kept)}\n`);
      expect(problems.map(({ code }) => code)).toEqual(['csvNipChanged']);
    }
  });

  it('names a row as the file counts it, also below a title', async () => {
    const { load } = await setting();
    const bad = row(nip, 'Kursus;A;2026-13-02;2026-01-02;JP;4');
    const { problems } = await load(`Rekap\n\n${header}\n${bad}\n`);
    expect(problems.map((problem) => problem.row)).toEqual([4]);
  });

  it('whatever the app writes is read again, and what was withdrawn may come in anew', async () => {
    const typed = (signs: string) => fc.string({ unit: fc.constantFrom(...signs), maxLength: 8 });
    const line = typed('ab,;\t|-–=+@\'" .0').map((text) => text.trim());
    const record = fc.record({
      title: line.filter((text) => text !== ''),
      organiser: line,
      certificateNumber: line,
      remark: typed('ab,;-–=\'"\n').map((text) => text.trim()),
    });
    const records = fc.uniqueArray(record, { minLength: 1, maxLength: 6, selector: ({ title }) => title });
    await fc.assert(
      fc.asyncProperty(records, async (all) => {
        const { calls, personId, load, written } = await setting();
        for (const one of all)
          await calls.get('competence.saveRecord', {
            ...{ personId, recordId: null, revision: 0, guidanceHash: null },
            record: learningInput(one),
          });
        await calls.get('competence.exportCsv', { what: 'records', year: 2026 });
        const file = written();
        expect(await load(file)).toMatchObject({ accepted: 0, known: all.length, problems: [] });
        const kept = await calls.get('competence.employee', { personId });
        for (const { recordId } of kept.records)
          await calls.get('competence.withdrawRecord', { recordId, reason: 'Keliru.' });
        expect(await load(file)).toMatchObject({ accepted: all.length, known: 0, problems: [] });
        const anew = (await calls.get('competence.employee', { personId })).records.filter(
          ({ withdrawn }) => withdrawn === null,
        );
        const told = ({ title, organiser, certificateNumber, remark }: (typeof all)[number]) =>
          JSON.stringify([title, organiser, certificateNumber, remark]);
        expect(anew.map(told).sort()).toEqual(all.map(told).sort());
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    { certificateNumber: '-' },
    { organiser: '–' },
    { title: '-' },
    { remark: '--' },
    { title: "'–" },
    { title: "''-" },
    { organiser: '－' },
  ])('is known again where a dash stands in what was typed: %o', async (typed) => {
    const { calls, personId, load, written } = await setting();
    const record = learningInput(typed);
    await calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    await calls.get('competence.exportCsv', { what: 'records', year: 2026 });
    expect(await load(written())).toMatchObject({ accepted: 0, known: 1, problems: [] });
  });

  it('is known too where another version wrote the dash bare', async () => {
    const { calls, personId, load, written } = await setting();
    const record = learningInput({ organiser: '–', certificateNumber: '—' });
    await calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    await calls.get('competence.exportCsv', { what: 'records', year: 2026 });
    const bare = written().replace(/'(?=[–—])/g, '');
    expect(await load(bare)).toMatchObject({ accepted: 0, known: 1, problems: [] });
  });

  it('is only looked at when asked so, and stored once', async () => {
    const { vault, load } = await setting();
    const text = `${header}\n${row(nip, 'Kursus;A;2026-01-02;2026-01-02;JP;4')}\n${row(nip, 'Kursus;A;2026-01-02;2026-01-02;JP;4')}\n`;
    const before = dumpVault(vault);
    expect(await load(text, false)).toMatchObject({ accepted: 1, known: 1, stored: false });
    expect(dumpVault(vault)).toBe(before);
    expect(await load(text)).toMatchObject({ accepted: 1, stored: true });
    expect(await load(text)).toMatchObject({ accepted: 0, known: 2, stored: false });
  });

  it('with anything wrong is refused whole, every problem with row and column', async () => {
    const { vault, load } = await setting();
    const before = dumpVault(vault);
    const lines = [
      row(nip, 'E-learning;Baik;2026-03-02;2026-03-04;jam;6'),
      row(nip, "E-learning;=cmd|'/C calc'!A0;2026-03-02;2026-03-04;jam;6"),
      '',
      row('199001012015031001', 'E-learning;Asing;2026-03-02;2026-03-04;jam;6'),
      row(nip, 'Konseling;Data;2026-03-02;2026-02-30;jam;enam'),
    ];
    const outcome = await load([header, ...lines].join('\n'));
    expect(outcome).toMatchObject({ accepted: 0, stored: false, problemCount: 5 });
    expect(outcome.problems.map(({ row: line, column, code }) => [line, column, code])).toEqual([
      [3, 'Judul', 'csvFormula'],
      [5, 'NIP', 'csvPersonUnknown'],
      [6, 'Jenis', 'csvKindUnknown'],
      [6, 'Selesai', 'csvDateInvalid'],
      [6, 'Jumlah', 'csvNumberInvalid'],
    ]);
    expect(dumpVault(vault)).toBe(before);
  });

  it('with wrong columns is refused by their names', async () => {
    const { load } = await setting();
    const outcome = await load('NIP;Jenis;Nilai\n1;2;3\n');
    expect(outcome.leftOut.columns).toEqual(['Nilai']);
    expect(outcome.problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      'Judul csvColumnMissing',
      'Mulai csvColumnMissing',
      'Selesai csvColumnMissing',
      'Satuan csvColumnMissing',
      'Jumlah csvColumnMissing',
    ]);
  });

  it('that is no text, empty, or not closed is refused', async () => {
    const { calls, choose, load } = await setting();
    const code = async (content: string | Uint8Array) =>
      calls.code('competence.importRecords', { fileToken: await choose(content), dayOrder: null, store: null });
    expect(await code(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('csvNotText');
    expect(await code('')).toBe('csvEmpty');
    const open = await load(`${header}\n${nip};"E-learning;Data;2026-03-02;2026-03-04;jam;6\n`);
    expect(open.problems.map(({ code: problem }) => problem)).toContain('csvQuotes');
    expect(await calls.code('competence.importRecords', { fileToken: 'x', dayOrder: null, store: null })).toBe(
      'unknownToken',
    );
  });

  it('of 100,000 rows comes in, and is refused for its last row', async () => {
    const { vault, calls, load } = await setting();
    const numbers = Array.from({ length: 1000 }, (_, index) => `19800101200503${1000 + index}`);
    for (const [index, number] of numbers.entries()) {
      const person = { ...people.employee, name: `Peraga ${index}`, nip: number };
      await calls.get('persons.save', { personId: null, person });
    }
    const lines = Array.from({ length: 100_000 }, (_, index) =>
      row(numbers[index % 1000] ?? '', `E-learning;Kegiatan ${Math.floor(index / 1000)};2026-03-02;2026-03-04;jam;0,5`),
    );
    const before = dumpVault(vault);
    const wrong = await load([header, ...lines, row(nip, 'E-learning;X;2026-03-02;kemarin;jam;1')].join('\r\n'));
    expect(wrong.problems).toEqual([{ row: 100_002, column: 'Selesai', code: 'csvDateInvalid', value: 'kemarin' }]);
    expect(dumpVault(vault)).toBe(before);
    expect(await load([header, ...lines].join('\r\n'))).toMatchObject({ accepted: 100_000, stored: true });
  }, 120_000);
});

describe('a file that is written', () => {
  it('is read again as it was, and starts no formula', async () => {
    const { calls, personId, load, written } = await setting();
    const record = learningInput({ title: "=cmd|'/C calc'!A0", organiser: '@Lembaga', remark: '-5' });
    await calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    expect(await calls.get('competence.exportCsv', { what: 'records', year: 2026 })).toEqual({ saved: true, rows: 1 });
    const text = written();
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).not.toMatch(/(^|;)[=@]/m);
    expect(await load(text)).toMatchObject({ accepted: 0, known: 1, problemCount: 0 });
  });

  it('is the ledger of a year', async () => {
    const { calls, written } = await setting();
    await calls.get('competence.publishTable', { table: conversion() });
    expect(await calls.get('competence.exportCsv', { what: 'ledger', year: 2026 })).toEqual({ saved: true, rows: 2 });
    expect(written()).toContain(people.employee.name);
  });
});
