import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { meta } from '../../../electron/backend/db/shared-columns.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { archiveLists } from '../../../shared/domain/documents/office/kinds.ts';
import { erasurePapers } from '../../../shared/domain/retention/erasure.ts';
import { addYears } from '../../../shared/domain/retention/schedule.ts';
import { placeBackups } from '../../fixtures/backups.ts';
import { type Calls, callsOn } from '../../fixtures/calls.ts';
import { sign } from '../../fixtures/case-walks.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { enter } from '../../fixtures/enter.ts';
import { foundInstitution, look, pass, send, sendReceipt, take } from '../../fixtures/institution.ts';
import { openForTest, vaultTemplate } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import {
  atOnce,
  begin,
  type Execution,
  erase,
  execution,
  filesOf,
  propose,
  reason,
  schedule,
  today,
} from './ended-file.ts';

// Retention and erasure of files in one vault: nothing goes by itself, nothing that is kept goes, and of what goes
// nothing is left that the keys could open.

beforeAll(async () => {
  await vaultTemplate();
});

const witnessed: Execution = { ...execution, witnesses: ['Saksi Satu, Kepala Bagian Hukum', 'Saksi Dua, Inspektorat'] };
const approval = {
  official: 'Pejabat Contoh, Sekretaris',
  number: '7/2030',
  date: today,
  consideration: 'Tidak bernilai guna lagi.',
};

describe('the retention of files', () => {
  it('lists what has ended, without a name, and leaves what goes on', async () => {
    const { calls, caseId } = await begin();
    const view = await calls.get('case.retention', {});
    expect(view.files).toMatchObject([{ caseId, kind: 'notCounselled', dueOn: today, obstacle: null, attachments: 1 }]);
    expect(JSON.stringify(view)).not.toContain(people.employee.name);
    // It is named in no list any more, and opens by its id.
    const lists = [
      await calls.get('case.list', {}),
      await calls.get('overview.home', { today }),
      await calls.get('overview.schedule', { from: '2020-01-01', to: '2030-01-01' }),
      await calls.get('documents.list', {}),
    ];
    expect(JSON.stringify(lists)).not.toContain(people.employee.name);
    expect((await calls.get('case.open', { caseId })).employee.name).toBe(people.employee.name);
  });

  it('is due after our own short term of twelve months, and never where nothing is set', async () => {
    const { calls, caseId } = await begin();
    const first = { holding: null, schedule: { ...schedule, notCounselled: { ...atOnce, active: 1 } } };
    await calls.get('retention.set', first);
    expect(await filesOf(calls)).toMatchObject([{ caseId, dueOn: addYears(today, 1), obstacle: 'fileNotDue' }]);
    await calls.get('retention.set', { holding: null, schedule: { ...schedule, notCounselled: null } });
    expect(await filesOf(calls)).toMatchObject([{ dueOn: null, obstacle: 'fileNotDue' }]);
  });

  it('lets nothing be erased by halves: each obstacle is told by its name, and changes nothing', async () => {
    const { calls, caseId, other } = await begin();
    const code = (caseIds: string[]) => calls.code('retention.propose', { caseIds, reason });
    await calls.get('retention.set', { holding: null, schedule });
    expect(await code([caseId])).toBe('holdingUnknown');
    await calls.get('retention.set', { holding: 'archive', schedule });
    expect(await code([other])).toBe('fileNotEnded');
    expect(await code([caseId, other])).toBe('fileNotEnded');
    expect(await code(['0'.repeat(32)])).toBe('fileNotEnded');
    await calls.get('retention.freeze', { caseId, reason: 'objection', note: 'Keberatan 3/2026' });
    expect(await code([caseId])).toBe('fileFrozen');
    await calls.get('retention.unfreeze', { caseId });
    const kept = { ...schedule, notCounselled: { ...atOnce, disposition: 'permanent' as const } };
    await calls.get('retention.set', { holding: 'archive', schedule: kept });
    expect(await code([caseId])).toBe('fileKept');
    await calls.get('retention.set', { holding: 'workingCopy', schedule: kept });
    expect(await code([caseId])).toBe('ok');
    expect(await code([caseId])).toBe('fileInErasure');
    expect((await filesOf(calls)).map((file) => file.caseId)).toEqual([caseId]);
  });

  it('asks an archive for its approval and two witnesses, a working copy for neither', async () => {
    const { calls, caseId } = await begin('archive');
    const erasureId = await propose(calls, [caseId]);
    const code = (how = execution) => calls.code('retention.erase', { erasureId, execution: how });
    expect(await code(witnessed)).toBe('erasureNotReady');
    await calls.get('retention.approve', { erasureId, approval });
    expect(await code()).toBe('tooFewWitnesses');
    expect(await code({ ...witnessed, date: '2020-01-01' })).toBe('approvalLater');
    expect(await code(witnessed)).toBe('ok');
    expect(await code(witnessed)).toBe('erasureNotReady');
    expect(await calls.code('retention.withdraw', { erasureId })).toBe('erasureNotReady');
  });

  it('erases nothing that was frozen after it was proposed, or of what was withdrawn', async () => {
    const { calls, caseId } = await begin();
    const erasureId = await propose(calls, [caseId]);
    await calls.get('retention.freeze', { caseId, reason: 'examination', note: '' });
    expect(await calls.code('retention.erase', { erasureId, execution })).toBe('fileFrozen');
    await calls.get('retention.unfreeze', { caseId });
    await calls.get('retention.withdraw', { erasureId });
    expect(await calls.code('retention.erase', { erasureId, execution })).toBe('erasureNotReady');
    expect((await filesOf(calls)).map((file) => file.caseId)).toEqual([caseId]);
  });
});

describe('a clock that is years ahead', () => {
  const ahead = { now: () => Date.now() + 5 * 365 * 86_400_000 };

  it('makes no file due: nothing is proposed or erased by it', async () => {
    const { calls, caseId, vault } = await begin();
    const erasureId = await propose(calls, [caseId]);
    const later = callsOn(vault, ahead);
    // Whatever is written first tells that it leapt.
    await later.get('settings.set', await later.get('settings.get', {}));
    expect(await later.code('retention.propose', { caseIds: [caseId], reason })).toBe('clockDoubted');
    expect(await later.code('retention.erase', { erasureId, execution })).toBe('clockDoubted');
    expect((await filesOf(calls)).map((file) => file.caseId)).toEqual([caseId]);
  });

  it('keeps no backup from before an erasure from being known as one', async () => {
    const { calls, caseId, vault } = await begin();
    await placeBackups(calls);
    await callsOn(vault, ahead).get('backup.make', {});
    await calls.get('settings.set', await calls.get('settings.get', {}));
    const made = await calls.get('backup.status', {});
    await calls.get('backup.make', {});
    // The latest that was made is the last one, whatever the clock read before.
    const now = await calls.get('backup.status', {});
    expect((now.lastAt ?? '') < (made.lastAt ?? '')).toBe(true);
    await erase(calls, await propose(calls, [caseId]));
    expect((await calls.get('backup.status', {})).beforeErasure).toEqual({ here: 2, away: 0 });
  });
});

describe('an erased file', () => {
  it('is gone from every list, with its drafts; the other one stays whole', async () => {
    const { calls, caseId, other, vault } = await begin();
    await calls.get('drafts.save', { kind: 'act:caseClosed', caseId, subjectKey: '', content: '{}' });
    await calls.get('drafts.save', { kind: 'act:feedbackRecorded', caseId: other, subjectKey: '', content: '{}' });
    const note = { noteId: null, caseId, title: 'Catatan', content: '{"type":"doc"}', attachmentIds: [] };
    await calls.get('notes.save', note);
    const erasureId = await propose(calls, [caseId]);
    expect(await erase(calls, erasureId)).toEqual({ files: 1 });
    expect((await calls.get('case.list', {})).map((found) => found.caseId)).toEqual([other]);
    expect(await calls.code('case.open', { caseId })).toBe('unknownCase');
    expect(await filesOf(calls)).toEqual([]);
    expect((await calls.get('drafts.list', { caseId })).length).toBe(0);
    expect((await calls.get('drafts.list', { caseId: other })).length).toBe(1);
    // A private note is its author's alone to erase.
    expect((await calls.get('notes.list', { caseId: null })).map(({ title }) => title)).toEqual(['Catatan']);
    expect((await calls.get('case.open', { caseId: other })).acts.length).toBe(1);
    const { erasures } = await calls.get('case.retention', {});
    expect(erasures).toMatchObject([{ state: 'done', content: { files: [{ caseId }], outOfReach: { receivers: 0 } } }]);
    expect([...auditRows(vault.records)].map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['erasureProposed', 'fileErased', 'erasureDone']),
    );
    expect(vault.records.$client.pragma('foreign_key_check')).toEqual([]);
  });

  /** From now on what removes a draft, or notes that a file was erased, fails in the one connection there is. */
  const refuse = ({ $client }: OpenVault['records'] | OpenVault['notes'], write: string): void => {
    $client.exec(`CREATE TEMP TRIGGER refused BEFORE ${write} BEGIN SELECT RAISE(ABORT, 'refused'); END`);
  };
  const withDrafts = async () => {
    const scene = await begin();
    const { calls, caseId, other } = scene;
    for (const about of [caseId, other])
      await calls.get('drafts.save', { kind: 'act:caseClosed', caseId: about, subjectKey: '', content: '{}' });
    return { ...scene, erasureId: await propose(calls, [caseId]) };
  };
  const drafts = async (calls: Calls, caseId: string) => (await calls.get('drafts.list', { caseId })).length;

  it('costs no draft when it cannot be erased', async () => {
    const { calls, caseId, erasureId, vault } = await withDrafts();
    refuse(vault.records, 'INSERT ON main.erased_files');
    await expect(calls.get('retention.erase', { erasureId, execution })).rejects.toThrow();
    expect(await drafts(calls, caseId)).toBe(1);
    expect(await calls.code('case.open', { caseId })).toBe('ok');
  });

  it('loses its drafts at the next opening when it was cut off before them, and no others', async () => {
    const { calls, caseId, other, erasureId, vault } = await withDrafts();
    refuse(vault.notes, 'DELETE ON main.drafts');
    await expect(erase(calls, erasureId)).rejects.toThrow();
    expect(await calls.code('case.open', { caseId })).toBe('unknownCase');
    vault.close();
    const again = await openForTest(vault.dir);
    const later = callsOn(again);
    expect(await drafts(later, caseId)).toBe(1);
    await enter(again);
    expect([await drafts(later, caseId), await drafts(later, other)]).toEqual([0, 1]);
    expect(again.records.select().from(meta).where(eq(meta.key, 'draftsOfErased')).get()).toBeUndefined();
  });

  it('takes its employee out of the register, unless something else names the person or the holder keeps it', async () => {
    const { calls, caseId, other } = await begin();
    const names = async () =>
      (await calls.get('persons.list', { search: '', includeArchived: true })).map(({ name }) => name);
    expect(await names()).toContain(people.employee.name);
    await erase(calls, await propose(calls, [caseId]));
    expect(await names()).not.toContain(people.employee.name);
    expect(await names()).toContain(people.otherEmployee.name);
    expect(await calls.code('case.open', { caseId: other })).toBe('ok');
  });

  it('prints what the panel weighs, who agrees, and the lists of the archive without a name', async () => {
    const { calls, caseId } = await begin();
    const erasureId = await propose(calls, [caseId]);
    for (const paper of erasurePapers) await calls.get('retention.prepare', { erasureId, paper });
    for (const list of archiveLists) await calls.get('retention.prepare', { list });
    const pages = calls.host.jobs.map((job) => JSON.stringify(job));
    expect(pages).toHaveLength(erasurePapers.length + archiveLists.length);
    expect(pages[1]).toContain('Pertimbangan panitia penilai arsip');
    for (const page of pages) expect(page).not.toContain(people.employee.name);
  });

  it('lists for the transfer what is no longer active, and in the list of files what goes on too', async () => {
    const { calls, caseId } = await begin();
    const rows = async (list: 'fileList' | 'transferMinutes'): Promise<number> => {
      await calls.get('retention.prepare', { list });
      return JSON.stringify(calls.host.jobs.at(-1)).split(' langkah, ').length - 1;
    };
    expect([await rows('fileList'), await rows('transferMinutes')]).toEqual([2, 1]);
    await calls.get('retention.freeze', { caseId, reason: 'appeal', note: '' });
    expect([await rows('fileList'), await rows('transferMinutes')]).toEqual([2, 0]);
  });

  it('prints its list and its berita acara without a name', async () => {
    const { calls, caseId } = await begin();
    const erasureId = await propose(calls, [caseId]);
    await calls.get('retention.prepare', { erasureId, paper: 'erasureList' });
    await erase(calls, erasureId, { ...witnessed, number: '3/BA/2026', place: 'Kota Contoh' });
    await calls.get('retention.prepare', { erasureId, paper: 'erasureRecord' });
    const pages = calls.host.jobs.map((job) => JSON.stringify(job));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('Daftar Salinan Kerja yang Diusulkan Dihapus');
    expect(pages[1]).toContain('Catatan Penghapusan Salinan Kerja');
    expect(pages[1]).toContain('Saksi Dua, Inspektorat');
    for (const page of pages) expect(page).not.toContain(people.employee.name);
  });
});

describe('what others send of an erased file', () => {
  it('is refused by its name, and nothing of it comes back', async () => {
    const { members } = await foundInstitution({
      officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
      assessor: { person: people.assessor, roles: ['assessor'] },
    });
    const { officer, assessor } = members;
    const caseId = await reportedCase(assessor.calls);
    await pass(assessor, officer, caseId);
    await sign(assessor.calls, caseId, 'employeeMistaken', 'assessor');
    await pass(assessor, officer, caseId);
    await officer.calls.get('retention.set', { holding: 'workingCopy', schedule });
    await erase(officer.calls, await propose(officer.calls, [caseId]));
    const { erasures } = await officer.calls.get('case.retention', {});
    expect(erasures[0]?.content.outOfReach).toEqual({ receivers: 1, backups: 0 });
    expect(dumpVault(officer.vault)).not.toContain(people.employee.name);
    const again = await look(officer, await send(assessor, officer, caseId, true));
    expect(again).toMatchObject({ held: 'fileErased' });
    expect(await officer.calls.get('exchange.review', { earlier: true })).toEqual([]);
    // What goes on between the two vaults does: receipts, what is due, the journal.
    await take(assessor, await sendReceipt(officer, assessor));
    expect((await officer.calls.get('exchange.outbox', { caseId: null })).cases).toEqual([]);
    expect((await officer.calls.get('exchange.journal', {})).entries.length).toBeGreaterThan(0);
    const other = await reportedCase(assessor.calls);
    await pass(assessor, officer, other);
    expect((await officer.calls.get('case.list', {})).map((found) => found.caseId)).toEqual([other]);
  });
});
