import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShellPreferences } from '@shared/contract/control.ts';
import { parsePreferences } from '@shared/contract/preferences-file.ts';

/** What the first window needs and the backend is not asked for, because it would have to be waited for. */
export interface Remembered {
  readonly preferences: ShellPreferences;
  /** True when a vault stands in the list: the page asks for a passphrase, else it welcomes. */
  readonly knowsVaults: boolean;
}

const textOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

const holdsVaults = (text: string | null): boolean => {
  try {
    const { vaults } = JSON.parse(text ?? '{}') as { readonly vaults?: unknown };
    return Array.isArray(vaults) && vaults.length > 0;
  } catch {
    return false;
  }
};

/** Reads the two small files of the settings folder; what is absent or spoiled counts as a first start. */
export const readRemembered = (folder: string): Remembered => ({
  preferences: parsePreferences(textOf(join(folder, 'preferences.json'))),
  knowsVaults: holdsVaults(textOf(join(folder, 'vaults.json'))),
});
