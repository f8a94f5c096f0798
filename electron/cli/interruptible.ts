import { existsSync, rmSync } from 'node:fs';
import { ok } from '@shared/kernel/result.ts';
import type { UnfinishedExports } from '../backend/export/unfinished-exports.ts';

/** Ctrl+C, a polite kill, a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const remove = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // The person sees what is left: it lies beside the target.
  }
};

/**
 * Runs what writes files outside of any vault. Should a signal end it, what was noted and is not settled goes: it is
 * plaintext of a package, half of it, under a hidden name. The process then ends by the same signal, as a shell
 * expects.
 */
export const interruptible = async <T>(run: (unfinished: UnfinishedExports) => Promise<T>): Promise<T> => {
  const noted = new Set<string>();
  const stopListening = (): void => {
    for (const signal of signals) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals): void => {
    for (const path of noted) remove(path);
    stopListening();
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, end);
  try {
    return await run({
      note: (path) => {
        noted.add(path);
        return ok(null);
      },
      settle: (path) => {
        if (!existsSync(path)) noted.delete(path);
      },
    });
  } finally {
    stopListening();
  }
};
