import { beforeAll, describe, expect, it } from 'vitest';
import { backupDepsOf } from '../../../electron/backend/backup/call-deps.ts';
import { type BackupDeps, makeBackup } from '../../../electron/backend/backup/make-backup.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { eraseDraftsLeft } from '../../../electron/backend/retention/erase-file.ts';
import { writeIdentity } from '../../../electron/backend/vault/identity.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { placeBackups } from '../../fixtures/backups.ts';
import { type Calls, callsOn } from '../../fixtures/calls.ts';
import { observed } from '../../fixtures/case-walks.ts';
import { eraseMistaken } from '../../fixtures/erase-mistaken.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

// A backup is made of files that were copied at one moment, and ends minutes later. What was erased meanwhile it has.

beforeAll(async () => {
  await vaultTemplate();
});

const begin = async (): Promise<Calls> => {
  const vault = await openForTest(await copyOfVault());
  const identity = { person: people.assessor, roles: ['assessor'], institution: people.institution } as const;
  unwrap(transactRecords(vault.records, (tx) => ok(writeIdentity(vaultDeps, tx, identity))));
  return callsOn(vault);
};

/** Backups from before an erasure, once one of all was made around `between`: right after its files were copied. */
const madeAround = async (calls: Calls, between: () => Promise<unknown>) => {
  await placeBackups(calls);
  const bare = backupDepsOf(calls.context, calls.context.vault);
  const deps: BackupDeps = {
    ...bare,
    hold: async (run) => {
      const held = await bare.hold(run);
      await between();
      return held;
    },
  };
  unwrap(await makeBackup(unlockedOf(calls.context), deps));
  return (await calls.get('backup.status', {})).beforeErasure;
};

const nothing = async (): Promise<void> => undefined;

describe('a backup whose files were copied before an erasure, and that was ended after it', () => {
  it('has what was erased: it is told of, and goes once there is a newer one', async () => {
    const calls = await begin();
    const caseId = await observed(calls);
    expect(await madeAround(calls, () => eraseMistaken(calls, caseId))).toEqual({ here: 1, away: 0 });
    const later = callsOn(calls.context.vault, { now: () => Date.now() + 2000 });
    later.host.passphrase = passphrase;
    expect(await later.get('retention.renewBackups', {})).toEqual({ deleted: 1, away: 0 });
  });

  it.each(['notes.erase', 'notes.eraseAll'] as const)('has a private note that went by %s', async (method) => {
    const calls = await begin();
    const note = { noteId: null, caseId: null, title: 'Catatan', content: '{"type":"doc"}', attachmentIds: [] };
    const { noteId } = await calls.get('notes.save', note);
    const goes = () => (method === 'notes.erase' ? calls.get(method, { noteId }) : calls.get(method, {}));
    expect(await madeAround(calls, goes)).toEqual({ here: 1, away: 0 });
  });

  it('has what only the end of an erasure takes: drafts of the file', async () => {
    const calls = await begin();
    const caseId = await observed(calls);
    await calls.get('drafts.save', { kind: 'act:caseClosed', caseId, subjectKey: '', content: '{}' });
    const { $client } = calls.context.vault.notes;
    $client.pragma('query_only = 1');
    await eraseMistaken(calls, caseId);
    $client.pragma('query_only = 0');
    expect(await madeAround(calls, nothing)).toEqual({ here: 0, away: 0 });
    unwrap(eraseDraftsLeft(unlockedOf(calls.context).work));
    expect((await calls.get('backup.status', {})).beforeErasure).toEqual({ here: 1, away: 0 });
  });

  it('has nothing of what went before', async () => {
    const calls = await begin();
    await eraseMistaken(calls, await observed(calls));
    expect(await madeAround(calls, nothing)).toEqual({ here: 0, away: 0 });
  });
});
