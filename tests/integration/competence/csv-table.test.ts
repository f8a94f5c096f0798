import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bpsExample } from '../../../shared/domain/competence/bps-example.ts';
import { writeTableRow } from '../../../shared/domain/competence/csv/table-file.ts';
import { learningKindNames } from '../../../shared/domain/competence/kinds.ts';
import { learningUnits } from '../../../shared/domain/competence/learning-record.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { conversion, learningInput } from '../../fixtures/learning.ts';
import { setting } from './csv-setting.ts';

/** Rows of a conversion table as a spreadsheet writes them. */
const exported = (rows: Parameters<typeof writeTableRow>[0][]): string =>
  Papa.unparse(rows.map(writeTableRow), { delimiter: ';' });

describe('a conversion table', () => {
  it('that the app writes is read again as it was, without a word', async () => {
    const citation = fc
      .string({ unit: fc.constantFrom(...'ab,;\t|-–=+@\'" .0/1'), minLength: 1, maxLength: 12 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const tableRow = fc.record({
      kind: fc.constantFrom(...learningKindNames),
      unit: fc.constantFrom(...learningUnits),
      jpPerUnit: fc.integer({ min: 1, max: 99_999 }),
      yearlyMaximum: fc.option(fc.integer({ min: 1, max: 99_999 })),
      evidenceRequired: fc.boolean(),
      citation,
    });
    const mayBe = fc.integer({ min: 0, max: 99_999 });
    const open = fc.record(
      { jpPerUnitAbroad: mayBe, dailyMaximum: mayBe, dailyMaximumAbroad: mayBe, monthlyMaximum: mayBe },
      { requiredKeys: [] },
    );
    const wholeRow = fc.tuple(tableRow, open).map(([row, more]) => ({ ...row, ...more }));
    const rows = fc.uniqueArray(wholeRow, { maxLength: 8, selector: ({ kind, unit }) => `${kind} ${unit}` });
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const { calls, choose, written } = await setting();
        await calls.get('competence.publishTable', { table: { ...conversion(), rows: all } });
        await calls.get('competence.exportCsv', { what: 'table', year: 2026 });
        const read = await calls.get('competence.readTable', { fileToken: await choose(written()) });
        const none = { columns: [], rows: [], columnCount: 0, rowCount: 0 };
        expect(read).toMatchObject({ rows: all, outcome: { problems: [], problemCount: 0, leftOut: none } });
        // The same rows in the template: what is filled in it is all that is read.
        await calls.get('competence.saveTemplate', { what: 'table' });
        const filled = `${written()}${exported(all)}`;
        expect(await calls.get('competence.readTable', { fileToken: await choose(filled) })).toEqual({
          ...read,
          outcome: { ...read.outcome, seen: expect.any(String) },
        });
      }),
      { numRuns: 25 },
    );
  });

  it('that names a kind twice is refused by its row', async () => {
    const { calls, choose, written } = await setting();
    await calls.get('competence.publishTable', { table: conversion() });
    await calls.get('competence.exportCsv', { what: 'table', year: 2026 });
    const read = await calls.get('competence.readTable', { fileToken: await choose(written()) });
    expect(read.rows).toEqual(conversion().rows);
    const twice = `${written()}E-learning;jam;1;;;;;;ya;Dasar\r\n`;
    const refused = await calls.get('competence.readTable', { fileToken: await choose(twice) });
    expect(refused.outcome.problems.map(({ row: line, code }) => [line, code])).toEqual([[3, 'csvRowTwice']]);
  });
});

describe('the example of BPS', () => {
  const file = new URL('../../../docs/contoh-tabel-bps-2019.csv', import.meta.url);

  it('is a file of the rows that the form offers, each with its citation', async () => {
    const { calls, choose } = await setting();
    const { rows, outcome } = await calls.get('competence.readTable', { fileToken: await choose(readFileSync(file)) });
    expect(outcome).toMatchObject({ problems: [], accepted: bpsExample.length });
    expect(rows).toEqual(bpsExample);
    for (const { citation } of rows) expect(citation).toMatch(/^Contoh: .* periksa sebelum dipakai$/);
  });

  it('counts a coaching at most twice a month, once it is published', async () => {
    const { calls, personId, choose } = await setting();
    const { rows } = await calls.get('competence.readTable', { fileToken: await choose(readFileSync(file)) });
    await calls.get('competence.publishTable', { table: { ...conversion(), rows } });
    const proof = await attach(calls, 'Bukti');
    for (const day of ['2026-03-02', '2026-03-16', '2026-03-30', '2026-04-01']) {
      const session = { kind: 'coaching', unit: 'sessions', amount: 100, from: day, to: day } as const;
      const record = learningInput({ ...session, title: `Coaching ${day}`, evidence: [proof] });
      await calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    }
    const { years, records } = await calls.get('competence.employee', { personId });
    const counted = [...records].sort((a, b) => a.from.localeCompare(b.from)).map(({ jp, verdict }) => [jp, verdict]);
    expect(counted).toEqual([
      [200, 'counted'],
      [200, 'counted'],
      [0, 'capped'],
      [200, 'counted'],
    ]);
    expect(years[0]).toMatchObject({ year: 2026, jp: 600 });
  });
});
