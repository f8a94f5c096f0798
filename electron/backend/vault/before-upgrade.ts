import { join } from 'node:path';
import { fail, ok, type Result } from '@shared/kernel/result.ts';
import { schemaStanding } from '../db/open-database.ts';
import { databaseNames } from './check-database.ts';
import { vaultFiles } from './key-files.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import type { VaultKeys } from './vault-keys.ts';

/** What is done with a closed vault before its databases get the schema of this program. */
export type BeforeUpgrade = (dir: string, keys: VaultKeys) => Promise<Result<null, VaultError>>;

/**
 * Runs `before` where an opening would bring a schema up to date; where it fails, nothing is to be opened. One that is
 * newer is refused here (`newerSchema`), before the other database is written.
 */
export const heedUpgrade = async (
  deps: Pick<VaultDeps, 'database'>,
  dir: string,
  keys: VaultKeys,
  before: BeforeUpgrade | undefined,
): Promise<Result<null, VaultError>> => {
  const standings = databaseNames.map((name) => {
    const file = vaultFiles[name];
    return { file, is: schemaStanding(deps.database, name, { file: join(dir, file), key: keys[`${name}Key`] }) };
  });
  const newer = standings.find(({ is }) => is === 'newer');
  if (newer !== undefined) return fail('newerSchema', { file: newer.file });
  return before !== undefined && standings.some(({ is }) => is === 'older') ? before(dir, keys) : ok(null);
};
