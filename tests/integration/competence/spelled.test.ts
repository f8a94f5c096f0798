import { expect, it } from 'vitest';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { findOrAddPerson } from '../../../electron/backend/persons/save-person.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import * as people from '../../fixtures/people/cast.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import { testWorkspace } from '../../fixtures/workspace.ts';

// Who is looked for, and which unit is counted, goes by the one folding of names and units, never by the spelling.

const spellings = [
  'Subbagian Umum',
  'SUB BAGIAN UMUM',
  'Sub-Bagian\u00a0 Umum.',
  'Sub\u2013bagian Umum',
  'Subbagian Umum',
];
const year = 2026;
const filter = { year, unit: null, employmentStatus: null, belowTarget: false } as const;
const query = { ...filter, sort: 'name', offset: 0, limit: 200 } as const;

const setting = async (): Promise<Calls> => {
  const calls = callsOn(await testVault(people.personnelOfficer, ['personnelOfficer']));
  for (const [at, unit] of spellings.entries()) {
    const person = { ...people.employee, name: `Drs. A. Rahmat Cont\u00f3h ${at}, S.Pd.`, nip: '', unit };
    await calls.get('persons.save', { personId: null, person });
  }
  return calls;
};

it('finds people in the ledger however they are written', async () => {
  const calls = await setting();
  // The holder is in the register too.
  for (const search of ['', ' ', '%', '_']) {
    expect((await calls.get('competence.ledger', { ...query, search })).total).toBe(spellings.length + 1);
  }
  for (const search of ['a.rahmat contoh', 'SPd', 'RAHMAT\u200b', 'sub bagian', 'subbagian umum']) {
    const { rows, total } = await calls.get('competence.ledger', { ...query, search });
    expect([search, total, rows.length]).toEqual([search, spellings.length, spellings.length]);
  }
  for (const search of ['m.rahmat', 'umum 7', 'spdsub']) {
    expect([search, (await calls.get('competence.ledger', { ...query, search })).total]).toEqual([search, 0]);
  }
});

it('counts a unit once, under the name that most give it', async () => {
  const calls = await setting();
  expect((await calls.get('competence.filters', {})).units).toEqual([people.personnelOfficer.unit, 'Subbagian Umum']);
  for (const unit of spellings) {
    expect((await calls.get('competence.ledger', { ...query, search: '', unit })).total).toBe(spellings.length);
  }
  expect((await calls.get('competence.ledger', { ...query, search: '', unit: 'Bagian Umum' })).total).toBe(0);
  // Five in the other unit too: a smaller one would have this one's number withheld.
  for (const nip of ['1', '2', '3', '4', '5'].map((last) => `19700101200001199${last}`)) {
    await calls.get('persons.save', { personId: null, person: { ...people.personnelOfficer, nip } });
  }
  const { units } = await calls.get('competence.figures', { year });
  expect(units.map(({ unit }) => unit)).toEqual([people.personnelOfficer.unit, 'Subbagian Umum']);
  // Five people, who are no small group, though no spelling has more than two.
  expect(units[1]).toMatchObject({ withTarget: spellings.length });
});

it('adds nobody without a number twice for a title or the case of letters', () => {
  const work = testWorkspace();
  const add = (name: string, unit: string) =>
    transactRecords(work.records, (tx) => ok(findOrAddPerson(work, tx, { ...people.employee, name, nip: '', unit })));
  const first = add('Budi Contoh, S.Pd.', 'Subbagian Umum');
  expect(add('BUDI CONTOH', 'Sub Bagian Umum')).toEqual(first);
  expect(add('Budi Contoh SPd', 'Sub-bagian umum')).toEqual(first);
  for (const [name, unit] of [
    ['Budi Contoh', 'Bagian Umum'],
    ['B. Contoh', 'Subbagian Umum'],
    ['Budi Contoh', ''],
  ] as const) {
    expect(add(name, unit)).not.toEqual(first);
  }
});
