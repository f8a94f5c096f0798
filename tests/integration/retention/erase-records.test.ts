import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { applyErasedLists } from '../../../electron/backend/retention/erased-list.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import { writeIdentity } from '../../../electron/backend/vault/identity.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { guidanceNumber } from '../../../shared/domain/retention/erasure.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { lastBackupIn, placeBackups, restoredVault } from '../../fixtures/backups.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { enter } from '../../fixtures/enter.ts';
import { erasedToday } from '../../fixtures/erase-mistaken.ts';
import { coachingSample, workedCoaching } from '../../fixtures/guidance.ts';
import { foundInstitution, look, take } from '../../fixtures/institution.ts';
import { conversion, learningInput } from '../../fixtures/learning.ts';
import { copyOfVault, openForTest, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { begin, guidanceCast, make, sendRecord } from '../guidance/support.ts';

// Guidance and years of learning records are erased as files are: once they have ended and their years are over, with
// all that hangs on them, and nothing of them comes back.

beforeAll(async () => {
  await vaultTemplate();
});

const atOnce = { active: 0, inactive: 0, disposition: 'destroy', citation: '' } as const;
const none = { counselled: null, notCounselled: null, wrongEmployee: null };
const reason = 'Masa simpan lewat.';
const setAtOnce = ({ get }: Calls, holding: 'archive' | 'workingCopy' = 'workingCopy') =>
  get('retention.set', { holding, schedule: { ...none, guidance: atOnce, learning: atOnce } });

const retention = async ({ get }: Calls) => ({
  ...(await get('case.retention', {})),
  guidance: await get('guidance.retention', {}),
  learning: await get('competence.retention', {}),
});

const erase = async (calls: Calls, what: { guidanceIds?: string[]; years?: string[] }) => {
  const { erasureId } = await calls.get('retention.propose', { ...what, reason });
  await calls.get('retention.erase', { erasureId, execution: erasedToday() });
  return erasureId;
};

const concluded = () => ({ ...workedCoaching(), status: 'concluded' as const });

/** A coach's vault with a coaching that ended and one that goes on, each with a signed record and a scan. */
const coached = async () => {
  const vault = await openForTest(await copyOfVault());
  const identity = { person: people.assessor, roles: ['assessor', 'coach'], institution: people.institution } as const;
  unwrap(transactRecords(vault.records, (tx) => ok(writeIdentity(vaultDeps, tx, identity))));
  const calls = callsOn(vault);
  const guidanceId = await begin(calls, concluded());
  const other = await begin(calls);
  const made = async (id: string) => {
    const signed = await make(calls, id, coachingSample());
    const onPaper = await make(calls, id, coachingSample({ problem: 'Lain.' }), false);
    const scan = await attach(calls, `pindaian ${id}`);
    await calls.get('guidance.addPaper', {
      ...{ hash: onPaper, medium: 'ink', signedOn: '2026-11-21', attachmentIds: [scan] },
    });
    return { signed, scan };
  };
  return { vault, calls, guidanceId, other, own: await made(guidanceId), others: await made(other) };
};

/** A vault with learning records of two years that are over and of this one, a plan of each, and a file of evidence. */
const learned = async () => {
  const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
  const calls = callsOn(vault);
  const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
  await calls.get('competence.publishTable', { table: conversion() });
  const add = async (year: string, evidence: string[] = []) => {
    const record = learningInput({ title: `Kursus ${year}`, from: `${year}-03-02`, to: `${year}-03-04`, evidence });
    const made = await calls.get('competence.saveRecord', {
      ...{ personId, recordId: null, revision: 0, record, guidanceHash: null },
    });
    return made.recordId;
  };
  const shared = await attach(calls, 'sertifikat dua tahun');
  const alone = await attach(calls, 'sertifikat 2023');
  const old = await add('2023', [shared, alone]);
  const later = await add('2024', [shared]);
  const plan = (year: number, recordIds: string[]) =>
    calls.get('competence.savePlan', {
      ...{ personId, year, revision: 0 },
      plan: {
        items: [
          {
            ...{ itemId: 'a'.repeat(32), competence: '', aim: 'Data', kind: 'eLearning' as const, activity: '' },
            ...{ quarter: 1, plannedJp: 100, recordIds },
          },
        ],
        remark: '',
      },
    });
  await plan(2023, [old]);
  await plan(2024, [old, later]);
  return { vault, calls, personId, add, old, later, shared, alone };
};

const yearsOf = async (calls: Calls, personId: string) =>
  (await calls.get('competence.employee', { personId })).records.map(({ to }) => to.slice(0, 4));

const intact = ({ records }: OpenVault): void => {
  expect(records.$client.pragma('foreign_key_check')).toEqual([]);
};

describe('the retention of guidance', () => {
  it('lists what was concluded, without a name, and nothing of it is due before years are set', async () => {
    const { calls, guidanceId } = await coached();
    await calls.get('retention.set', { holding: 'workingCopy', schedule: none });
    const view = await retention(calls);
    const standing = { dueOn: null, obstacle: 'fileNotDue' };
    const days = { form: 'coaching', from: '2026-11-20', to: '2026-11-20', records: 2, attachments: 2 };
    expect(view.guidance).toMatchObject([{ guidanceId, ...days, ...standing }]);
    for (const { name } of [people.employee, people.assessor]) expect(JSON.stringify(view)).not.toContain(name);
    expect(JSON.stringify(view)).not.toContain('Mutu data bulanan');
    await setAtOnce(calls);
    expect((await retention(calls)).guidance).toMatchObject([{ dueOn: '2026-11-20', obstacle: null }]);
  });

  it('names each obstacle, and freezes', async () => {
    const { calls, guidanceId, other } = await coached();
    await setAtOnce(calls);
    const code = (guidanceIds: string[]) => calls.code('retention.propose', { guidanceIds, reason });
    expect(await code([other])).toBe('fileNotEnded');
    await calls.get('retention.freeze', { guidanceId, reason: 'objection', note: 'Keberatan' });
    expect((await retention(calls)).guidance).toMatchObject([
      { obstacle: 'fileFrozen', frozen: { note: 'Keberatan' } },
    ]);
    expect(await code([guidanceId])).toBe('fileFrozen');
    const { erasures } = await retention(calls);
    expect(erasures).toEqual([]);
    await calls.get('retention.unfreeze', { guidanceId });
    expect(await code([guidanceId])).toBe('ok');
    expect(await code([guidanceId])).toBe('fileInErasure');
    expect(await calls.code('retention.freeze', { guidanceId: '0'.repeat(32), reason: 'other', note: '' })).toBe(
      'unknownGuidance',
    );
  });

  it('erases working papers, records, signatures, scans, drafts and what calendars were told; the other one stays', async () => {
    const { calls, vault, guidanceId, other, own, others } = await coached();
    await setAtOnce(calls);
    for (const subjectKey of [guidanceId, other])
      await calls.get('drafts.save', { kind: 'guidanceSummary', caseId: null, subjectKey, content: '{}' });
    // Words that were too long for their place do not say of which guidance they are.
    await calls.get('drafts.save', {
      ...{ kind: 'over:guidanceFile', caseId: null, subjectKey: `${'c'.repeat(32)} 1`, content: '"kata"' },
    });
    await erase(calls, { guidanceIds: [guidanceId] });
    expect((await calls.get('guidance.list', {})).map((file) => file.guidanceId)).toEqual([other]);
    expect(await calls.code('guidance.get', { guidanceId })).toBe('unknownGuidance');
    const freezing = { guidanceId, reason: 'objection', note: '' } as const;
    expect(await calls.code('retention.freeze', freezing)).toBe('unknownGuidance');
    const file = { store: 'records', offset: 0, length: 10 } as const;
    expect(await calls.code('attachments.read', { ...file, attachmentId: own.scan })).not.toBe('ok');
    expect(await calls.code('attachments.read', { ...file, attachmentId: others.scan })).toBe('ok');
    expect((await calls.get('guidance.get', { guidanceId: other })).records).toHaveLength(2);
    expect((await calls.get('drafts.list', { caseId: null })).map(({ subjectKey }) => subjectKey)).toEqual([other]);
    intact(vault);
    // The trail tells that it went, and what was seen of it before names nothing any more.
    expect(
      (await calls.get('audit.list', { store: 'records', before: null, limit: 100 })).entries.length,
    ).toBeGreaterThan(0);
    expect([...auditRows(vault.records)].map(({ kind }) => kind)).toEqual(expect.arrayContaining(['guidanceErased']));
  });

  it('stands on the papers by its number, its days and its amount, beside years', async () => {
    const { calls, guidanceId } = await coached();
    await setAtOnce(calls);
    const { erasureId } = await calls.get('retention.propose', { guidanceIds: [guidanceId], reason });
    const before = calls.host.jobs.length;
    await calls.get('retention.prepare', { erasureId, paper: 'erasureList' });
    const page = JSON.stringify(calls.host.jobs.slice(before));
    for (const text of [guidanceNumber(guidanceId), 'Berkas pembinaan', '2 rekaman, 2 lampiran'])
      expect(page).toContain(text);
    expect(page).not.toContain(people.employee.name);
  });
});

describe('the retention of learning records', () => {
  it('lists each year that is over with its records and plans', async () => {
    const { calls, add } = await learned();
    await add(toLocalDay(Date.now()).slice(0, 4));
    await setAtOnce(calls);
    const { learning } = await retention(calls);
    expect(learning).toMatchObject([
      { year: '2023', records: 1, plans: 1, attachments: 2, dueOn: '2023-12-31', obstacle: null },
      { year: '2024', records: 1, plans: 1, attachments: 1, obstacle: null },
    ]);
    await calls.get('retention.freeze', { year: '2023', reason: 'examination', note: '' });
    expect(await calls.code('retention.propose', { years: ['2023'], reason })).toBe('fileFrozen');
    expect(await calls.code('retention.propose', { years: ['2024', '2026'], reason })).toBe('fileNotEnded');
  });

  it('erases a year whole: JP, plan, evidence and drafts; what other years share stays', async () => {
    const { calls, vault, personId, old, later, shared, alone } = await learned();
    await setAtOnce(calls);
    const draft = { kind: 'learningWithdrawal', caseId: null, content: '{"reason":""}' };
    for (const recordId of [old, later])
      await calls.get('drafts.save', { ...draft, subjectKey: `${personId} ${recordId}` });
    await erase(calls, { years: ['2023'] });
    expect(await yearsOf(calls, personId)).toEqual(['2024']);
    const { years } = await calls.get('competence.employee', { personId });
    expect(years.find(({ year }) => year === 2023)).toBeUndefined();
    expect((await calls.get('competence.filters', {})).years).toEqual([2024]);
    expect(await calls.get('competence.plan', { personId, year: 2023 })).toMatchObject({ plan: null, revision: 0 });
    const plan = await calls.get('competence.plan', { personId, year: 2024 });
    expect(plan.plan?.items.map(({ recordIds }) => recordIds)).toEqual([[later]]);
    const saved = { personId, year: 2024, revision: plan.revision, plan: plan.plan! };
    expect(await calls.code('competence.savePlan', saved)).toBe('ok');
    const file = { store: 'records', offset: 0, length: 5 } as const;
    expect(await calls.code('attachments.read', { ...file, attachmentId: alone })).not.toBe('ok');
    expect(await calls.code('attachments.read', { ...file, attachmentId: shared })).toBe('ok');
    expect((await calls.get('drafts.list', { caseId: null })).map(({ subjectKey }) => subjectKey)).toEqual([
      `${personId} ${later}`,
    ]);
    intact(vault);
  });

  it('takes nothing of an erased year in again: neither typed, nor by CSV, nor as a plan; nor frozen', async () => {
    const { calls, personId, later } = await learned();
    await setAtOnce(calls);
    await erase(calls, { years: ['2023'] });
    const freezing = { reason: 'objection', note: '' } as const;
    expect(await calls.code('retention.freeze', { year: '2023', ...freezing })).toBe('learningYearErased');
    expect(await calls.code('retention.freeze', { year: '2024', ...freezing })).toBe('ok');
    const record = learningInput({ from: '2023-12-30', to: '2023-12-31' });
    const saving = { personId, recordId: null, revision: 0, record, guidanceHash: null };
    expect(await calls.code('competence.saveRecord', saving)).toBe('learningYearErased');
    const moved = { ...saving, recordId: later, revision: 1 };
    expect(await calls.code('competence.saveRecord', moved)).toBe('learningYearErased');
    const plan = { personId, year: 2023, revision: 0, plan: { items: [], remark: '' } };
    expect(await calls.code('competence.savePlan', plan)).toBe('learningYearErased');
    const rows = ['2023', '2024'].map(
      (year) => `${people.employee.nip};E-learning;Baru;${year}-05-02;${year}-05-03;jam;2`,
    );
    const text = `NIP;Jenis;Judul;Mulai;Selesai;Satuan;Jumlah\n${rows.join('\n')}\n`;
    const path = join(calls.host.folder ?? '', 'masuk.csv');
    writeFileSync(path, text);
    calls.host.files = [path];
    const [file] = await calls.get('dialog.chooseFiles', { purpose: 'csv' });
    const store = { seen: toHex(sha256(Buffer.from(text))), leaveOut: false };
    const asked = { fileToken: file?.token ?? '', dayOrder: null, store };
    expect(await calls.get('competence.importRecords', asked)).toMatchObject({
      ...{ stored: false, accepted: 0, problemCount: 1 },
      problems: [{ row: 2, column: 'Selesai', code: 'csvYearErased' }],
    });
  });

  it('that holds more than when it was proposed is not erased by the approval of that time', async () => {
    const { calls, personId } = await learned();
    await setAtOnce(calls, 'archive');
    const execution = { ...erasedToday(), witnesses: ['Saksi Satu', 'Saksi Dua'] };
    const approval = {
      official: 'Pejabat Contoh, Sekretaris',
      number: '7/2030',
      date: execution.date,
      consideration: 'Sudah dinilai.',
    };
    const approved = async () => {
      const { erasureId } = await calls.get('retention.propose', { years: ['2023'], reason });
      await calls.get('retention.approve', { erasureId, approval });
      return erasureId;
    };
    const erasureId = await approved();
    const record = learningInput({ from: '2023-06-01', to: '2023-06-02' });
    await calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    expect(await calls.code('retention.erase', { erasureId, execution })).toBe('erasureGrown');
    await calls.get('retention.withdraw', { erasureId });
    expect(await calls.code('retention.erase', { erasureId: await approved(), execution })).toBe('ok');
  });
});

describe('an erasure of both kinds', () => {
  const scene = async () => {
    const { vault, calls, guidanceId } = await coached();
    const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
    const record = learningInput({ from: '2023-03-02', to: '2023-03-04' });
    await calls.get('competence.saveRecord', { personId, recordId: null, revision: 0, record, guidanceHash: null });
    await setAtOnce(calls);
    const place = await placeBackups(calls);
    return { vault, calls, guidanceId, personId, place };
  };

  it('is applied to a backup from before, also of a time when they were frozen', async () => {
    const { calls, guidanceId, personId, place } = await scene();
    for (const named of [{ guidanceId }, { year: '2023' }])
      await calls.get('retention.freeze', { ...named, reason: 'other', note: 'rahasia' });
    await calls.get('backup.make', {});
    for (const named of [{ guidanceId }, { year: '2023' }]) await calls.get('retention.unfreeze', named);
    await erase(calls, { guidanceIds: [guidanceId], years: ['2023'] });
    const older = lastBackupIn(place);
    const vault = await restoredVault(older);
    const again = callsOn(vault);
    expect((await retention(again)).guidance).toHaveLength(1);
    expect(unwrap(applyErasedLists(unlockedOf(again.context), older))).toBe(2);
    expect(await again.code('guidance.get', { guidanceId })).toBe('unknownGuidance');
    expect(await yearsOf(again, personId)).toEqual([]);
    expect(vault.records.$client.prepare('SELECT count(*) FROM record_freezes').pluck().get()).toBe(0);
    intact(vault);
    vault.close();
  });

  it('loses its drafts at the next opening when it was cut off before them', async () => {
    const { calls, vault, guidanceId } = await scene();
    await calls.get('drafts.save', { kind: 'guidanceSummary', caseId: null, subjectKey: guidanceId, content: '{}' });
    const { erasureId } = await calls.get('retention.propose', { guidanceIds: [guidanceId], years: ['2023'], reason });
    vault.notes.$client.exec(
      "CREATE TEMP TRIGGER refused BEFORE DELETE ON main.drafts BEGIN SELECT RAISE(ABORT, 'refused'); END",
    );
    await expect(calls.get('retention.erase', { erasureId, execution: erasedToday() })).rejects.toThrow();
    expect(await calls.code('guidance.get', { guidanceId })).toBe('unknownGuidance');
    vault.close();
    const opened = await openForTest(vault.dir);
    const drafts = async () => (await callsOn(opened).get('drafts.list', { caseId: null })).length;
    expect(await drafts()).toBe(1);
    await enter(opened);
    expect(await drafts()).toBe(0);
  });
});

describe('what others send of an erased guidance', () => {
  it('is refused by its name, and who has it is out of reach', async () => {
    const { members } = await foundInstitution(guidanceCast);
    const { coach, employee } = members;
    const guidanceId = await begin(coach.calls);
    const hash = await make(coach.calls, guidanceId, coachingSample());
    await take(employee, await sendRecord(coach, employee, hash));
    await employee.calls.get('guidance.signRecord', { hash });
    await setAtOnce(employee.calls);
    // Only records came: what has the days of the last of them.
    const view = await retention(employee.calls);
    expect(view.guidance).toMatchObject([{ guidanceId, to: '2026-11-20', records: 1 }]);
    await erase(employee.calls, { guidanceIds: [guidanceId] });
    const { erasures } = await retention(employee.calls);
    expect(erasures[0]?.content).toMatchObject({ outOfReach: { receivers: 1 }, sharers: [] });
    for (const record of [hash, await make(coach.calls, guidanceId, coachingSample({ problem: 'Baru.' }))]) {
      expect(await look(employee, await sendRecord(coach, employee, record))).toMatchObject({ held: 'fileErased' });
    }
    expect(await employee.calls.get('guidance.list', {})).toEqual([]);
    // Another coaching of the same two comes in.
    const next = await begin(coach.calls);
    await take(employee, await sendRecord(coach, employee, await make(coach.calls, next, coachingSample())));
    expect((await employee.calls.get('guidance.list', {})).map((file) => file.guidanceId)).toEqual([next]);
  });
});
