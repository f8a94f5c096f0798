import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type AppError, err, ok, type Result } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { isTemporary } from './temporary-name.ts';
import { type AtomicFs, toFileError, type WriteErrorCode, writeAtomically } from './write-atomically.ts';

/**
 * The folder that a vault is being restored to, noted beside the list of known vaults: no vault is open that could
 * remember it. One at a time.
 */
export interface UnfinishedRestore {
  /** Notes a folder before anything is written to it. */
  readonly note: (path: string) => Promise<Result<null, AppError<WriteErrorCode>>>;
  /** Forgets the folder, unless it still lies there. */
  readonly settle: () => Promise<void>;
  /** Removes what a restore left behind that was cut off. To be called once at the start. */
  readonly removeLeft: () => Promise<void>;
}

const fileSchema = z.strictObject({ path: z.string() });

/** The note in `restoring.json` in the app's own settings folder. */
export const createUnfinishedRestore = (fs: AtomicFs, folder: string): UnfinishedRestore => {
  const file = join(folder, 'restoring.json');
  const noted = async (): Promise<string | null> => {
    try {
      return fileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).path;
    } catch {
      return null;
    }
  };
  const settle = async (): Promise<void> => {
    const path = await noted();
    // On a medium that is not there it may still lie.
    if (path === null || (existsSync(dirname(path)) && !existsSync(path))) await rm(file, { force: true });
  };
  return {
    note: async (path) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
      } catch (thrown) {
        return err(toFileError(thrown));
      }
      const written = await writeAtomically(fs, file, new TextEncoder().encode(JSON.stringify({ path })));
      return written.ok ? ok(null) : written;
    },
    settle,
    removeLeft: async () => {
      const path = await noted();
      if (path !== null && isTemporary(path)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
      await settle();
    },
  };
};
