import { describe, expect, it } from 'vitest';
import { blankSetting } from '../../../shared/domain/programme/elements.ts';
import { lacksOf, settingLacks, standingsOf, stateOf } from '../../../shared/domain/programme/state.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { workedCoaching, workedMentoring } from '../../fixtures/guidance.ts';
import { conversion, learningInput } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';
import { begin } from '../guidance/support.ts';

const today = '2026-11-26';

const setting = async () => {
  const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
  const calls = callsOn(vault, { now: () => Date.parse(`${today}T04:00:00Z`) });
  return { vault, calls };
};

const budget = (change: object = {}) => ({
  ...blankSetting(),
  text: 'DIPA bagian kepegawaian.',
  document: { title: 'Keputusan Contoh', number: '7/2026', date: '2026-01-05' },
  since: '2026-01-10',
  unit: 'Bagian Kepegawaian',
  ...change,
});

describe('an element of the programme', () => {
  it('is set by a document with its file; what was set before stays readable', async () => {
    const { calls } = await setting();
    const file = await attach(calls, 'keputusan');
    const save = (revision: number, value: ReturnType<typeof budget>) =>
      calls.get('programme.saveElement', { element: 'budget', revision, setting: value });
    expect(await save(0, budget({ attachmentIds: [file] }))).toEqual({ revision: 1 });
    expect(await save(1, budget({ attachmentIds: [file] }))).toEqual({ revision: 1 });
    expect(await save(1, budget({ attachmentIds: [file], text: 'DIPA satuan kerja.' }))).toEqual({ revision: 2 });
    const elements = await calls.get('programme.get', {});
    const found = elements.find(({ element }) => element === 'budget');
    expect(found?.current).toMatchObject({ revision: 2, attachments: [{ attachmentId: file }] });
    const history = await calls.get('programme.history', { element: 'budget' });
    expect(history.map(({ setting: { text } }) => text)).toEqual(['DIPA satuan kerja.', 'DIPA bagian kepegawaian.']);
    expect(await calls.code('attachments.discard', { store: 'records', attachmentId: file })).toBe('attachmentInUse');
    const settings = Object.fromEntries(
      elements.map(({ element, current }) => [element, current?.setting ?? null] as const),
    );
    const states = standingsOf(settings, today);
    expect(states.find(({ element }) => element === 'budget')?.state).toBe('set');
    expect(states.filter(({ state }) => state === 'missing')).toHaveLength(elements.length - 1);
  });

  it('is missing, drafted, set and outdated as its settings say, and tells what is still open', async () => {
    const { calls } = await setting();
    const standing = async () => {
      const { current } = (await calls.get('programme.get', {})).find(({ element }) => element === 'budget') ?? {};
      return [stateOf(current?.setting ?? null, today), lacksOf(current?.setting ?? null)];
    };
    expect(await standing()).toEqual(['missing', [...settingLacks]]);
    const steps: [ReturnType<typeof budget>, string, string[]][] = [
      [blankSetting(), 'missing', [...settingLacks]],
      [{ ...blankSetting(), text: 'Usulan.' }, 'drafted', settingLacks.filter((lack) => lack !== 'text')],
      [budget({ unit: '' }), 'set', ['unit']],
      [budget({ until: today }), 'set', []],
      [budget({ until: '2026-11-25' }), 'outdated', []],
    ];
    for (const [index, [value, state, lacks]] of steps.entries()) {
      await calls.get('programme.saveElement', { element: 'budget', revision: index, setting: value });
      expect(await standing()).toEqual([state, lacks]);
    }
    const history = await calls.get('programme.history', { element: 'budget' });
    expect(history.map(({ revision }) => revision)).toEqual([5, 4, 3, 2, 1]);
    expect(await calls.get('programme.history', { element: 'coach' })).toEqual([]);
  });

  it('is refused, and nothing changes, where it does not fit', async () => {
    const { vault, calls } = await setting();
    await calls.get('programme.saveElement', { element: 'budget', revision: 0, setting: budget() });
    const before = dumpVault(vault);
    const code = (revision: number, value: ReturnType<typeof budget>) =>
      calls.code('programme.saveElement', { element: 'budget', revision, setting: value });
    expect(await code(0, budget({ text: 'Lain' }))).toBe('programmeChanged');
    expect(await code(1, budget({ until: '2025-12-31' }))).toBe('programmeEndsFirst');
    expect(await code(1, budget({ attachmentIds: ['0'.repeat(32)] }))).toBe('unknownAttachment');
    expect(dumpVault(vault)).toBe(before);
  });
});

type Calls = Awaited<ReturnType<typeof setting>>['calls'];

/** So many people of a unit, by their ids. */
const staff = async (calls: Calls, unit: string, count: number, position = people.employee.position) => {
  const ids: string[] = [];
  for (let at = 1; at <= count; at += 1) {
    const person = { ...people.employee, nip: '', name: `Pegawai ${unit} ${'I'.repeat(at)}`, unit, position };
    ids.push((await calls.get('persons.save', { personId: null, person })).personId);
  }
  return ids;
};

const learned = (calls: Calls, personId: string, amount: number) =>
  calls.get('competence.saveRecord', {
    personId,
    recordId: null,
    revision: 0,
    guidanceHash: null,
    record: learningInput({ amount }),
  });

/** A standard of level 3 for the position of the sample. */
const demanded = (calls: Calls, names: readonly string[]) =>
  calls.get('competence.saveStandard', {
    standardId: null,
    revision: 0,
    standard: {
      position: people.employee.position,
      citation: 'Keputusan Contoh Nomor 3',
      competences: names.map((name) => ({ name, type: 'technical' as const, level: 3, description: '' })),
    },
  });

const assessed = (calls: Calls, personId: string, levels: { name: string; level: number }[]) =>
  calls.get('competence.saveCompetences', {
    personId,
    present: { levels, assessedOn: '2026-11-02', basis: 'Penilaian atasan' },
  });

const figuresOf = async (calls: Calls, unit: string) =>
  (await calls.get('competence.figures', { year: 2026 })).units.find((row) => row.unit === unit);

describe('monitoring', () => {
  it('counts sessions and goals in their year, over the whole vault', async () => {
    const { calls } = await setting();
    const file = workedCoaching();
    await begin(calls, { ...file, goals: file.goals.map((goal) => ({ ...goal, state: 'met' as const })) });
    await begin(calls, workedMentoring());
    const figures = await calls.get('guidance.figures', { year: 2026 });
    expect(figures.sessionsByMonth.filter(({ coaching, mentoring }) => coaching + mentoring > 0)).toEqual([
      { month: '2026-11', coaching: 1, mentoring: 0 },
    ]);
    expect(figures.goals).toEqual({ open: 0, met: 1, partly: 0, notMet: 0 });
    const other = await calls.get('guidance.figures', { year: 2025 });
    expect(other.goals).toEqual({ open: 0, met: 0, partly: 0, notMet: 0 });
  });

  it('tells who reached the target, and which competences fall short', async () => {
    const { calls } = await setting();
    await calls.get('competence.publishTable', { table: conversion() });
    await staff(calls, people.personnelOfficer.unit, 4);
    const unit = 'Bidang Peragaan';
    const members = await staff(calls, unit, 11);
    for (const personId of members.slice(0, 6)) await learned(calls, personId, 2500);
    expect(await figuresOf(calls, unit)).toEqual({ unit, withTarget: 11, reached: 6, gaps: 0, assessed: 0 });
    await demanded(calls, ['Analisis data', 'Kerja sama']);
    const levels = [
      { name: 'Analisis data', level: 2 },
      { name: 'Kerja sama', level: 4 },
    ];
    for (const personId of members.slice(0, 5)) await assessed(calls, personId, levels);
    expect(await figuresOf(calls, unit)).toEqual({ unit, withTarget: 11, reached: 6, gaps: 5, assessed: 5 });
    await learned(calls, members[7] ?? '', 2500);
    // The rest would be four: whoever knows one of them knows of three.
    expect(await figuresOf(calls, unit)).toMatchObject({ reached: 'withheld' });
  });

  it('counts a group once, and goals in the year in which they are due', async () => {
    const { calls } = await setting();
    const file = workedCoaching();
    const [goal] = file.goals;
    if (goal === undefined) throw new Error('the sample has a goal');
    const [first, second] = [people.otherEmployee, people.employee];
    await begin(calls, {
      ...file,
      participants: [first, second],
      goals: [goal, { ...goal, goalId: 'd'.repeat(32), due: '2027-01-05', state: 'notMet' }],
    });
    await begin(calls, { ...file, goals: [{ ...goal, state: 'partly' }] });
    const { sessionsByMonth, goals } = await calls.get('guidance.figures', { year: 2026 });
    expect(sessionsByMonth.filter(({ coaching }) => coaching > 0)).toEqual([
      { month: '2026-11', coaching: 2, mentoring: 0 },
    ]);
    expect(goals).toEqual({ open: 1, met: 0, partly: 1, notMet: 0 });
    const next = await calls.get('guidance.figures', { year: 2027 });
    expect(next.goals).toEqual({ open: 0, met: 0, partly: 0, notMet: 1 });
  });

  it('keeps units apart; who was not assessed or has no standard adds no gap', async () => {
    const { calls } = await setting();
    await calls.get('competence.publishTable', { table: conversion() });
    await staff(calls, people.personnelOfficer.unit, 4);
    const [one, other] = ['Bidang Peragaan', 'Subbagian Peragaan'];
    const members = await staff(calls, one, 6);
    const others = await staff(calls, other, 5, 'Pengadministrasi Peragaan');
    await demanded(calls, ['Analisis data']);
    const levels = [{ name: 'Analisis data', level: 1 }];
    for (const personId of others) {
      await learned(calls, personId, 2500);
      await assessed(calls, personId, levels);
    }
    expect(await figuresOf(calls, other)).toEqual({ unit: other, withTarget: 5, reached: 5, gaps: 0, assessed: 0 });
    expect(await figuresOf(calls, one)).toEqual({ unit: one, withTarget: 6, reached: 0, gaps: 0, assessed: 0 });
    for (const personId of members) await assessed(calls, personId, levels);
    expect(await figuresOf(calls, one)).toMatchObject({ gaps: 6, assessed: 6 });
    expect(await figuresOf(calls, other)).toMatchObject({ gaps: 0, assessed: 0 });
    expect((await calls.get('competence.figures', { year: 2026 })).total).toEqual({
      withTarget: 16,
      reached: 5,
      gaps: 6,
      assessed: 6,
    });
  });

  it('shows no small unit, and none that the sum would tell', async () => {
    const { calls } = await setting();
    await calls.get('competence.publishTable', { table: conversion() });
    await staff(calls, people.personnelOfficer.unit, 10);
    const sizes = { 'Bidang Besar': 12, 'Bidang Sedang': 6, 'Pos Kecil': 2 };
    for (const [unit, count] of Object.entries(sizes)) await staff(calls, unit, count);
    const { units, total } = await calls.get('competence.figures', { year: 2026 });
    expect(units.slice(1).map(({ unit, withTarget, reached }) => [unit, withTarget, reached])).toEqual([
      ['Bidang Besar', 12, 0],
      ['Bidang Sedang', 6, 0],
      ['Pos Kecil', 'small', 'withheld'],
    ]);
    expect(total).toEqual({ withTarget: 31, reached: 'withheld', gaps: 0, assessed: 0 });
  });

  it('names nobody and no subject: figures are numbers by unit and month', async () => {
    const { calls } = await setting();
    const file = workedCoaching();
    await begin(calls, file);
    await calls.get('persons.save', { personId: null, person: people.employee });
    const told = JSON.stringify([
      await calls.get('guidance.figures', { year: 2026 }),
      await calls.get('competence.figures', { year: 2026 }),
    ]);
    const kept = [
      file.topic,
      file.need,
      ...[file.leader, ...file.participants].flatMap(({ name, nip }) => [name, nip]),
    ];
    for (const text of kept) expect(told).not.toContain(text);
    expect(told).toContain(people.employee.unit);
  });
});
