import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import type { IdentityProgress } from '../vault/replace-identity.ts';
import type { RotationProgress } from '../vault/rotate-vault-keys.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import { backupUnderWay } from './make-backup.ts';

/** How far an exchange of keys is: of those of the databases, or of the identity. */
export type KeysProgress =
  | (RotationProgress & { readonly of: 'databases' })
  | (IdentityProgress & { readonly of: 'identity' });

interface Running {
  progress: KeysProgress;
  readonly controller: AbortController;
}

/** What an exchange of keys takes to be watched and broken off. */
export interface Watched {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: KeysProgress) => void;
}

const runningOf = createPerVault<{ current: Running | null }>(() => ({ current: null }));

/** How far the exchange of keys is that runs; null: none. */
export const keysUnderWay = ({ work }: Pick<Unlocked, 'work'>): KeysProgress | null =>
  runningOf(work).current?.progress ?? null;

/** Breaks off the exchange of keys that runs; the old keys stay. Without effect once the new ones are put in force. */
export const cancelKeys = ({ work }: Pick<Unlocked, 'work'>): void => runningOf(work).current?.controller.abort();

/**
 * Runs an exchange of keys, one at a time, while no backup copies the vault; a backup that is due waits. `first` is
 * what is told of it from the beginning. Fails as `run` does, or with `rotationRunning` or `backupRunning`.
 */
export const exchangeKeys = async <Value, Failure extends AppError>(
  unlocked: Unlocked,
  first: KeysProgress,
  run: (watched: Watched) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | AppError<'rotationRunning' | 'backupRunning'>>> => {
  const slot = runningOf(unlocked.work);
  if (slot.current !== null) return fail('rotationRunning');
  if (backupUnderWay(unlocked) !== null) return fail('backupRunning');
  const running: Running = { progress: first, controller: new AbortController() };
  slot.current = running;
  try {
    return await run({
      signal: running.controller.signal,
      onProgress: (progress) => {
        running.progress = progress;
      },
    });
  } finally {
    slot.current = null;
  }
};
