import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomId, systemRandom } from '../../../electron/backend/crypto/random.ts';
import { transactNotes, transactRecords } from '../../../electron/backend/db/transact.ts';
import { putDraft } from '../../../electron/backend/drafts/draft-rows.ts';
import { eraseDraftsLeft } from '../../../electron/backend/retention/erase-file.ts';
import { applyErasedLists } from '../../../electron/backend/retention/erased-list.ts';
import type { Host } from '../../../electron/backend/rpc/host.ts';
import { writeIdentity } from '../../../electron/backend/vault/identity.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import { subjectTyped } from '../../../shared/domain/draft/kinds.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { restoredVault } from '../../fixtures/backups.ts';
import { type Calls, callsOn } from '../../fixtures/calls.ts';
import { attach } from '../../fixtures/case-steps.ts';
import { observed } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { erasedToday, eraseMistaken, setAtOnce } from '../../fixtures/erase-mistaken.ts';
import { preCoachingSample, sampleFile, workedCoaching } from '../../fixtures/guidance.ts';
import { learningInput } from '../../fixtures/learning.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { begin, make } from '../guidance/support.ts';

// What lies beside a guidance or a learning record goes with it, also what no row of theirs names; nothing else does.

beforeAll(async () => {
  await vaultTemplate();
});

const vaultOf = async (): Promise<Calls> => {
  const vault = await openForTest(await copyOfVault());
  const identity = { person: people.assessor, roles: ['assessor', 'coach'], institution: people.institution } as const;
  unwrap(transactRecords(vault.records, (tx) => ok(writeIdentity(vaultDeps, tx, identity))));
  const calls = callsOn(vault);
  calls.host.passphrase = passphrase;
  await setAtOnce(calls);
  return calls;
};

const concluded = () => ({ ...workedCoaching(), status: 'concluded' as const });

const learn = async (calls: Calls, year: string, evidence: string[] = []) => {
  const [known] = (await calls.get('persons.list', {})).map((person) => person.personId);
  const { personId } =
    known === undefined
      ? await calls.get('persons.save', { personId: null, person: people.employee })
      : { personId: known };
  const record = learningInput({ from: `${year}-03-02`, to: `${year}-03-04`, evidence });
  const saving = { personId, recordId: null, revision: 0, record, guidanceHash: null };
  return { personId, record, ...(await calls.get('competence.saveRecord', saving)) };
};

const erase = async (calls: Calls, what: { guidanceIds?: string[]; years?: string[] }) => {
  const { erasureId } = await calls.get('retention.propose', { ...what, reason: 'Masa simpan lewat.' });
  await calls.get('retention.erase', { erasureId, execution: erasedToday() });
};

const drafts = async (calls: Calls) =>
  (await calls.get('drafts.list', {})).map(({ kind, subjectKey }) => `${kind} ${subjectKey}`).sort();
const draft = (calls: Calls, kind: string, subjectKey: string, content: unknown) =>
  calls.get('drafts.save', { kind, caseId: null, subjectKey, content: JSON.stringify(content) });

const folderAt = (calls: Calls, name: string): { path: string; folderToken: string } => {
  const path = join(temporaryFolder(), name);
  mkdirSync(path);
  return { path, folderToken: calls.context.files.issue('folder', path) };
};
const backupIn = (path: string): string =>
  join(path, readdirSync(path).findLast((name) => name.endsWith('.cadangan')) ?? '');
const restored = async (path: string): Promise<Calls> => {
  const vault = await restoredVault(path);
  const calls = callsOn(vault);
  calls.host.passphrase = passphrase;
  return calls;
};
/** Makes a backup into a new folder; its path. */
const backUp = async (calls: Calls, name: string): Promise<string> => {
  const { path, folderToken } = folderAt(calls, name);
  await calls.get('backup.setPlace', { folderToken });
  await calls.get('backup.make', {});
  return backupIn(path);
};

/** Puts a draft that no longer fits where another is typed then, so that it is set aside. */
const setAside = async (calls: Calls, kind: string, subjectKey: string, fitting: unknown): Promise<void> => {
  const row = { id: randomId(systemRandom), kind, caseId: null, subjectKey, updatedAt: '2026-01-01T00:00:00.000Z' };
  const former = { ...row, content: JSON.stringify({ former: true }) };
  unwrap(transactNotes(calls.context.vault.notes, (tx) => ok(putDraft(tx, former))));
  const { draftId } = await draft(calls, kind, subjectKey, fitting);
  await calls.get('drafts.discard', { draftId });
};
/** Types a text that is too long for its place, of which the words are kept. */
const tooLong = (calls: Calls, kind: string, subjectKey: string) =>
  calls.code('drafts.save', { kind, caseId: null, subjectKey, content: 'kata', wordsOnly: true });

describe('drafts', () => {
  it('that were set aside or were too long go with what they are of, and stay with what stays', async () => {
    const calls = await vaultOf();
    const [guidanceId, other] = [await begin(calls, concluded()), await begin(calls)];
    const { personId, recordId: old } = await learn(calls, '2023');
    const { recordId } = await learn(calls, '2024');
    for (const id of [guidanceId, other]) {
      await setAside(calls, 'guidanceQuestion', `${id} sesi`, { question: 'Apa?' });
      await tooLong(calls, 'guidanceFile', id);
    }
    for (const id of [old, recordId]) {
      await setAside(calls, 'learningWithdrawal', `${personId} ${id}`, { reason: 'Salah' });
      await tooLong(calls, 'learningRecord', id);
    }
    expect(await drafts(calls)).toHaveLength(8);
    await erase(calls, { guidanceIds: [guidanceId], years: ['2023'] });
    const left = await calls.get('drafts.list', {});
    expect(left.map((each) => `${each.kind} ${subjectTyped(each)}`).sort()).toEqual([
      `over:guidanceFile ${other}`,
      `over:learningRecord ${recordId}`,
      `unfit:guidanceQuestion ${other} sesi`,
      `unfit:learningWithdrawal ${personId} ${recordId}`,
    ]);
  });

  it('of a case that is not here go with no erasure of another thing', async () => {
    const calls = await vaultOf();
    await learn(calls, '2023');
    const caseId = 'c'.repeat(32);
    await calls.get('drafts.save', { kind: 'act:caseClosed', caseId, subjectKey: '', content: '{}' });
    await calls.get('notes.save', {
      ...{ noteId: null, caseId: null, title: 'Catatan', content: '{"type":"doc"}', attachmentIds: [] },
    });
    calls.context.vault.notes.$client.exec(`UPDATE notes SET case_id = '${caseId}'`);
    await erase(calls, { years: ['2023'] });
    expect(await calls.get('drafts.list', { caseId })).toHaveLength(1);
    expect(calls.context.vault.notes.$client.prepare('SELECT case_id FROM notes').pluck().all()).toEqual([caseId]);
  });

  it('about somebody go with the file after which nobody knows that person, and only those', async () => {
    const calls = await vaultOf();
    const gone = await observed(calls);
    const named = async () =>
      (await calls.get('persons.list', {})).find(({ name }) => name === people.employee.name)?.personId;
    const erased = (await named()) ?? expect.fail('nobody');
    const { personId: other } = await calls.get('persons.save', { personId: null, person: people.otherEmployee });
    for (const id of [erased, other]) {
      await draft(calls, 'person', id, people.employee);
      await setAside(calls, 'presentCompetences', id, { assessedOn: '', basis: '', levels: [] });
      await draft(calls, 'learningRecord', id, { title: 'Kursus' });
      await draft(calls, 'developmentPlan', `${id} 2026`, { remark: 'rencana' });
    }
    await draft(calls, 'person', '', people.employee);
    await eraseMistaken(calls, gone);
    expect(await named()).toBeUndefined();
    const left = await calls.get('drafts.list', {});
    expect(left.map((each) => `${each.kind} ${subjectTyped(each)}`).sort()).toEqual([
      `developmentPlan ${other} 2026`,
      `learningRecord ${other}`,
      'person ',
      `person ${other}`,
      `unfit:presentCompetences ${other}`,
    ]);
  });

  it('by which something was to be frozen go with it', async () => {
    const calls = await vaultOf();
    await learn(calls, '2023');
    const [guidanceId, other] = [await begin(calls, concluded()), await begin(calls, concluded())];
    const [caseId, open] = [await observed(calls), await observed(calls)];
    for (const key of ['2023', '2024', guidanceId, other, caseId, open])
      await draft(calls, 'freeze', key, { reason: 'objection', note: 'rahasia' });
    await erase(calls, { guidanceIds: [guidanceId], years: ['2023'] });
    await eraseMistaken(calls, caseId);
    expect(await drafts(calls)).toEqual(['2024', other, open].map((key) => `freeze ${key}`).sort());
  });
});

describe('files', () => {
  const there = (on: Calls, attachmentId: string) =>
    on.code('attachments.read', { store: 'records', attachmentId, offset: 0, length: 5 });

  it('that a draft names, or a record named before, are in no backup that is made after', async () => {
    const calls = await vaultOf();
    const dropped = await attach(calls, 'bukti yang diganti');
    const { personId, recordId, record } = await learn(calls, '2023', [dropped]);
    const changed = { personId, recordId, revision: 1, record: { ...record, evidence: [] }, guidanceHash: null };
    await calls.get('competence.saveRecord', changed);
    const [drafted, kept] = [await attach(calls, 'bukti dalam draf'), await attach(calls, 'bukti lain')];
    await draft(calls, 'learningRecord', recordId, { to: '2023-01-02', evidence: [drafted, kept] });
    await draft(calls, 'learningRecord', personId, { to: '2024-01-02', evidence: [kept] });
    await erase(calls, { years: ['2023'] });
    expect([await there(calls, drafted), await there(calls, kept)]).toEqual(['unknownAttachment', 'ok']);
    const { path, folderToken } = folderAt(calls, 'cadangan');
    await calls.get('backup.setPlace', { folderToken });
    await calls.get('retention.renewBackups', {});
    const again = await restored(backupIn(path));
    const found = [dropped, drafted, kept].map((id) => there(again, id));
    expect(await Promise.all(found)).toEqual(['unknownAttachment', 'unknownAttachment', 'ok']);
  });

  it('that went after a backup of the rest was copied are told as in it', async () => {
    const calls = await vaultOf();
    const { personId } = await learn(calls, '2023');
    const evidence = [await attach(calls, 'bukti dalam draf')];
    await draft(calls, 'learningRecord', personId, { to: '2023-01-02', evidence });
    await calls.get('backup.setPlace', { folderToken: folderAt(calls, 'cadangan').folderToken });
    await calls.get('backup.setNotes', { choice: 'declined' });
    const { $client } = calls.context.vault.notes;
    $client.pragma('query_only = 1');
    await erase(calls, { years: ['2023'] });
    $client.pragma('query_only = 0');
    await calls.get('backup.make', {});
    const status = async () => (await calls.get('backup.status', {})).beforeErasure.here;
    expect(await status()).toBe(0);
    unwrap(eraseDraftsLeft(unlockedOf(calls.context).work));
    expect(await status()).toBe(1);
  });

  /** The own report before a coaching by somebody else, which the holder alone signs. */
  const reported = async (calls: Calls) => {
    const leader = { leader: people.assessorSuperior, participants: [people.assessor] };
    const guidanceId = await begin(calls, { ...sampleFile('coaching', leader), status: 'concluded' });
    return { guidanceId, hash: await make(calls, guidanceId, preCoachingSample) };
  };

  it('that were looked at are in memory no more', async () => {
    const calls = await vaultOf();
    const { guidanceId, hash } = await reported(calls);
    const { viewId } = await calls.get('guidance.prepare', { kind: 'preCoaching', source: { hash } });
    await erase(calls, { guidanceIds: [guidanceId] });
    expect(await calls.code('documents.readView', { viewId, offset: 0, length: 5 })).toBe('unknownView');
  });

  it('that were being printed when it was erased come to nothing', async () => {
    const calls = await vaultOf();
    const { guidanceId, hash } = await reported(calls);
    const { ask } = calls.context.host;
    const host: Host = {
      ask: async (kind, value) => {
        if (kind === 'printToPdf') await erase(calls, { guidanceIds: [guidanceId] });
        return ask(kind, value);
      },
    };
    Object.assign(calls.context, { host });
    const prepared = await calls.code('guidance.prepare', { kind: 'preCoaching', source: { hash } });
    expect(prepared).toBe('printFailed');
  });
});

describe('a backup that is older than what was erased', () => {
  it('knows of it when it is restored, and says so beside the others', async () => {
    const calls = await vaultOf();
    const older = await backUp(calls, 'satu');
    const guidanceId = await begin(calls, concluded());
    const { record } = await learn(calls, '2023');
    const newer = await backUp(calls, 'dua');
    await erase(calls, { guidanceIds: [guidanceId], years: ['2023'] });
    const again = await restored(older);
    expect(unwrap(applyErasedLists(unlockedOf(again.context), older))).toBe(0);
    const { personId } = await again.get('persons.save', { personId: null, person: people.employee });
    const saving = { personId, recordId: null, revision: 0, record, guidanceHash: null };
    expect(await again.code('competence.saveRecord', saving)).toBe('learningYearErased');
    // Its own list takes the place of the one from before.
    const next = await begin(again, concluded());
    await again.get('backup.setPlace', { folderToken: again.context.files.issue('folder', join(newer, '..')) });
    await erase(again, { guidanceIds: [next] });
    const last = await restored(newer);
    expect(unwrap(applyErasedLists(unlockedOf(last.context), newer))).toBe(2);
    expect(await last.get('guidance.list', {})).toEqual([]);
  });
});
