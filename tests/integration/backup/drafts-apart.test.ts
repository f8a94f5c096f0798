import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { writeIdentity } from '../../../electron/backend/vault/identity.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { restoredVault } from '../../fixtures/backups.ts';
import { type Calls, callsOn } from '../../fixtures/calls.ts';
import { observed } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { enter } from '../../fixtures/enter.ts';
import { erasedToday, eraseMistaken, setAtOnce } from '../../fixtures/erase-mistaken.ts';
import { workedCoaching } from '../../fixtures/guidance.ts';
import { learningInput } from '../../fixtures/learning.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// Drafts lie beside the private notes. Backed up apart, both are missing after a restore, and both come back.

beforeAll(async () => {
  await vaultTemplate();
});

interface Scene {
  readonly calls: Calls;
  /** Makes backups; the paths of both. */
  readonly backUp: () => Promise<{ rest: string; notes: string }>;
}

/** Backs a vault up with notes apart, each time to folders of its own. */
const sceneOf = (calls: Calls): Scene => {
  calls.host.passphrase = passphrase;
  const folder = (name: string): string => {
    const path = join(temporaryFolder(), name);
    mkdirSync(path);
    return path;
  };
  const backUp = async () => {
    const [rest, notes] = [folder('cadangan'), folder('catatan')];
    await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', rest) });
    const choice = { choice: 'apart', folderToken: calls.context.files.issue('folder', notes) } as const;
    await calls.get('backup.setNotes', choice);
    await calls.get('backup.make', {});
    return { rest: join(rest, readdirSync(rest)[0] ?? ''), notes: join(notes, readdirSync(notes)[0] ?? '') };
  };
  return { calls, backUp };
};

const begin = async (): Promise<Scene> => {
  const vault = await openForTest(await copyOfVault());
  const identity = { person: people.assessor, roles: ['assessor'], institution: people.institution } as const;
  unwrap(transactRecords(vault.records, (tx) => ok(writeIdentity(vaultDeps, tx, identity))));
  return sceneOf(callsOn(vault));
};

const restored = async (path: string): Promise<Scene> => {
  const vault = await restoredVault(path);
  return sceneOf(callsOn(vault));
};

const type = (calls: Calls, content: string, kind = 'caseNew', caseId: string | null = null) =>
  calls.get('drafts.save', { kind, caseId, subjectKey: '', content: JSON.stringify(content) });

/** What is typed and not sent, as texts. */
const typed = async (calls: Calls): Promise<string[]> => {
  const all = await calls.get('drafts.list', {});
  const texts = all.map(async ({ draftId }) => JSON.parse((await calls.get('drafts.get', { draftId })).content));
  return (await Promise.all(texts)).sort();
};

/** Takes the notes of a backup; how many drafts came. */
const take = async (calls: Calls, path: string): Promise<number> =>
  (await calls.get('backup.takeNotes', { fileToken: calls.context.files.issue('file', path) })).drafts;

describe('unsent drafts in a backup of notes', () => {
  it('come back with the notes into a vault that was restored without them, and only once', async () => {
    const { calls, backUp } = await begin();
    await type(calls, 'berkas baru');
    const { draftId } = await type(calls, 'undangan', 'invitation');
    const { rest, notes } = await backUp();
    const { calls: again } = await restored(rest);
    expect(await typed(again)).toEqual([]);
    expect(await take(again, notes)).toBe(2);
    expect(await typed(again)).toEqual(['berkas baru', 'undangan']);
    // What was thrown away, or sent, since does not come again.
    await again.get('drafts.discard', { draftId });
    expect(await take(again, notes)).toBe(0);
    expect(await typed(again)).toEqual(['berkas baru']);
  });

  it('replace nothing that was typed since, and come once that is gone', async () => {
    const { calls, backUp } = await begin();
    await type(calls, 'dari cadangan');
    const { rest, notes } = await backUp();
    const { calls: again } = await restored(rest);
    const { draftId } = await type(again, 'diketik sesudahnya');
    expect(await take(again, notes)).toBe(0);
    expect(await typed(again)).toEqual(['diketik sesudahnya']);
    await again.get('drafts.discard', { draftId });
    expect(await take(again, notes)).toBe(1);
    expect(await typed(again)).toEqual(['dari cadangan']);
  });

  it('stay away where the notes are not missing: those that are not here were sent or thrown away', async () => {
    const { calls, backUp } = await begin();
    const { draftId } = await type(calls, 'terkirim');
    const { notes } = await backUp();
    await calls.get('drafts.discard', { draftId });
    expect(await take(calls, notes)).toBe(0);
    expect(await typed(calls)).toEqual([]);
  });

  it('stay away when a later backup did not have them any more, also after one more restore', async () => {
    const { calls, backUp } = await begin();
    const { draftId } = await type(calls, 'terkirim');
    const earlier = await backUp();
    await calls.get('drafts.discard', { draftId });
    await type(calls, 'baru', 'invitation');
    const later = await backUp();
    const { calls: again, backUp: backUpAgain } = await restored(later.rest);
    expect(await take(again, later.notes)).toBe(1);
    expect(await take(again, earlier.notes)).toBe(0);
    const third = await backUpAgain();
    const { calls: last } = await restored(third.rest);
    expect(await take(last, third.notes)).toBe(1);
    expect(await take(last, earlier.notes)).toBe(0);
    expect(await typed(last)).toEqual(['baru']);
  });

  it('of erased files stay away', async () => {
    const { calls, backUp } = await begin();
    const [gone, other] = [await observed(calls), await observed(calls)];
    for (const caseId of [gone, other]) {
      await type(calls, caseId, 'act:caseClosed', caseId);
      // This one names its file by the key of its place alone.
      await calls.get('drafts.save', { kind: 'freeze', caseId: null, subjectKey: caseId, content: `"beku ${caseId}"` });
    }
    const { rest, notes } = await backUp();
    const { calls: again } = await restored(rest);
    await eraseMistaken(again, gone);
    expect(await take(again, notes)).toBe(2);
    expect(await typed(again)).toEqual([other, `beku ${other}`].sort());
  });

  it('of erased guidance and learning records stay away', async () => {
    const { calls, backUp } = await begin();
    const concluded = { ...workedCoaching(), status: 'concluded' as const };
    const gone = (await calls.get('guidance.save', { guidanceId: null, revision: 0, file: concluded })).guidanceId;
    const other = (await calls.get('guidance.save', { guidanceId: null, revision: 0, file: concluded })).guidanceId;
    const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
    const record = learningInput({ from: '2023-03-02', to: '2023-03-04' });
    const saving = { personId, recordId: null, revision: 0, record, guidanceHash: null };
    const { recordId } = await calls.get('competence.saveRecord', saving);
    const save = (kind: string, subjectKey: string) =>
      calls.get('drafts.save', { kind, caseId: null, subjectKey, content: '{}' });
    for (const subjectKey of [gone, other]) await save('guidanceSummary', subjectKey);
    await save('learningWithdrawal', `${personId} ${recordId}`);
    const { rest, notes } = await backUp();
    const { calls: again } = await restored(rest);
    await setAtOnce(again);
    const asked = { guidanceIds: [gone], years: ['2023'], reason: 'Lewat masa.' };
    const { erasureId } = await again.get('retention.propose', asked);
    await again.get('retention.erase', { erasureId, execution: erasedToday() });
    expect(await take(again, notes)).toBe(1);
    expect((await again.get('drafts.list', { caseId: null })).map(({ subjectKey }) => subjectKey)).toEqual([other]);
  });

  it.each([true, false])(
    'that are words of notes too long to save come unless a note was erased (%s)',
    async (erased) => {
      const { calls, backUp } = await begin();
      const note = { noteId: null, caseId: null, title: 'Catatan', content: '{"type":"doc"}', attachmentIds: [] };
      const { noteId } = await calls.get('notes.save', note);
      const place = { kind: 'note', caseId: null, subjectKey: noteId, wordsOnly: true } as const;
      expect(await calls.code('drafts.save', { ...place, content: 'kata' })).toBe('textTooFormatted');
      const first = await backUp();
      if (erased) await calls.get('notes.erase', { noteId });
      const { rest } = await backUp();
      const { calls: again } = await restored(rest);
      expect((await take(again, first.notes)) > 0).toBe(!erased);
    },
  );

  it('find the files that they name, which stay while they are missing', async () => {
    const { calls, backUp } = await begin();
    const caseId = await observed(calls);
    const input = { store: 'records', caseId, name: 'foto.txt', mediaType: '', size: 3 } as const;
    const { attachmentId } = await calls.get('attachments.begin', input);
    await calls.get('attachments.append', { store: 'records', attachmentId, offset: 0, bytes: new Uint8Array(3) });
    await calls.get('attachments.finish', { store: 'records', attachmentId });
    await type(calls, attachmentId, 'act:caseClosed', caseId);
    const { rest, notes } = await backUp();
    const { calls: again } = await restored(rest);
    await enter(again.context.vault);
    expect(await take(again, notes)).toBe(1);
    await enter(again.context.vault);
    const piece = { store: 'records', attachmentId, offset: 0, length: 3 } as const;
    expect(await again.code('attachments.read', piece)).toBe('ok');
  });
});
