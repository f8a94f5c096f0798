import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import {
  type BackupState,
  changeBackupState,
  lastBackup,
  readBackupState,
} from '../../../electron/backend/backup/backup-state.ts';
import { createUpgradeBackup } from '../../../electron/backend/backup/upgrade-backup.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import { closeDatabases, openDatabases } from '../../../electron/backend/vault/open-databases.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { createUnfinishedRestore } from '../../../electron/backend/vault/unfinished-restore.ts';
import { unsealKeyFile } from '../../../electron/backend/vault/unseal-key-files.ts';
import { workspaceOf } from '../../../electron/backend/workspace/workspace.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { closing } from '../../fixtures/closing.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import { fullAfter } from '../../fixtures/file-calls.ts';
import { restoreInto } from '../../fixtures/restore.ts';
import { codeOf, unwrap } from '../../fixtures/results.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { good, start } from '../rpc/start-backend.ts';

// A vault of a version before is backed up as it lies there, before its schema is brought up to date.

vi.setConfig({ testTimeout: 240_000 });

const released = resolve(import.meta.dirname, '../../fixtures/released/0.3');
const { vaults } = JSON.parse(readFileSync(join(released, 'index.json'), 'utf8')) as {
  vaults: { name: string; passphrase: string; recovery: string }[];
};
const [{ name, passphrase, recovery } = expect.fail('no vault')] = vaults;

const files = ['key.age', 'key-copy.age', 'recovery.age', 'records.db', 'notes.db'];

/** A copy of a vault of version 0.3, alone in its folder. */
const oldVault = (): string => {
  const dir = join(temporaryFolder(), 'Brankas Lama');
  cpSync(join(released, 'vaults', name), dir, { recursive: true });
  return dir;
};

const bytesIn = (dir: string): Record<string, string> =>
  Object.fromEntries(files.map((file) => [file, readFileSync(join(dir, file)).toString('base64')]));

/** What lies in the vault; SQLite leaves empty journals. */
const filesIn = (dir: string): string[] => readdirSync(dir).filter((file) => !file.endsWith('-journal'));

const backupsIn = (folder: string): string[] => readdirSync(folder).filter((file) => file.endsWith('.cadangan'));

/** What a backup holds, unpacked by another program. */
const held = (path: string): Record<string, string> => {
  const into = temporaryFolder();
  execFileSync('tar', ['-xf', path, '-C', into]);
  return bytesIn(into);
};

/** Opens it as the desk does. */
const open = async (dir: string, deps = vaultDeps) => {
  const upgrade = createUpgradeBackup(deps, createUnfinishedRestore(deps.fs, temporaryFolder()));
  const opened = await openVault(deps, { dir, passphrase, beforeUpgrade: upgrade.before });
  if (!opened.ok) return opened;
  const vault = opened.value;
  closing(vault);
  upgrade.noteIn({ work: workspaceOf({ ...vaultDeps, vault }) });
  return opened;
};

it('beside the vault where no place is set, byte for byte, once; a vault made of it is whole', async () => {
  const dir = oldVault();
  const before = bytesIn(dir);
  const vault = unwrap(await open(dir));
  const [backup = '', ...more] = backupsIn(dirname(dir));
  expect([backup, more]).toEqual([expect.stringMatching(/^bilik-[0-9a-f]{8}-.*-sebelum-pembaruan\.cadangan$/), []]);
  expect(held(join(dirname(dir), backup))).toEqual(before);
  const state = readBackupState(vault.records);
  expect(state.made).toMatchObject([{ name: backup, place: dirname(dir), holds: 'all', ofUpgrade: true }]);
  // It stands for none of those that are due each day.
  expect([lastBackup(state, 'records'), lastBackup(state, 'notes')]).toEqual([null, null]);
  expect([...auditRows(vault.records)].map(({ kind }) => kind)).toContain('backupMade');
  vault.close();
  unwrap(await open(dir)).close();
  expect(backupsIn(dirname(dir))).toEqual([backup]);
  expect(readdirSync(dirname(dir)).toSorted()).toEqual(['Brankas Lama', backup].toSorted());
  expect(filesIn(dir).toSorted()).toEqual(files.toSorted());
  const restored = unwrap(await restoreInto(join(dirname(dir), backup), { kind: 'passphrase', passphrase }));
  expect(restored.vault.instanceId).toBe(vault.instanceId);
  restored.vault.close();
});

/** The old vault says where its backups go, as one of a version between would. */
const say = async (dir: string, state: Partial<BackupState>): Promise<void> => {
  const { keys } = unwrap(await unsealKeyFile(readFileSync(join(dir, 'key.age')), passphrase));
  const database = { ...databaseDeps, resourcesFolder: join(released, 'program/resources') };
  const databases = unwrap(openDatabases({ database }, dir, keys, 'open'));
  unwrap(
    transactRecords(databases.records, (tx) => {
      changeBackupState(tx, state);
      return ok(null);
    }),
  );
  closeDatabases(databases);
};

it.each([
  ['in the place of its backups', 'place', {}],
  ['beside the vault where that place is not there just now', 'parent', { place: '/tidak/ada' }],
  ['beside the vault where its notes do not go to that place', 'parent', { notes: { choice: 'declined' } }],
] as const)('%s', async (_, where, change) => {
  const dir = oldVault();
  const place = temporaryFolder();
  await say(dir, { place, ...change });
  const vault = unwrap(await open(dir));
  const at = { place: backupsIn(place).length, parent: backupsIn(dirname(dir)).length };
  expect(at).toEqual({ place: 0, parent: 0, [where]: 1 });
  expect(lastBackup(readBackupState(vault.records), 'records')).toBeNull();
});

it('refuses to go on where it cannot be written, and changes nothing', async () => {
  const dir = oldVault();
  const before = bytesIn(dir);
  const full = { ...vaultDeps, fs: fullAfter(20_000, 'ENOSPC') };
  expect(codeOf(await open(dir, full))).toBe('diskFull');
  expect(bytesIn(dir)).toEqual(before);
  expect(readdirSync(dirname(dir))).toEqual(['Brankas Lama']);
  expect(filesIn(dir).toSorted()).toEqual(files.toSorted());
});

it.each(['passphrase', 'sheet'])('when the vault is opened on the lock page by its %s', async (by) => {
  const dir = oldVault();
  const { call } = start({ chooseFolder: { ok: true, value: dir } });
  const { token } = good<{ token: string }>(await call('dialog.chooseFolder', { purpose: 'openVault' }));
  const { vaultId } = good<{ vaultId: string }>(await call('vault.add', { folderToken: token }));
  const newPassphrase = 'lampu minyak di beranda belakang 41';
  const opened =
    by === 'sheet'
      ? await call('vault.recover', { vaultId, code: recovery, newPassphrase })
      : await call('vault.unlock', { vaultId, passphrase });
  good(opened);
  expect(backupsIn(dirname(dir))).toHaveLength(1);
});

it('leaves a vault of which one database alone has a newer schema unwritten, and makes none', async () => {
  const dir = oldVault();
  const { keys } = unwrap(await unsealKeyFile(readFileSync(join(dir, 'key.age')), passphrase));
  const database = { ...databaseDeps, resourcesFolder: join(released, 'program/resources') };
  const databases = unwrap(openDatabases({ database }, dir, keys, 'open'));
  databases.notes.$client.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)");
  closeDatabases(databases);
  const before = bytesIn(dir);
  expect(codeOf(await open(dir))).toBe('newerSchema');
  expect(bytesIn(dir)).toEqual(before);
  expect(backupsIn(dirname(dir))).toEqual([]);
});
