import { readFileSync } from 'node:fs';
import { countRecords } from '@shared/domain/competence/count.ts';
import { describe, expect, it } from 'vitest';
import { countedRecords } from '../../../electron/backend/competence/employee.ts';
import { recordsOfPerson } from '../../../electron/backend/competence/record-rows.ts';
import { listVersions } from '../../../electron/backend/competence/table-rows.ts';
import { learningRecords, learningTotals } from '../../../electron/backend/db/competence-schema.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { LearningRecordInput } from '../../../shared/domain/competence/learning-record.ts';
import { roles } from '../../../shared/domain/identity/person.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { judging, official } from '../../fixtures/evaluations.ts';
import { coachingSample, workedCoaching } from '../../fixtures/guidance.ts';
import { conversion, conversionRow, learningInput } from '../../fixtures/learning.ts';
import * as people from '../../fixtures/people/cast.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import { begin, make } from '../guidance/support.ts';

const at = (day: string) => ({ now: () => Date.parse(`${day}T04:00:00Z`) });

const setting = async (day = '2026-11-26') => {
  const vault = await testVault(people.personnelOfficer, ['personnelOfficer', 'assessor']);
  const calls = callsOn(vault, at(day));
  const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
  return { vault, calls, personId };
};

const add = async (calls: Calls, personId: string, record: LearningRecordInput, guidanceHash: string | null = null) =>
  (await calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash })).recordId;

const query = (year: number) => ({
  year,
  search: '',
  unit: null,
  employmentStatus: null,
  belowTarget: false,
  sort: 'name' as const,
  offset: 0,
  limit: 200,
});
const jpOf = async (calls: Calls, personId: string, year = 2026) =>
  (await calls.get('competence.ledger', query(year))).rows.find((row) => row.personId === personId)?.jp;

describe('a learning record', () => {
  it('counts by the published table, and the ledger agrees with the person', async () => {
    const { calls, personId } = await setting();
    await calls.get('competence.publishTable', { table: conversion() });
    await add(calls, personId, learningInput());
    expect(await jpOf(calls, personId)).toBe(600);
    const { years, records } = await calls.get('competence.employee', { personId });
    expect(years[0]).toMatchObject({ year: 2026, jp: 600, target: 2000, shares: { formal: 600 } });
    expect(records[0]).toMatchObject({ verdict: 'counted', citation: 'Keputusan Contoh Nomor 1' });
  });

  it('is changed in revisions, and taken back with a reason, never deleted', async () => {
    const { vault, calls, personId } = await setting();
    await calls.get('competence.publishTable', { table: conversion() });
    const recordId = await add(calls, personId, learningInput());
    const change = { personId, recordId, record: learningInput({ amount: 900 }), guidanceHash: null };
    await calls.get('competence.saveRecord', { ...change, revision: 1 });
    expect(await jpOf(calls, personId)).toBe(900);
    expect(await calls.code('competence.saveRecord', { ...change, revision: 1 })).toBe('learningRecordChanged');
    await calls.get('competence.withdrawRecord', { recordId, reason: 'Salah orang' });
    expect(await jpOf(calls, personId)).toBe(0);
    const before = dumpVault(vault);
    expect(await calls.code('competence.withdrawRecord', { recordId, reason: 'Lagi' })).toBe('learningRecordWithdrawn');
    expect(await calls.code('competence.saveRecord', { ...change, revision: 2 })).toBe('learningRecordWithdrawn');
    expect(dumpVault(vault)).toBe(before);
    expect(() => vault.records.$client.exec('DELETE FROM learning_records')).toThrow(/never deleted/);
  });

  it.each(roles)('is entered in any role, for whomever: %s', async (role) => {
    const vault = await testVault(people.counsellor, [role]);
    const calls = callsOn(vault, at('2026-11-26'));
    await calls.get('competence.publishTable', { table: conversion() });
    await calls.get('persons.save', { personId: null, person: people.employee });
    const known = await calls.get('persons.list', {});
    expect(known).toHaveLength(2);
    for (const { personId } of known) {
      await add(calls, personId, learningInput());
      expect(await jpOf(calls, personId)).toBe(600);
    }
  });

  it('of a coaching is entered once for each who took part, and anew once it was taken back', async () => {
    const { vault, calls, personId } = await setting();
    const other = await calls.get('persons.save', { personId: null, person: people.otherEmployee });
    const guidanceId = await begin(calls, {
      ...workedCoaching(),
      participants: [people.employee, people.otherEmployee],
    });
    const hash = await make(calls, guidanceId, coachingSample(), false);
    const record = learningInput({ kind: 'coaching', unit: 'sessions', amount: 100 });
    const unsigned = { personId, recordId: null, revision: 0, record, guidanceHash: hash };
    expect(await calls.code('competence.saveRecord', unsigned)).toBe('recordIncomplete');
    const scan = await attach(calls, 'hasil pindaian');
    await calls.get('guidance.addPaper', { hash, medium: 'ink', signedOn: '2026-11-21', attachmentIds: [scan] });
    const recordId = await add(calls, personId, record, hash);
    const again = { personId, recordId: null, revision: 0, record, guidanceHash: hash };
    const before = dumpVault(vault);
    expect(await calls.code('competence.saveRecord', again)).toBe('guidanceCountedAlready');
    expect(dumpVault(vault)).toBe(before);
    await add(calls, other.personId, record, hash);
    await calls.get('competence.withdrawRecord', { recordId, reason: 'Salah tanggal' });
    await add(calls, personId, record, hash);
  });

  it('of a coaching is refused for others, and as another kind', async () => {
    const { calls, personId } = await setting();
    const other = await calls.get('persons.save', { personId: null, person: people.otherEmployee });
    const hash = await make(calls, await begin(calls), coachingSample(), false);
    const code = (who: string, kind: 'coaching' | 'mentoring', guidanceHash = hash) =>
      calls.code('competence.saveRecord', {
        personId: who,
        recordId: null,
        revision: 0,
        record: learningInput({ kind }),
        guidanceHash,
      });
    expect(await code(other.personId, 'coaching')).toBe('guidanceNotOfPerson');
    expect(await code(personId, 'mentoring')).toBe('guidanceNotOfPerson');
    expect(await code(personId, 'coaching', 'f'.repeat(64))).toBe('unknownRecord');
  });

  it('keeps its evidence, which no case can take', async () => {
    const { calls, personId } = await setting();
    const file = await attach(calls, 'sertifikat');
    await add(calls, personId, learningInput({ unit: 'jp', amount: 1200, evidence: [file] }));
    expect(await jpOf(calls, personId)).toBe(1200);
    expect(await calls.code('attachments.discard', { store: 'records', attachmentId: file })).toBe('attachmentInUse');
    const unknown = learningInput({ evidence: ['f'.repeat(32)] });
    const saving = { personId, recordId: null, revision: 0, record: unknown, guidanceHash: null };
    expect(await calls.code('competence.saveRecord', saving)).toBe('unknownAttachment');
  });

  it('that had not ended counts once it has', async () => {
    const { vault, calls, personId } = await setting('2026-11-26');
    await calls.get('competence.publishTable', { table: conversion() });
    await add(calls, personId, learningInput({ from: '2026-11-26', to: '2026-11-28' }));
    expect(await jpOf(calls, personId)).toBe(0);
    expect(await jpOf(callsOn(vault, at('2026-11-28')), personId)).toBe(600);
  });
});

describe('sessions that an earlier version of Bilik took for one', () => {
  it('count each, once the vault is opened by this one', async () => {
    const { vault, calls, personId } = await setting();
    await calls.get('competence.publishTable', {
      table: conversion({ rows: [conversionRow({ kind: 'coaching', unit: 'sessions' })] }),
    });
    const session = { kind: 'coaching', unit: 'sessions', amount: 100 } as const;
    await add(calls, personId, learningInput({ ...session, from: '2026-03-02', to: '2026-03-02' }));
    const second = await add(calls, personId, learningInput({ ...session, from: '2026-03-03', to: '2026-03-03' }));
    const { $client } = vault.records;
    const counted = await jpOf(calls, personId);
    $client.prepare("UPDATE learning_counts SET jp = 0, verdict = 'duplicate' WHERE record_id = ?").run(second);
    $client.prepare('UPDATE learning_totals SET jp = jp / 2').run();
    expect(await jpOf(calls, personId)).not.toBe(counted);
    $client.exec(readFileSync('resources/migrations/records/0014_sessions.sql', 'utf8'));
    expect(await jpOf(calls, personId)).toBe(counted);
  });
});

describe('a later version of the table', () => {
  it('leaves past years as they were', async () => {
    const { vault, calls, personId } = await setting();
    await calls.get('competence.publishTable', { table: conversion({ fromYear: 2025 }) });
    await add(calls, personId, learningInput({ from: '2025-03-02', to: '2025-03-04' }));
    await add(calls, personId, learningInput());
    const next = conversion({ fromYear: 2026, rows: [conversionRow({ jpPerUnit: 300 })] });
    await calls.get('competence.publishTable', { table: next });
    expect(await jpOf(calls, personId, 2025)).toBe(600);
    expect(await jpOf(calls, personId, 2026)).toBe(1800);
    const before = dumpVault(vault);
    expect(await calls.code('competence.publishTable', { table: conversion({ fromYear: 2025 }) })).toBe(
      'versionInPast',
    );
    expect(dumpVault(vault)).toBe(before);
  });
});

describe('the ledger', () => {
  it('filters, sorts and pages, and its figures are of all that the filter lets through', async () => {
    const { calls, personId } = await setting();
    await calls.get('competence.publishTable', { table: conversion() });
    await calls.get('persons.save', { personId: null, person: people.otherEmployee });
    await add(calls, personId, learningInput({ amount: 2500 }));
    const all = await calls.get('competence.ledger', query(2026));
    expect(all).toMatchObject({ total: 3, reached: 1, jp: 2500 });
    const below = await calls.get('competence.ledger', { ...query(2026), belowTarget: true });
    expect(below).toMatchObject({ total: 2, reached: 0 });
    const found = await calls.get('competence.ledger', { ...query(2026), search: 'peraga laras' });
    expect(found.rows.map((row) => row.personId)).toEqual([personId]);
    const none = await calls.get('competence.ledger', { ...query(2026), search: '100%' });
    expect(none.total).toBe(0);
    const last = await calls.get('competence.ledger', { ...query(2026), sort: 'jp', offset: 2, limit: 1 });
    expect(last.rows.map((row) => row.personId)).toEqual([personId]);
  });

  it('holds what counting everything anew gives', async () => {
    const { vault, calls, personId } = await setting();
    await calls.get('competence.publishTable', {
      table: conversion({ rows: [conversionRow({ yearlyMaximum: 700 })] }),
    });
    for (const change of [{}, { title: 'Lain' }, { to: '2026-12-24' }, { from: '2025-12-30', to: '2026-01-02' }, {}]) {
      await add(calls, personId, learningInput(change));
    }
    const anew = countRecords(recordsOfPerson(vault.records, personId), listVersions(vault.records), '2026-11-26');
    const kept = countedRecords(vault.records, personId);
    expect(kept.map(({ recordId, year, jp, verdict }) => ({ recordId, year, jp, verdict }))).toEqual(
      anew.map(({ recordId, year, jp, verdict }) => ({ recordId, year, jp, verdict })),
    );
    expect(await jpOf(calls, personId)).toBe(
      anew.filter(({ year }) => year === 2026).reduce((sum, { jp }) => sum + jp, 0),
    );
  });
});

/** Sums by person and year of what counting every record of the vault anew gives. */
const totalsAnew = (vault: OpenVault, today: string) => {
  const totals = new Map<string, { jp: number; records: number; uncounted: number }>();
  for (const { personId } of vault.records
    .selectDistinct({ personId: learningRecords.personId })
    .from(learningRecords)
    .all()) {
    for (const { year, jp, verdict } of countRecords(
      recordsOfPerson(vault.records, personId),
      listVersions(vault.records),
      today,
    )) {
      if (verdict === 'withdrawn') continue;
      const total = totals.get(`${personId} ${year}`) ?? { jp: 0, records: 0, uncounted: 0 };
      totals.set(`${personId} ${year}`, {
        jp: total.jp + jp,
        records: total.records + 1,
        uncounted: total.uncounted + (jp === 0 ? 1 : 0),
      });
    }
  }
  return totals;
};

describe('the sums that are kept', () => {
  it('are those of counting everything anew, after every kind of change', async () => {
    const { vault, calls, personId } = await setting();
    const other = await calls.get('persons.save', { personId: null, person: people.otherEmployee });
    const check = () => {
      const kept = vault.records.select().from(learningTotals).all();
      expect(new Map(kept.map(({ personId: who, year, ...sums }) => [`${who} ${year}`, sums]))).toEqual(
        totalsAnew(vault, '2026-11-26'),
      );
    };
    const first = await add(calls, personId, learningInput());
    check();
    await calls.get('competence.publishTable', {
      table: conversion({ rows: [conversionRow({ yearlyMaximum: 700 })] }),
    });
    check();
    await add(calls, personId, learningInput({ title: 'Lain' }));
    await add(calls, other.personId, learningInput({ from: '2025-12-30', to: '2026-01-02' }));
    await add(calls, other.personId, learningInput({ from: '2025-03-02', to: '2025-03-04' }));
    check();
    const moved = learningInput({ from: '2024-05-02', to: '2024-05-03' });
    await calls.get('competence.saveRecord', {
      personId,
      recordId: first,
      revision: 1,
      record: moved,
      guidanceHash: null,
    });
    check();
    await calls.get('competence.publishTable', {
      table: conversion({ fromYear: 2026, rows: [conversionRow({ jpPerUnit: 250 })] }),
    });
    check();
    await calls.get('competence.withdrawRecord', { recordId: first, reason: 'Salah orang' });
    check();
    expect(vault.records.select().from(learningTotals).all()).toHaveLength(3);
  });
});

describe('a plan', () => {
  it('goes from gap to evaluation, and is closed by it', async () => {
    const { vault, calls, personId } = await setting();
    const { position } = people.employee;
    const competences = [{ type: 'technical' as const, name: 'Pemetaan data', level: 4, description: '' }];
    const standard = { position, citation: 'Keputusan Contoh', competences };
    await calls.get('competence.saveStandard', { standardId: null, revision: 0, standard });
    for (const same of [position.toUpperCase(), position.replace(' ', '\u00a0 '), position.replace('a', '\u00e1')]) {
      const again = { standardId: null, revision: 0, standard: { ...standard, position: same } };
      expect(await calls.code('competence.saveStandard', again)).toBe('positionHasStandard');
    }
    const present = { assessedOn: '2026-01-15', basis: 'Wawancara', levels: [{ name: 'Pemetaan data', level: 2 }] };
    await calls.get('competence.saveCompetences', { personId, present });
    const { gaps } = await calls.get('competence.competences', { personId });
    expect(gaps).toEqual([{ type: 'technical', name: 'Pemetaan data', required: 4, present: 2 }]);
    const recordId = await add(calls, personId, learningInput({ kind: 'mentoring' }));
    const item = {
      itemId: 'a'.repeat(32),
      competence: 'Pemetaan data',
      aim: 'Menyusun peta data',
      kind: 'mentoring' as const,
      activity: '',
      quarter: 2,
      plannedJp: 1000,
      recordIds: [recordId],
    };
    const place = { personId, year: 2026 };
    const plan = { items: [item], remark: '' };
    await calls.get('competence.savePlan', { ...place, revision: 0, plan });
    expect((await calls.get('competence.plan', place)).lacks.map(({ code }) => code)).toEqual(['notEvaluated']);
    const paper = { medium: 'ink' as const, signedOn: '2026-12-10', attachmentIds: [await attach(calls, 'evaluasi')] };
    const enter = (revision: number, itemIds: readonly string[]) =>
      ({ ...place, revision, evaluation: judging(itemIds), replaces: null, official, paper }) as const;
    expect(await calls.code('competence.enterEvaluation', enter(1, []))).toBe('planItemsNotJudged');
    const remark = 'Diubah di jendela lain';
    await calls.get('competence.savePlan', { ...place, revision: 1, plan: { ...plan, remark } });
    const before = dumpVault(vault);
    expect(await calls.code('competence.enterEvaluation', enter(1, [item.itemId]))).toBe('planChanged');
    expect(dumpVault(vault)).toBe(before);
    await calls.get('competence.enterEvaluation', enter(2, [item.itemId]));
    expect((await calls.get('competence.plan', place)).lacks).toEqual([]);
    expect(await calls.code('competence.savePlan', { ...place, revision: 2, plan })).toBe('planEvaluated');
    const { units } = await calls.get('competence.figures', { year: 2026 });
    expect(units.find(({ unit }) => unit === people.employee.unit)).toMatchObject({
      gaps: 'withheld',
      assessed: 'small',
    });
  });

  it.each([
    ['PRANATA  Contoh', 'Pranata Contoh'],
    ['Pranata\u00a0Contoh', 'pranata contoh'],
    ['Pranata Contoh', 'Pran\u00e1ta  Contoh'],
  ])('meets one standard on the page and in the figures (%j, held as %j)', async (position, held) => {
    const { calls } = await setting();
    const person = { ...people.otherEmployee, position: held, unit: 'Unit Ejaan' };
    const { personId } = await calls.get('persons.save', { personId: null, person });
    const competences = [{ type: 'technical' as const, name: 'Pemetaan data', level: 4, description: '' }];
    const standard = { position, citation: 'Keputusan Contoh', competences };
    await calls.get('competence.saveStandard', { standardId: null, revision: 0, standard });
    const present = { assessedOn: '2026-01-15', basis: 'Wawancara', levels: [] };
    await calls.get('competence.saveCompetences', { personId, present });
    expect((await calls.get('competence.competences', { personId })).gaps).toHaveLength(1);
    const { units } = await calls.get('competence.figures', { year: 2026 });
    expect(units.find(({ unit }) => unit === person.unit)).toMatchObject({ gaps: 'withheld', assessed: 'small' });
  });

  it('takes records of the person alone', async () => {
    const { calls, personId } = await setting();
    const other = await calls.get('persons.save', { personId: null, person: people.otherEmployee });
    const recordId = await add(calls, other.personId, learningInput());
    const item = {
      itemId: 'a'.repeat(32),
      competence: '',
      aim: 'Belajar',
      kind: 'course' as const,
      activity: '',
      quarter: 1,
      plannedJp: 0,
      recordIds: [recordId],
    };
    const saving = { personId, year: 2026, revision: 0, plan: { items: [item], remark: '' } };
    expect(await calls.code('competence.savePlan', saving)).toBe('unknownLearningRecord');
  });
});
