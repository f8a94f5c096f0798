import { join } from 'node:path';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { sqliteCode, toStorageError } from '../db/storage-error.ts';
import { verifyPagesInTurns } from '../db/verify-pages.ts';
import { syncFile } from '../files/sync-file.ts';
import type { DatabaseName } from './check-database.ts';
import { countAnew } from './count-anew.ts';
import { exchangeFileKey } from './exchange-file-key.ts';
import { vaultFiles } from './key-files.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import type { DatabaseKeys } from './vault-keys.ts';
import { toFileError } from './write-atomically.ts';

/** Copies of databases that nobody uses, in a folder, and the keys that they go from and to. */
export interface Copies {
  readonly folder: string;
  readonly names: readonly DatabaseName[];
  readonly from: DatabaseKeys;
  readonly to: DatabaseKeys;
  readonly signal: AbortSignal;
  /** Told of bytes that are encrypted. */
  readonly onBytes: (bytes: number) => void;
  /** Told once all are encrypted. */
  readonly onChecking: () => void;
}

/**
 * Encrypts copies of databases anew, counts their rows by the new keys and checks each page. `rotationNotWhole`: a page
 * does not fit the key that it is under. Throws what the signal was aborted with, and errors of file calls and SQLite.
 */
export const encryptCopies = async (
  deps: Pick<VaultDeps, 'fs' | 'database' | 'random'>,
  { folder, names, from, to, signal, onBytes, onChecking }: Copies,
): Promise<Result<null, VaultError | AppError<'rotationNotWhole'>>> => {
  for (const name of names) {
    const handle = await deps.fs.open(join(folder, vaultFiles[name]), 'r+');
    try {
      const keys = { from: from[`${name}Key`], to: to[`${name}Key`] };
      const exchange = { ...keys, salt: deps.random.bytes(16), onBytes };
      if (!(await exchangeFileKey(handle, exchange))) return fail('rotationNotWhole');
      await syncFile(handle);
    } finally {
      await handle.close();
    }
  }
  onChecking();
  for (const name of names) {
    const counted = await countAnew(deps, name, { folder, from, to, signal });
    if (!counted.ok) return counted;
    const { bad, cut } = await verifyPagesInTurns(join(folder, vaultFiles[name]), to[`${name}Key`], signal);
    if (cut || bad.length > 0) return fail('storageFailed', { reason: 'pages' });
  }
  return ok(null);
};

/** The failure of a file call or of SQLite behind what was thrown; throws again what is a bug. */
export const toExchangeError = (thrown: unknown): VaultError =>
  sqliteCode(thrown) === undefined ? toFileError(thrown) : toStorageError(thrown);
