import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShellPreferences } from '@shared/contract/control.ts';
import { parsePreferences } from '@shared/contract/preferences-file.ts';

/**
 * Appearance and language of this computer's user, in plain JSON: the lock page needs them before any vault is open.
 */
export interface PreferencesStore {
  readonly get: () => ShellPreferences;
  /** Writes a change. Throws when the folder cannot be written. */
  readonly set: (change: Partial<ShellPreferences>) => ShellPreferences;
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
export const createPreferencesStore = (folder: string): PreferencesStore => {
  const file = join(folder, 'preferences.json');
  let current = read(file);
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change };
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, `${JSON.stringify(current, null, 2)}\n`, { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
      return current;
    },
  };
};
