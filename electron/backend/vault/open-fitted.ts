import { ok, type Result } from '@shared/kernel/result.ts';
import { type BeforeUpgrade, heedUpgrade } from './before-upgrade.ts';
import { endExchange } from './end-exchange.ts';
import { fitKeys } from './fit-keys.ts';
import { openDatabases, type VaultDatabases } from './open-databases.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import { type VaultKeys, wipeKeys } from './vault-keys.ts';

/** Both databases of a vault, open, and the keys that they are under. */
export interface FittedDatabases {
  readonly databases: VaultDatabases;
  readonly fitted: VaultKeys;
}

/**
 * Opens the databases of a closed vault by the keys of a key file. An exchange of keys that is half done is ended
 * first; then `beforeUpgrade` runs, where a schema is to be brought up to date. Fails as `endExchange`, `heedUpgrade`
 * and `openDatabases` do; the keys are wiped then.
 */
export const openFitted = async (
  deps: VaultDeps,
  dir: string,
  keys: VaultKeys,
  beforeUpgrade: BeforeUpgrade | undefined,
): Promise<Result<FittedDatabases, VaultError>> => {
  const ended = await endExchange(deps, dir, keys);
  const fitted = fitKeys(dir, keys);
  const heeded = ended.ok ? await heedUpgrade(deps, dir, fitted, beforeUpgrade) : ended;
  const databases = heeded.ok ? openDatabases(deps, dir, fitted, 'open') : heeded;
  if (databases.ok) return ok({ databases: databases.value, fitted });
  wipeKeys(keys);
  return databases;
};
