import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appliedMigration } from '../../../electron/backend/db/migrations.ts';
import { type DatabaseDeps, openRecordsDatabase } from '../../../electron/backend/db/open-database.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import { migratedOnce } from '../../fixtures/migrated-once.ts';

const key = new Uint8Array(32).fill(7);

const made = (deps: DatabaseDeps): { readonly schema: unknown; readonly applied: number } => {
  const opened = openRecordsDatabase(deps, { file: join(temporaryFolder(), 'records.db'), key, mode: 'create' });
  if (!opened.ok) throw new Error(opened.error.code);
  const { $client } = opened.value;
  const all = $client.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
  const result = { schema: all, applied: appliedMigration($client) };
  $client.close();
  return result;
};

// Most tests make their vaults without the migrations: what those have made is written down once, and made at once.
it('has tests begin with the very tables that the migrations make', () => {
  const whole = made(databaseDeps);
  expect(made(migratedOnce())).toEqual(whole);
  expect(whole.applied).toBeGreaterThan(0);
});
