import type { vaultErrorCodes } from '@shared/contract/vault.ts';
import type { Clock, Random } from '@shared/kernel/ports.ts';
import type { AppError } from '@shared/kernel/result.ts';
import type { DatabaseDeps } from '../db/open-database.ts';
import type { AtomicFs } from './write-atomically.ts';

/** What vaults need from outside. */
export interface VaultDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly database: DatabaseDeps;
  /** File calls of atomic writes; the node ones unless a test makes them fail. */
  readonly fs: AtomicFs;
}

/** Everything that opening, making or changing a vault may fail with. */
export type VaultError = AppError<(typeof vaultErrorCodes)[number] | 'storageFailed'>;
