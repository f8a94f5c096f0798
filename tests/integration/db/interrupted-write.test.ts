import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { meta } from '../../../electron/backend/db/records-schema.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { checkVault } from '../../../electron/backend/vault/check-vault.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfVault, openForTest, passphrase, unwrap, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';

beforeAll(() => vaultTemplate());

const names = ['records.db', 'records.db-journal', 'notes.db', 'key.age', 'key-copy.age', 'recovery.age'];

it('rolls back a write that a crash cut, and keeps all that was acknowledged', async () => {
  const dir = await copyOfVault();
  const vault = await openForTest(dir);
  const db = vault.records;
  for (let i = 0; i < 300; i++)
    transactRecords(db, (tx) => {
      tx.insert(meta)
        .values({ key: `k${i}`, value: 'diakui '.repeat(60) })
        .run();
      return ok(null);
    });
  // With next to no cache SQLite writes changed pages into the file before the commit.
  db.$client.pragma('cache_size = 5');
  db.$client.exec("BEGIN IMMEDIATE; UPDATE meta SET value = replace(value, 'diakui', 'putus!') WHERE key LIKE 'k%'");
  const crashed = temporaryFolder();
  for (const name of names) copyFileSync(join(dir, name), join(crashed, name));
  db.$client.exec('ROLLBACK');
  vault.close();
  expect(statSync(join(crashed, 'records.db-journal')).size).toBeGreaterThan(4096);
  const before = unwrap(await checkVault(vaultDeps, { dir: crashed, passphrase }));
  expect(before.findings).toEqual([{ file: 'records.db', code: 'writeInterrupted' }]);
  const again = await openForTest(crashed);
  const rows = again.records
    .select()
    .from(meta)
    .all()
    .filter(({ key }) => key.startsWith('k') && key !== 'keyFiles');
  expect(rows.length).toBe(300);
  expect(rows.every(({ value }) => value === 'diakui '.repeat(60))).toBe(true);
  again.close();
  expect(unwrap(await checkVault(vaultDeps, { dir: crashed, passphrase })).findings).toEqual([]);
});
