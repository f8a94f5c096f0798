import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { callsOn } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { openByKeys } from '../../fixtures/vault-by-keys.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { makeSetting } from '../fuzz/setting.ts';
import { type PathSetting, saveSetting } from './saved-setting.ts';
import { stateOf } from './vault-state.ts';

/** A vault full of things with a backup of it, and the file by which a process of its own knows them. */
export interface SavedPathSetting {
  readonly setting: PathSetting;
  readonly file: string;
}

/** Makes one (some seconds), inside a test, where `cheapKeys` was called before. */
export const makePathSetting = async (): Promise<SavedPathSetting> => {
  const made = await makeSetting();
  const folder = temporaryFolder();
  const place = join(folder, 'cadangan');
  mkdirSync(place);
  const dir = join(folder, 'Brankas Satu');
  cpSync(made.dir, dir, { recursive: true });
  const vault = openByKeys(vaultDeps, dir, made.keys);
  const sums = stateOf(vault)?.sums ?? { records: '', notes: '' };
  const calls = callsOn(vault);
  await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', place) });
  await calls.get('backup.make', {});
  vault.close();
  const [name = ''] = readdirSync(place);
  const setting = { ...made, sums, backup: join(place, name) };
  const file = join(folder, 'setting.json');
  saveSetting(file, setting);
  return { setting, file };
};
