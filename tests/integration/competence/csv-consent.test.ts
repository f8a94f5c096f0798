import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '@shared/contract/index.ts';
import type { InputOf } from '@shared/contract/method.ts';
import { recordColumns } from '@shared/domain/competence/csv/record-file.ts';
import { tableColumns } from '@shared/domain/competence/csv/table-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { conversion, learningInput } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';

type Asked = InputOf<Contract['competence.importRecords']>;

const setting = async () => {
  const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
  const calls = callsOn(vault, { now: () => Date.parse('2026-11-26T04:00:00Z') });
  const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
  const folder = calls.host.folder ?? '';
  calls.host.saveTarget = join(folder, 'keluar.csv');
  const path = join(folder, 'masuk.csv');
  /** Chooses a file of these bytes in the dialog. */
  const choose = async (content: string | Uint8Array): Promise<string> => {
    writeFileSync(path, content);
    calls.host.files = [path];
    const [file] = await calls.get('dialog.chooseFiles', { purpose: 'csv' });
    return file?.token ?? '';
  };
  const look = async (content: string | Uint8Array, dayOrder: Asked['dayOrder'] = null) => {
    const fileToken = await choose(content);
    const looked = await calls.get('competence.importRecords', { fileToken, dayOrder, store: null });
    const store = (leaveOut: boolean, order = dayOrder): Asked => ({
      fileToken,
      dayOrder: order,
      store: { seen: looked.seen, leaveOut },
    });
    return { ...looked, store };
  };
  const days = async () => {
    const { records } = await calls.get('competence.employee', { personId });
    return records.map(({ from, to }) => [from, to]).sort();
  };
  return {
    vault,
    calls,
    personId,
    path,
    choose,
    look,
    days,
    written: () => readFileSync(calls.host.saveTarget ?? '', 'utf8'),
  };
};

const header = 'NIP;Jenis;Judul;Mulai;Selesai;Satuan;Jumlah';
const { nip } = people.employee;
const row = (from = '2026-01-02', to = from): string => `${nip};Kursus;Menyusun “résumé” – dasar;${from};${to};JP;4`;

describe('what a file has besides its records', () => {
  const lines = [
    `No;${header};Jabatan`,
    '1;2;3;4;5;6;7;8;9',
    `1;${row()};Analis`,
    ';;Jumlah;;;;;4;',
    ';Catatan: rekap unit;;;;;;;',
  ].join('\n');

  it('is named, and left out once a person agrees', async () => {
    const { vault, calls, look } = await setting();
    const looked = await look(lines);
    expect(looked).toMatchObject({ accepted: 1, problemCount: 0, stored: false });
    expect(looked.leftOut).toEqual({
      columns: ['No', 'Jabatan'],
      rows: [
        { row: 2, value: '1 · 2 · 3 · 4 · 5 · 6 · 7 · 8 · 9' },
        { row: 4, value: 'Jumlah · 4' },
        { row: 5, value: 'Catatan: rekap unit' },
      ],
      columnCount: 2,
      rowCount: 3,
    });
    const before = dumpVault(vault);
    expect(await calls.code('competence.importRecords', looked.store(false))).toBe('csvLeftOutUnsaid');
    expect(dumpVault(vault)).toBe(before);
    expect(await calls.get('competence.importRecords', looked.store(true))).toMatchObject({
      accepted: 1,
      stored: true,
    });
  });

  it('is named by its letter where it has no title, between columns that have one', async () => {
    const { calls, look } = await setting();
    const [left = '', right = ''] = [header.slice(0, header.indexOf(';Mulai')), header.slice(header.indexOf('Mulai'))];
    const gap = row().replace(';2026', ';;2026');
    const looked = await look(`\u00a0;${left};;${right};;\n1;${gap};;\n-;-;;-;-;-;-;-;-\n`);
    expect(looked).toMatchObject({ accepted: 1, problems: [], leftOut: { columns: ['(A)'], rows: [] } });
    expect(await calls.code('competence.importRecords', looked.store(false))).toBe('csvLeftOutUnsaid');
    const astray = await look(`\u00a0;${header}\n1;${row()};lebih\n`);
    expect(astray.problems.map(({ code }) => code)).toEqual(['csvCellWithoutColumn']);
  });

  it('is agreed to for the very file that was looked at', async () => {
    const { vault, calls, path, look } = await setting();
    const looked = await look(lines);
    writeFileSync(path, lines.replace('Jabatan', 'Catatan pribadi'));
    const before = dumpVault(vault);
    expect(await calls.code('competence.importRecords', looked.store(true))).toBe('csvFileChanged');
    expect(dumpVault(vault)).toBe(before);
  });

  it('is counted where it is too much to name', async () => {
    const { look } = await setting();
    const names = Array.from({ length: 60 }, (_, index) => `Kolom ${index}`).join(';');
    const { leftOut } = await look(`${header};${names}\n${row()}\n`);
    expect([leftOut.columns.length, leftOut.columnCount]).toEqual([50, 60]);
  });

  it('is named for a conversion table too', async () => {
    const { calls, choose, written } = await setting();
    await calls.get('competence.publishTable', { table: conversion() });
    await calls.get('competence.exportCsv', { what: 'table', year: 2026 });
    const [titles = '', first = ''] = written().split('\r\n');
    const fileToken = await choose(`Tabel instansi\n${titles};Catatan\n${first};x\n;;;;;;Jumlah: 1\n`);
    const { outcome, rows } = await calls.get('competence.readTable', { fileToken });
    expect(outcome.leftOut).toMatchObject({ columns: ['Catatan'], rows: [{ row: 4, value: 'Jumlah: 1' }] });
    expect(rows).toEqual(conversion().rows);
  });
});

describe('an encoding that nothing tells', () => {
  const text = `${header}\r\n${row()}\r\n`;
  const windows = Buffer.from(text.replace('“', '\x93').replace('”', '\x94').replace('–', '\x96'), 'latin1');
  it.each<[string, Uint8Array, string]>([
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16'],
    ['UTF-16 in the other order, without a mark', Buffer.from(text, 'utf16le').swap16(), 'utf-16'],
    ['Windows-1252', windows, 'windows-1252'],
  ])('is guessed, and shown with a cell to judge it by: %s', async (_what, bytes, encoding) => {
    const { calls, personId, look } = await setting();
    const looked = await look(bytes);
    expect(looked.taken).toEqual({
      encoding,
      guessed: true,
      separator: ';',
      headerRow: 1,
      sample: 'Menyusun “résumé” – dasar',
    });
    await calls.get('competence.importRecords', looked.store(false));
    const { records } = await calls.get('competence.employee', { personId });
    expect(records[0]?.title).toBe('Menyusun “résumé” – dasar');
  });

  it('is not guessed where a file tells it', async () => {
    const { look } = await setting();
    expect((await look(text)).taken).toMatchObject({ encoding: 'utf-8', guessed: false, sample: '' });
    const marked = await look(Buffer.from(`\uFEFFRekap\n\n${text.replaceAll(';', '\t')}`, 'utf16le'));
    expect(marked.taken).toMatchObject({ encoding: 'utf-16', guessed: false, separator: '\t', headerRow: 3 });
  });

  it('is not believed without a header of known columns', async () => {
    const { calls, choose } = await setting();
    const code = async (bytes: Uint8Array) =>
      calls.code('competence.importRecords', { fileToken: await choose(bytes), dayOrder: null, store: null });
    expect(await code(Buffer.from('Nama;Jabatan;Catatan\nCafé;x;y\n', 'latin1'))).toBe('csvNotText');
    expect(await code(Buffer.from('Surat dinas', 'utf16le'))).toBe('csvNotText');
    expect(await code(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), windows]))).toBe('csvNotText');
    expect(await code(Buffer.from('PK\x03\x04isi', 'latin1'))).toBe('csvWorkbook');
    expect(await code(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('csvWorkbook');
  });
});

describe('days of figures alone', () => {
  it('are asked about once per file where no figure is over 12, and read as told', async () => {
    const { vault, calls, look, days } = await setting();
    const text = `${header}\n${row("\u200e'3/4/2026")}\n${row('05/06/2026', '7/6/2026')}\n`;
    const asked = await look(text);
    expect(asked).toMatchObject({ accepted: 0, problemCount: 0, dayOrder: null, sample: [] });
    expect(asked.askOrder).toEqual({ written: '3/4/2026', dayFirst: '2026-04-03', monthFirst: '2026-03-04' });
    const before = dumpVault(vault);
    expect(await calls.code('competence.importRecords', asked.store(true))).toBe('csvOrderUnsaid');
    expect(dumpVault(vault)).toBe(before);
    const told = await look(text, 'monthFirst');
    expect(told).toMatchObject({ accepted: 2, dayOrder: 'monthFirst' });
    expect(told.sample.map(({ row: line, written, from, to }) => [line, written, from, to])).toEqual([
      [2, '3/4/2026', '2026-03-04', '2026-03-04'],
      [3, '05/06/2026 – 7/6/2026', '2026-05-06', '2026-07-06'],
    ]);
    await calls.get('competence.importRecords', told.store(false));
    expect(await days()).toEqual([
      ['2026-03-04', '2026-03-04'],
      ['2026-05-06', '2026-07-06'],
    ]);
  });

  it('are read by what the file tells, whatever a person said', async () => {
    const { look } = await setting();
    const dayFirst = await look(`${header}\n${row('3/4/2026')}\n${row('26/11/2026')}\n`, 'monthFirst');
    expect([dayFirst.dayOrder, dayFirst.askOrder, dayFirst.sample[0]?.from]).toEqual(['dayFirst', null, '2026-04-03']);
    const monthFirst = await look(`${header}\n${row('3/4/2026')}\n${row('11/26/2026')}\n`);
    expect([monthFirst.dayOrder, monthFirst.sample[0]?.from]).toEqual(['monthFirst', '2026-03-04']);
    const none = await look(`${header}\n${row('4/4/2026')}\n${row('15 Ags 2026')}\n`);
    expect([none.dayOrder, none.askOrder, none.accepted]).toEqual([null, null, 2]);
  });

  it('are refused where a file has both orders, each row named', async () => {
    const { look } = await setting();
    const { problems } = await look(`${header}\n${row('26/11/2026')}\n${row('27/11/2026')}\n${row('11/28/2026')}\n`);
    expect(problems.map(({ row: line, column, code, value }) => [line, column, code, value])).toEqual([
      [4, 'Mulai', 'csvDayOrderMixed', '11/28/2026'],
      [4, 'Selesai', 'csvDayOrderMixed', '11/28/2026'],
    ]);
  });

  it('show the doubtful rows first', async () => {
    const { look } = await setting();
    const plain = Array.from({ length: 20 }, (_, index) => row(`2026-01-${10 + index}`));
    const { sample } = await look([header, ...plain, row('3/4/2026'), row('26/11/2026'), ''].join('\n'));
    expect(sample.map(({ row: line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 22, 23]);
  });
});

describe('a number that a spreadsheet changed', () => {
  it.each(['1,99103E+17', '1.99103142015033E+017', '199103142015032000', '199.103.142.015.032.000'])(
    'in the place of an NIP has its own message: %s',
    async (changed) => {
      const { look } = await setting();
      const { problems } = await look(`${header}\n${row().replace(nip, changed)}\n`);
      expect(problems).toMatchObject([{ row: 2, column: 'NIP', code: 'csvNipChanged' }]);
      expect(problems[0]?.value).not.toBe('');
    },
  );

  it('elsewhere too; and somebody unknown is named', async () => {
    const { look } = await setting();
    const { problems } = await look(
      [
        `${header};Nomor sertifikat`,
        `${row()};1,23457E+11`,
        `${row('###')};`,
        `${row('46115')};`,
        `${row().replace(nip, '199103142015032998')};`,
      ].join('\n'),
    );
    expect(problems.map(({ row: line, code, value }) => [line, code, value])).toEqual([
      [2, 'csvNumberShortened', '1,23457E+11'],
      [3, 'csvCellBroken', '###'],
      [3, 'csvCellBroken', '###'],
      [4, 'csvDaySerial', '46115'],
      [4, 'csvDaySerial', '46115'],
      [5, 'csvPersonUnknown', '199103142015032998'],
    ]);
  });

  it('is none that the app writes: an NIP leaves as a text, and comes back', async () => {
    const { calls, personId, look, written } = await setting();
    const record = learningInput({ certificateNumber: '0012/2026', title: '12/2026' });
    await calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    await calls.get('competence.exportCsv', { what: 'records', year: 2026 });
    expect(written()).toContain(`'${nip};`);
    expect(written()).toContain(";'0012/2026;");
    expect(await look(written())).toMatchObject({ known: 1, problemCount: 0 });
    expect(await look(written().replace(`'${nip}`, `"=""${nip}"""`))).toMatchObject({ known: 1, problemCount: 0 });
  });
});

describe('a template', () => {
  const titles = (columns: readonly { readonly titles: readonly [string, ...string[]] }[]): string =>
    columns.map(({ titles: [title] }) => title).join(';');

  it('has the columns and no row, and is read as such', async () => {
    const { calls, choose, look, written } = await setting();
    expect(await calls.get('competence.saveTemplate', { what: 'records' })).toEqual({ saved: true });
    expect(written()).toBe(`\uFEFF${titles(recordColumns)}\r\n`);
    expect(await look(written())).toMatchObject({ accepted: 0, known: 0, problemCount: 0, askOrder: null });
    await calls.get('competence.saveTemplate', { what: 'table' });
    expect(written()).toBe(`\uFEFF${titles(tableColumns)}\r\n`);
    const read = await calls.get('competence.readTable', { fileToken: await choose(written()) });
    expect(read).toMatchObject({ rows: [], outcome: { problemCount: 0 } });
    calls.host.saveTarget = null;
    expect(await calls.get('competence.saveTemplate', { what: 'records' })).toEqual({ saved: false });
  });

  it('is read however it is filled, with columns of one’s own, rows of sums and any dialect', async () => {
    const line = fc.string({ unit: fc.constantFrom(...'ab1 /,-.é'), minLength: 1, maxLength: 8 });
    const title = line.map((text) => `x${text}`.trim());
    const dialect = fc.record({
      separator: fc.constantFrom(';', ',', '\t', '|'),
      encoding: fc.constantFrom('utf8', 'utf16le', 'latin1'),
      hasOwn: fc.boolean(),
      hasSum: fc.boolean(),
      above: fc.constantFrom([], ['Rekap'], ['Rekap', '']),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(title, { minLength: 1, maxLength: 5 }), dialect, async (all, how) => {
        const { calls, personId, look, written } = await setting();
        await calls.get('competence.saveTemplate', { what: 'records' });
        const columns = written().replace('\uFEFF', '').trim().split(';');
        const filled = all.map((text) => [
          nip,
          '',
          '',
          'Kursus',
          text,
          '',
          '3 Mei 2026',
          '3 Mei 2026',
          'JP',
          '4',
          '',
          '',
        ]);
        const sum = how.hasSum ? [['Jumlah', ...Array<string>(8).fill(''), '4']] : [];
        const table = [columns, ...filled, ...sum].map((cells, index) =>
          how.hasOwn ? [index === 0 ? 'No' : String(index), ...cells] : cells,
        );
        const quoted = (cell: string): string => (/[;,\t|"]/.test(cell) ? `"${cell}"` : cell);
        const body = table.map((cells) => cells.map(quoted).join(how.separator));
        const file = Buffer.from([...how.above, ...body, ''].join('\r\n'), how.encoding as BufferEncoding);
        const looked = await look(file);
        expect(looked).toMatchObject({ accepted: all.length, problems: [] });
        expect([looked.leftOut.columnCount, looked.leftOut.rowCount]).toEqual([Number(how.hasOwn), Number(how.hasSum)]);
        await calls.get('competence.importRecords', looked.store(how.hasOwn || how.hasSum));
        const { records } = await calls.get('competence.employee', { personId });
        expect(records.map((record) => record.title).sort()).toEqual([...all].sort());
      }),
      { numRuns: 20 },
    );
  });
});
