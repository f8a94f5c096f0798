import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShellPreferences } from '@shared/contract/control.ts';
import { parsePreferences } from '@shared/contract/preferences-file.ts';
import { type AppError, err, ok, type Result } from '@shared/kernel/result.ts';
import {
  type AtomicFs,
  nodeAtomicFs,
  toFileError,
  type WriteErrorCode,
  writeAtomically,
} from '../vault/write-atomically.ts';

/**
 * Appearance and language of this computer's user, in plain JSON: the lock page needs them before any vault is open.
 */
export interface PreferencesStore {
  readonly get: () => ShellPreferences;
  /** Writes a change, after those that are under way; answers what holds then. */
  readonly set: (change: Partial<ShellPreferences>) => Promise<Result<ShellPreferences, AppError<WriteErrorCode>>>;
}

const read = (file: string): ShellPreferences => {
  try {
    return parsePreferences(readFileSync(file, 'utf8'));
  } catch {
    // Absent: nothing here is worth more than a fresh start.
    return parsePreferences(null);
  }
};

/** Preferences in `preferences.json` below a folder. */
export const createPreferencesStore = (folder: string, fs: AtomicFs = nodeAtomicFs): PreferencesStore => {
  const file = join(folder, 'preferences.json');
  let current = read(file);
  let last: Promise<unknown> = Promise.resolve();
  const write = async (
    change: Partial<ShellPreferences>,
  ): Promise<Result<ShellPreferences, AppError<WriteErrorCode>>> => {
    const next = { ...current, ...change };
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (thrown) {
      return err(toFileError(thrown));
    }
    const written = await writeAtomically(fs, file, Buffer.from(`${JSON.stringify(next, null, 2)}\n`));
    if (!written.ok) return written;
    current = next;
    return ok(next);
  };
  return {
    get: () => current,
    set: (change) => {
      const written = last.then(() => write(change));
      last = written.catch(() => undefined);
      return written;
    },
  };
};
