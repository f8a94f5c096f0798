import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyErasedLists } from '../../../electron/backend/retention/erased-list.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { lastBackupIn, placeBackups, restoredVault } from '../../fixtures/backups.ts';
import { type Calls, callsOn } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { passphrase, unwrap, vaultTemplate } from '../../fixtures/made-vault.ts';
import { begin, erase, filesOf, propose } from './ended-file.ts';

// Backups from before an erasure: deleted where they are there, and what was erased goes out of the others by the
// list beside them.

beforeAll(async () => {
  await vaultTemplate();
});

const withBackup = async () => {
  const scene = await begin();
  const place = await placeBackups(scene.calls);
  await scene.calls.get('backup.make', {});
  const older = lastBackupIn(place);
  return { ...scene, place, older };
};

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
    const vault = await restoredVault(older);
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
    const frozen = lastBackupIn(place);
    const again = await restoredVault(frozen);
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
    const vault = await restoredVault(older);
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
    const vault = await restoredVault(older);
    expect(unwrap(applyErasedLists(unlockedOf(callsOn(vault).context), older))).toBe(1);
    vault.close();
  });

  it('lose nothing by a list that the former key signed: others may have it', async () => {
    const { calls, caseId, older, place } = await withBackup();
    const twin = callsOn(await restoredVault(older));
    const elsewhere = join(temporaryFolder(), 'lain');
    mkdirSync(elsewhere);
    await twin.get('backup.setPlace', { folderToken: twin.context.files.issue('folder', elsewhere) });
    await erase(twin, await propose(twin, [caseId]));
    await newIdentity(calls);
    rmSync(older);
    await calls.get('backup.make', {});
    const made = lastBackupIn(place);
    const [list = ''] = readdirSync(elsewhere);
    cpSync(join(elsewhere, list), join(place, list));
    const vault = await restoredVault(made);
    const again = callsOn(vault);
    expect((await filesOf(again)).length).toBe(1);
    expect(unwrap(applyErasedLists(unlockedOf(again.context), made))).toBe(0);
    vault.close();
  });
});
