import { readFileSync, writeFileSync } from 'node:fs';
import { readKeys, writeKeys } from '../../fixtures/vault-by-keys.ts';
import type { Setting } from '../fuzz/setting.ts';
import type { VaultState } from './vault-state.ts';

/** A setting, a backup of its vault, and what its databases hold. */
export interface PathSetting extends Setting {
  readonly sums: VaultState['sums'];
  readonly backup: string;
}

/** Writes a setting to a file, its keys beside it, for a process of its own. */
export const saveSetting = (file: string, { keys, ...rest }: PathSetting): void => {
  writeFileSync(file, JSON.stringify(rest));
  writeKeys(`${file}.keys`, keys);
};

/** Reads it. */
export const readSetting = (file: string): PathSetting => ({
  ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<PathSetting, 'keys'>),
  keys: readKeys(`${file}.keys`),
});
