import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import type { CallContext } from '../rpc/context.ts';
import { type RotationError, type RotationProgress, rotateVaultKeys } from '../vault/rotate-vault-keys.ts';
import { type Unlocked, unlockedOf } from '../vault/unlocked.ts';
import type { OpenVault } from '../vault/vault.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import { backupDepsOf } from './call-deps.ts';
import { backupUnderWay } from './make-backup.ts';

interface Running {
  progress: RotationProgress;
  readonly controller: AbortController;
}

const runningOf = createPerVault<{ current: Running | null }>(() => ({ current: null }));

/** How far the exchange of keys is that runs; null: none. */
export const rotationUnderWay = ({ work }: Pick<Unlocked, 'work'>): RotationProgress | null =>
  runningOf(work).current?.progress ?? null;

/** Breaks off the exchange of keys that runs; the old keys stay. */
export const cancelRotation = ({ work }: Pick<Unlocked, 'work'>): void => runningOf(work).current?.controller.abort();

/**
 * Gives the open vault of a call other keys (`rotateVaultKeys`), while no backup copies it; a backup that is due waits.
 * Backups that were made before still open by the old keys.
 */
export const rotateKeys = async (
  context: CallContext,
  vault: OpenVault,
  passphrase: string,
): Promise<Result<null, RotationError | AppError<'rotationRunning' | 'backupRunning'>>> => {
  const unlocked = unlockedOf({ vault, clock: context.clock, random: context.random });
  const slot = runningOf(unlocked.work);
  if (slot.current !== null) return fail('rotationRunning');
  if (backupUnderWay(unlocked) !== null) return fail('backupRunning');
  const running: Running = {
    progress: { step: 'preparing', done: 0, total: 0 },
    controller: new AbortController(),
  };
  slot.current = running;
  try {
    const { copyFiles, hold } = backupDepsOf(context, vault);
    return await rotateVaultKeys({ ...context.desk.deps, copyFiles, hold }, vault, {
      passphrase,
      signal: running.controller.signal,
      onProgress: (progress) => {
        running.progress = progress;
      },
    });
  } finally {
    slot.current = null;
  }
};
