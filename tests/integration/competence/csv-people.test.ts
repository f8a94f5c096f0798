import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonAnswer } from '@shared/contract/competence-file.ts';
import { describe, expect, it } from 'vitest';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import * as people from '../../fixtures/people/cast.ts';

const unit = 'Bagian Contoh';
const known = { ...people.employee, name: 'Sekar Melati Peraga, S.Kom.', nip: '199001012015032001', unit };
const without = { ...people.employee, name: 'Bimo Peraga', nip: '', unit };

const setting = async () => {
  const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
  const calls = callsOn(vault, { now: () => Date.parse('2026-11-26T04:00:00Z') });
  const save = async (person: typeof known) => (await calls.get('persons.save', { personId: null, person })).personId;
  const [knownId, withoutId] = [await save(known), await save(without)];
  const path = join(calls.host.folder ?? '', 'masuk.csv');
  const token = async (...rows: readonly string[]): Promise<string> => {
    const head = 'NIP;Nama;Unit kerja;Jenis;Judul;Mulai;Selesai;Satuan;Jumlah';
    writeFileSync(path, [head, ...rows.map((who) => `${who};Kursus;Data;2026-01-02;2026-01-02;JP;4`)].join('\n'));
    calls.host.files = [path];
    return (await calls.get('dialog.chooseFiles', { purpose: 'csv' }))[0]?.token ?? '';
  };
  const look = async (rows: readonly string[], answers: PersonAnswer[] = []) =>
    calls.get('competence.importRecords', {
      fileToken: await token(...rows),
      dayOrder: null,
      people: answers,
      store: null,
    });
  const records = async (personId: string) => (await calls.get('competence.employee', { personId })).records.length;
  return { vault, calls, knownId, withoutId, token, look, records };
};

describe('people of a file who are nearly somebody of the register', () => {
  it('are shown beside those before anything is stored, each once', async () => {
    const { vault, look, knownId, withoutId } = await setting();
    const before = dumpVault(vault);
    const looked = await look([
      `;S. Melati Peraga;${unit}`,
      `;S. MELATI PERAGA, S.Kom;${unit}`,
      ';Sekar Melatie Peraga;',
      `199202022016031002;Bimo Peraga;${unit}`,
    ]);
    expect(looked).toMatchObject({ accepted: 0, problemCount: 0, stored: false });
    expect(looked.people.map(({ row, name, fitting }) => [row, name, fitting.map(({ personId }) => personId)])).toEqual(
      [
        [2, 'S. Melati Peraga', [knownId]],
        [4, 'Sekar Melatie Peraga', [knownId]],
        [5, 'Bimo Peraga', [withoutId]],
      ],
    );
    expect(looked.people[0]?.fitting[0]?.shown).toEqual({
      name: known.name,
      position: known.position,
      unit,
      nipTail: known.nip.slice(-3),
    });
    expect(dumpVault(vault)).toBe(before);
  });

  it('come in as the one that a person chose, and not before all are answered', async () => {
    const { vault, calls, look, token, knownId, withoutId, records } = await setting();
    const rows = [`;S. Melati Peraga;${unit}`, `;Bimo Peraga S;${unit}`];
    const { people: asked } = await look(rows);
    const answers = asked.map(({ nip, name, unitOfWork, fitting }) => {
      const [one] = fitting;
      return { nip, name, unitOfWork, personId: one?.personId ?? null };
    });
    const answered = await look(rows, answers);
    expect(answered).toMatchObject({ accepted: 2, problemCount: 0 });
    expect(answered.people.map(({ answer }) => answer)).toEqual([knownId, withoutId]);
    const store = { seen: answered.seen, leaveOut: false };
    const before = dumpVault(vault);
    const asking = { fileToken: await token(...rows), dayOrder: null };
    const halfway = { ...asking, people: answers.slice(0, 1), store };
    expect(await calls.code('competence.importRecords', halfway)).toBe('csvPeopleUnsaid');
    expect(dumpVault(vault)).toBe(before);
    await calls.get('competence.importRecords', { ...asking, people: answers, store });
    expect([await records(knownId), await records(withoutId)]).toEqual([1, 1]);
  });

  it('are asked about where several have that very name and no number: what the app itself writes comes in again', async () => {
    const { calls, look, withoutId, records } = await setting();
    const twin = { ...people.employee, name: 'Bimo Peraga', nip: '', position: 'Arsiparis', unit };
    const { personId: twinId } = await calls.get('persons.save', { personId: null, person: twin });
    const rows = [`;Bimo Peraga;${unit}`];
    const looked = await look(rows);
    expect(looked.problems).toEqual([]);
    expect(looked.people[0]?.fitting.map(({ personId }) => personId).sort()).toEqual([withoutId, twinId].sort());
    const who = { nip: '', name: 'Bimo Peraga', unitOfWork: unit };
    expect(await look(rows, [{ ...who, personId: twinId }])).toMatchObject({ accepted: 1, problemCount: 0 });
    expect(await look(rows, [{ ...who, personId: null }])).toMatchObject({
      accepted: 0,
      problems: [{ row: 2, code: 'csvPersonAmbiguous' }],
    });
    expect(await records(twinId)).toBe(0);
  });

  it('are nobody where the name is signs alone, whoever of the register has such a one', async () => {
    const { calls, look } = await setting();
    await calls.get('persons.save', { personId: null, person: { ...people.employee, name: '...', nip: '', unit } });
    const { problems, accepted } = await look([`;---;${unit}`]);
    expect([problems[0]?.code, accepted]).toEqual(['csvPersonUnknown', 0]);
  });

  it('are not each other by a like name: a course of A. Rahmat is not credited to M. Rahmat', async () => {
    const { vault, calls, look, token, records } = await setting();
    const save = async (name: string, nip: string) =>
      (await calls.get('persons.save', { personId: null, person: { ...people.employee, name, nip, unit } })).personId;
    const m = await save('M. Rahmat Contoh, S.Pd.', '198203152009031999');
    const rows = [
      `;A. Rahmat Contoh;${unit}`,
      `;A. Rahmat Contoh, S.Pd.;`,
      `198304012010011999;A. Rahmat Contoh;${unit}`,
    ];
    const before = dumpVault(vault);
    for (const row of rows) {
      const looked = await look([row]);
      expect([row, looked.accepted, looked.people, looked.problems.map(({ code }) => code)]).toEqual([
        ...[row, 0, [], ['csvPersonUnknown']],
      ]);
      const store = { seen: looked.seen, leaveOut: false };
      const asked = { fileToken: await token(row), dayOrder: null, people: [], store };
      expect(await calls.get('competence.importRecords', asked)).toMatchObject({ accepted: 0, stored: false });
    }
    expect(dumpVault(vault)).toBe(before);
    const a = await save('A. Rahmat Contoh', '');
    const { seen } = await look(rows.slice(0, 1));
    const asked = { fileToken: await token(...rows.slice(0, 1)), dayOrder: null, people: [] };
    await calls.get('competence.importRecords', { ...asked, store: { seen, leaveOut: false } });
    expect([await records(a), await records(m)]).toEqual([1, 0]);
  });

  it('are asked about where the name beside a number is somebody else’s, each once', async () => {
    const { vault, look, token, calls, knownId, records } = await setting();
    const rows = [`${known.nip};Wira Teladan;${unit}`, `${known.nip};Wira Teladan;${unit}`, `${known.nip};S. Melati;`];
    const before = dumpVault(vault);
    const looked = await look(rows);
    expect(looked).toMatchObject({ accepted: 0, problems: [], stored: false });
    expect(looked.people.map(({ row, name, fitting }) => [row, name, fitting.map(({ personId }) => personId)])).toEqual(
      [[2, 'Wira Teladan', [knownId]]],
    );
    const who = { nip: known.nip, name: 'Wira Teladan', unitOfWork: unit };
    const denied = await look(rows, [{ ...who, personId: null }]);
    expect(denied.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'csvNameOther'],
      [3, 'csvNameOther'],
    ]);
    expect(dumpVault(vault)).toBe(before);
    const people = [{ ...who, personId: knownId }];
    const store = { seen: looked.seen, leaveOut: false };
    await calls.get('competence.importRecords', { fileToken: await token(...rows), dayOrder: null, people, store });
    expect(await records(knownId)).toBe(1);
  });

  it('are not asked about where a name is nearly that of the number, or there is none', async () => {
    const { look } = await setting();
    for (const name of ['Sekar M. Peraga', 'SEKAR MELATI PERAGA', 'Hj. Sekar Melati Peragaa, M.T.', '', '-', '...']) {
      const { people: asked, accepted } = await look([`${known.nip};${name};`]);
      expect([name, asked, accepted]).toEqual([name, [], 1]);
    }
  });

  it('stay unknown when a person says that they are another, or names somebody who was not shown', async () => {
    const { look, withoutId } = await setting();
    const rows = [`;S. Melati Peraga;${unit}`];
    const who = { nip: '', name: 'S. Melati Peraga', unitOfWork: unit };
    for (const personId of [null, withoutId, 'f'.repeat(32)]) {
      const { problems, accepted } = await look(rows, [{ ...who, personId }]);
      expect(problems).toMatchObject([{ row: 2, code: 'csvPersonUnknown' }]);
      expect(accepted).toBe(0);
    }
  });

  it('are not asked about where two numbers, or the units, tell them apart, or they are exactly somebody', async () => {
    const { look } = await setting();
    const told = async (row: string) => {
      const { people: asked, problems, accepted } = await look([row]);
      return [asked.length, problems[0]?.code, accepted];
    };
    expect(await told(`199202022016031002;S. Melati Peraga;${unit}`)).toEqual([0, 'csvPersonUnknown', 0]);
    expect(await told(';S. Melati Peraga;Bagian Lain')).toEqual([0, 'csvPersonUnknown', 0]);
    expect(await told(';Wira Teladan;')).toEqual([0, 'csvPersonUnknown', 0]);
    expect(await told(`;sekar melati peraga;${unit}`)).toEqual([0, undefined, 1]);
  });
});
