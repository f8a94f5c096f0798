import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { meta } from '../../../electron/backend/db/shared-columns.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { applyErasedLists } from '../../../electron/backend/retention/erased-list.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import { writeIdentity } from '../../../electron/backend/vault/identity.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { InputOf } from '../../../shared/contract/method.ts';
import { addYears } from '../../../shared/domain/retention/schedule.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { type Calls, callsOn } from '../../fixtures/calls.ts';
import { evaluated, observed, opened, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { enter } from '../../fixtures/enter.ts';
import { foundInstitution, look, pass, send, sendReceipt, take } from '../../fixtures/institution.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { reportedCase } from '../../fixtures/reported-case.ts';
import { restoreInto } from '../../fixtures/restore.ts';

// Retention and erasure of files in one vault: nothing goes by itself, nothing that is kept goes, and of what goes
// nothing is left that the keys could open.

beforeAll(async () => {
  await vaultTemplate();
});

const today = toLocalDay(Date.now());
const reason = 'Masa simpan lewat.';
type Execution = InputOf<Contract['retention.erase']>['execution'];
const execution: Execution = { number: '', date: today, place: '', witnesses: [] };
const witnessed: Execution = { ...execution, witnesses: ['Saksi Satu, Kepala Bagian Hukum', 'Saksi Dua, Inspektorat'] };
const approval = {
  official: 'Pejabat Contoh, Sekretaris',
  number: '7/2030',
  date: today,
  consideration: 'Tidak bernilai guna lagi.',
};

interface Scene {
  readonly vault: OpenVault;
  readonly calls: Calls;
  /** Ended by "berubah". */
  readonly caseId: string;
  /** Still goes on. */
  readonly other: string;
}

const atOnce = { active: 0, inactive: 0, disposition: 'destroy', citation: '' } as const;
const schedule = { counselled: null, notCounselled: atOnce, wrongEmployee: atOnce };

/** A vault with a file that ended, one that goes on, and terms that are over at once. */
const begin = async (holding: 'archive' | 'workingCopy' = 'workingCopy'): Promise<Scene> => {
  const vault = await openForTest(await copyOfVault());
  const identity = { person: people.assessor, roles: ['assessor'], institution: people.institution } as const;
  unwrap(transactRecords(vault.records, (tx) => ok(writeIdentity(vaultDeps, tx, identity))));
  const calls = callsOn(vault);
  const caseId = await observed(calls);
  await evaluated(calls, caseId, 'changed');
  await sign(calls, caseId, 'caseClosed', 'assessor', { content: { reason: 'behaviourChanged' } });
  const other = await opened(calls, { content: { employee: people.otherEmployee } });
  await calls.get('retention.set', { holding, schedule });
  return { vault, calls, caseId, other };
};

const propose = async (calls: Calls, caseIds: readonly string[]): Promise<string> =>
  (await calls.get('retention.propose', { caseIds: [...caseIds], reason })).erasureId;

const erase = (calls: Calls, erasureId: string, how = execution) =>
  calls.get('retention.erase', { erasureId, execution: how });

const filesOf = async (calls: Calls) => (await calls.get('case.retention', {})).files;

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
    const place = join(temporaryFolder(), 'cadangan');
    mkdirSync(place);
    await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', place) });
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

const withBackup = async () => {
  const scene = await begin();
  const place = join(temporaryFolder(), 'cadangan');
  mkdirSync(place);
  await scene.calls.get('backup.setPlace', { folderToken: scene.calls.context.files.issue('folder', place) });
  await scene.calls.get('backup.make', {});
  const older = join(place, readdirSync(place)[0]!);
  return { ...scene, place, older };
};
const restored = async (path: string): Promise<OpenVault> =>
  unwrap(await restoreInto(path, { kind: 'passphrase', passphrase })).vault;

describe('backups from before an erasure', () => {
  it('go once a new one was made and verified; none goes before', async () => {
    const { calls, caseId, older, place, vault } = await withBackup();
    await erase(calls, await propose(calls, [caseId]));
    expect(existsSync(older)).toBe(true);
    // Names of backups tell the second.
    const later = callsOn(vault, { now: () => Date.now() + 2000 });
    later.host.passphrase = passphrase;
    const before = toHex(vault.keys.recordsKey);
    expect(await later.get('retention.renewBackups', {})).toEqual({ deleted: 1, away: 0 });
    expect(toHex(vault.keys.recordsKey)).not.toBe(before);
    expect(existsSync(older)).toBe(false);
    expect(readdirSync(place).filter((name) => name.endsWith('.cadangan'))).toHaveLength(1);
    expect((await calls.get('backup.status', {})).kept).toHaveLength(1);
  });

  it('lose what was erased when they are restored, by the list beside them', async () => {
    const { calls, caseId, other, older, place } = await withBackup();
    await erase(calls, await propose(calls, [caseId]));
    // What somebody else put beside it keeps the list from nothing.
    symlinkSync(join(place, 'tidak ada'), join(place, 'a.terhapus'));
    writeFileSync(join(place, 'b.terhapus'), 'bukan daftar');
    const vault = await restored(older);
    const again = callsOn(vault);
    expect((await filesOf(again)).length).toBe(1);
    expect(unwrap(applyErasedLists(unlockedOf(again.context), older))).toBe(1);
    expect((await again.get('case.list', {})).map((found) => found.caseId)).toEqual([other]);
    vault.close();
  });

  it('lose it too when it was frozen at that time', async () => {
    const { calls, caseId, place, vault } = await withBackup();
    await calls.get('retention.freeze', { caseId, reason: 'appeal', note: 'Banding' });
    // Names of backups tell the second.
    await callsOn(vault, { now: () => Date.now() + 2000 }).get('backup.make', {});
    await calls.get('retention.unfreeze', { caseId });
    await erase(calls, await propose(calls, [caseId]));
    const frozen = join(
      place,
      readdirSync(place)
        .filter((name) => name.endsWith('.cadangan'))
        .sort()
        .at(-1)!,
    );
    const again = await restored(frozen);
    expect(await filesOf(callsOn(again))).toMatchObject([{ frozen: { note: 'Banding' } }]);
    expect(unwrap(applyErasedLists(unlockedOf(callsOn(again).context), frozen))).toBe(1);
    again.close();
  });

  it('lose nothing by a list that the vault did not sign', async () => {
    const { calls, caseId, older, place } = await withBackup();
    await erase(calls, await propose(calls, [caseId]));
    const list = join(place, readdirSync(place).find((name) => name.endsWith('.terhapus'))!);
    const text = readFileSync(list, 'utf8');
    writeFileSync(list, text.replace('"files": [', `"files": [\n    "${'0'.repeat(64)}",`));
    const vault = await restored(older);
    expect(unwrap(applyErasedLists(unlockedOf(callsOn(vault).context), older))).toBe(0);
    vault.close();
  });
});

describe('backups of a vault that has another identity by now', () => {
  const newIdentity = async (calls: Calls): Promise<void> => {
    calls.host.passphrase = passphrase;
    await calls.get('keys.replaceIdentity', { reason: 'compromised' });
  };

  it('from before lose what was erased since, by the list beside them', async () => {
    const { calls, caseId, older } = await withBackup();
    await newIdentity(calls);
    await erase(calls, await propose(calls, [caseId]));
    const vault = await restored(older);
    expect(unwrap(applyErasedLists(unlockedOf(callsOn(vault).context), older))).toBe(1);
    vault.close();
  });

  it('lose nothing by a list that the former key signed: others may have it', async () => {
    const { calls, caseId, older, place } = await withBackup();
    const twin = callsOn(await restored(older));
    const elsewhere = join(temporaryFolder(), 'lain');
    mkdirSync(elsewhere);
    await twin.get('backup.setPlace', { folderToken: twin.context.files.issue('folder', elsewhere) });
    await erase(twin, await propose(twin, [caseId]));
    await newIdentity(calls);
    rmSync(older);
    await calls.get('backup.make', {});
    const made = join(place, readdirSync(place).find((name) => name.endsWith('.cadangan'))!);
    const [list = ''] = readdirSync(elsewhere);
    cpSync(join(elsewhere, list), join(place, list));
    const vault = await restored(made);
    const again = callsOn(vault);
    expect((await filesOf(again)).length).toBe(1);
    expect(unwrap(applyErasedLists(unlockedOf(again.context), made))).toBe(0);
    vault.close();
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
