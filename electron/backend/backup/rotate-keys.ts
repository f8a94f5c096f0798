import type { AppError, Result } from '@shared/kernel/result.ts';
import type { CallContext } from '../rpc/context.ts';
import { type RotationError, rotateVaultKeys } from '../vault/rotate-vault-keys.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import type { OpenVault } from '../vault/vault.ts';
import { backupDepsOf } from './call-deps.ts';
import { exchangeKeys } from './keys-under-way.ts';

/**
 * Gives the open vault of a call other keys (`rotateVaultKeys`), while no backup copies it; a backup that is due waits.
 * Backups that were made before still open by the old keys.
 */
export const rotateKeys = (
  context: CallContext,
  vault: OpenVault,
  passphrase: string,
): Promise<Result<null, RotationError | AppError<'rotationRunning' | 'backupRunning'>>> => {
  const unlocked = unlockedOf({ vault, clock: context.clock, random: context.random });
  const of = 'databases';
  return exchangeKeys(unlocked, { of, step: 'preparing', done: 0, total: 0 }, ({ signal, onProgress }) => {
    const { copyFiles, hold } = backupDepsOf(context, vault);
    return rotateVaultKeys({ ...context.desk.deps, copyFiles, hold }, vault, {
      passphrase,
      signal,
      onProgress: (progress) => onProgress({ ...progress, of }),
    });
  });
};
