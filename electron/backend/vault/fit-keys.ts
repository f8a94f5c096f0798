import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fitsKey } from '../db/verify-pages.ts';
import { type DatabaseName, databaseNames } from './check-database.ts';
import { vaultFiles } from './key-files.ts';
import type { DatabaseKeys, VaultKeys } from './vault-keys.ts';

/** Folder in a vault for copies of its databases under other keys. Gone after a rotation and at the opening. */
export const rotationFolderOf = (dir: string): string => join(dir, 'rotation');

/** Removes what a rotation left that came to its end or was undone. */
export const removeRotationFolder = async (dir: string): Promise<void> => {
  await rm(rotationFolderOf(dir), { recursive: true, force: true }).catch(() => undefined);
};

const keyOf = (keys: DatabaseKeys, name: DatabaseName): Uint8Array => keys[`${name}Key`];

/** The databases of a closed vault that are under the next keys of its key file already. */
const exchanged = (dir: string, next: DatabaseKeys): ReadonlySet<DatabaseName> =>
  new Set(databaseNames.filter((name) => fitsKey(join(dir, vaultFiles[name]), keyOf(next, name))));

/** What came of an exchange of keys, by the keys that the databases are under afterwards: all, none, or one moved. */
export const exchangeEvent = (
  keys: DatabaseKeys,
  next: DatabaseKeys,
): 'keysRotated' | 'keyRotationHalved' | 'keyRotationUndone' => {
  const moved = databaseNames.filter((name) => Buffer.compare(keyOf(keys, name), keyOf(next, name)) === 0);
  if (moved.length === databaseNames.length) return 'keysRotated';
  return moved.length === 0 ? 'keyRotationUndone' : 'keyRotationHalved';
};

/**
 * The keys that the databases of a closed vault are under, out of those that a key file holds: without its `next`
 * unless an exchange is half done. The bytes are those of `keys`, for one to wipe.
 */
export const fitKeys = (dir: string, keys: VaultKeys): VaultKeys => {
  const { next, ...own } = keys;
  if (next === undefined) return own;
  const done = exchanged(dir, next);
  const fitted = {
    ...own,
    recordsKey: done.has('records') ? next.recordsKey : own.recordsKey,
    notesKey: done.has('notes') ? next.notesKey : own.notesKey,
  };
  return exchangeEvent(fitted, next) === 'keyRotationHalved' ? { ...fitted, next } : fitted;
};

/** Overwrites the keys in a key file that neither a database is under nor will be. */
export const wipeUnfit = (keys: VaultKeys, fitted: VaultKeys): void => {
  const kept = [fitted, fitted.next ?? fitted].flatMap(({ recordsKey, notesKey }) => [recordsKey, notesKey]);
  for (const { recordsKey, notesKey } of [keys, keys.next ?? keys])
    for (const key of [recordsKey, notesKey]) if (!kept.includes(key)) key.fill(0);
};

/** The databases of a closed vault that an exchange of keys, half done, left under their old key; none: it is not. */
export const leftBehind = (dir: string, next: DatabaseKeys): readonly DatabaseName[] => {
  const done = exchanged(dir, next);
  return done.size === 0 ? [] : databaseNames.filter((name) => !done.has(name));
};
