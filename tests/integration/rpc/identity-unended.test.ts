import Sqlite from 'better-sqlite3';
import { beforeAll, expect, it, vi } from 'vitest';
import { replacedKeysHere } from '../../../electron/backend/identity/own-keys.ts';
import { replaceIdentity } from '../../../electron/backend/vault/replace-identity.ts';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import { passphrase } from '../../fixtures/made-vault.ts';
import { unwrap } from '../../fixtures/results.ts';
import { makeSampleVault, openSampleVault } from '../../fixtures/rotation.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { good, start } from './start-backend.ts';

beforeAll(cheapKeys);

// A vault whose other identity was cut off before it was told, and a disk on which nothing can be written still.

/** Such a vault, closed. */
const untold = async (): Promise<string> => {
  const { vault } = await makeSampleVault(vaultDeps, temporaryFolder());
  const { signal } = new AbortController();
  const input = { passphrase, reason: 'compromised' as const, signal, onProgress: () => undefined };
  unwrap(await replaceIdentity(vaultDeps, vault, input));
  vault.close();
  return vault.dir;
};

/** No statement of any database writes any more, as on a full disk, until it is undone. */
const fillDisk = (): { readonly mockRestore: () => void } => {
  const { sqliteBinding } = databaseDeps;
  const memory = new Sqlite(':memory:', sqliteBinding === undefined ? {} : { nativeBinding: sqliteBinding });
  const statement = Object.getPrototypeOf(memory.prepare('SELECT 1'));
  memory.close();
  return vi.spyOn(statement, 'run').mockImplementation(() => {
    throw new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL');
  });
};

/** A backend that knows the vault of a folder. */
const knowing = async (dir: string) => {
  const started = start({ chooseFolder: { ok: true, value: dir } });
  const { token } = good<{ token: string }>(await started.call('dialog.chooseFolder', { purpose: 'openVault' }));
  const { vaultId } = good<{ vaultId: string }>(await started.call('vault.add', { folderToken: token }));
  return { ...started, vaultId };
};

const told = async (dir: string): Promise<number> => {
  const vault = await openSampleVault(vaultDeps, dir);
  const { length } = replacedKeysHere(vault.records);
  vault.close();
  return length;
};

it('is refused with what helps, and opens once the list can be written', async () => {
  const dir = await untold();
  const { call, heard, vaultId } = await knowing(dir);
  const full = fillDisk();
  const refused = await call('vault.unlock', { vaultId, passphrase });
  full.mockRestore();
  expect(refused).toMatchObject({ error: { code: 'identityUnended' } });
  expect(heard.toMain.map(({ kind }) => kind)).not.toContain('unlocked');
  // Nobody holds it: another program opens it, and finds that nothing was told.
  expect(await told(dir)).toBe(0);
  good(await call('vault.unlock', { vaultId, passphrase }));
  expect(good<{ replaced: { acts: number } | null }>(await call('identity.status', {})).replaced).toMatchObject({
    acts: 0,
  });
});

it('is opened by who needs no list: a vault that never had another identity, on the same full disk', async () => {
  const { vault } = await makeSampleVault(vaultDeps, temporaryFolder());
  vault.close();
  const { call, vaultId } = await knowing(vault.dir);
  const full = fillDisk();
  const opened = await call('vault.unlock', { vaultId, passphrase });
  full.mockRestore();
  expect(opened).toMatchObject({ ok: true });
});
