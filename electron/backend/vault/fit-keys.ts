import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { isHeldElsewhere } from '../db/is-held-elsewhere.ts';
import { fitsKey } from '../db/verify-pages.ts';
import { type DatabaseName, databaseNames } from './check-database.ts';
import { vaultFiles } from './key-files.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import type { DatabaseKeys, VaultKeys } from './vault-keys.ts';
import { moveOverNow, toFileError } from './write-atomically.ts';

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
 * The keys that the databases of a closed vault are under, out of those that a key file holds: without its `next`. The
 * bytes are those of `keys`, for one to wipe.
 */
export const fitKeys = (dir: string, keys: VaultKeys): VaultKeys => {
  const { next, ...own } = keys;
  if (next === undefined) return own;
  const done = exchanged(dir, next);
  return {
    ...own,
    recordsKey: done.has('records') ? next.recordsKey : own.recordsKey,
    notesKey: done.has('notes') ? next.notesKey : own.notesKey,
  };
};

/** Overwrites the keys in a key file that none of the databases is under. */
export const wipeUnfit = (keys: VaultKeys, fitted: VaultKeys): void => {
  for (const { recordsKey, notesKey } of [keys, keys.next ?? keys]) {
    if (recordsKey !== fitted.recordsKey) recordsKey.fill(0);
    if (notesKey !== fitted.notesKey) notesKey.fill(0);
  }
};

/**
 * Ends an exchange of databases that was cut off between the two: the one that waits, whole, under the next keys takes
 * the place of the old one. To be called before a vault is opened: nothing was written to it since. Fails with the
 * error of the file call; then the vault must not be opened, or what waits would be older than what is there.
 */
export const endExchange = (
  deps: Pick<VaultDeps, 'fs' | 'database'>,
  dir: string,
  { next }: VaultKeys,
): Result<null, VaultError> => {
  if (next === undefined) return ok(null);
  if (databaseNames.some((name) => isHeldElsewhere(deps.database, join(dir, vaultFiles[name]))))
    return fail('openElsewhere');
  const done = exchanged(dir, next);
  if (done.size === 0) return ok(null);
  try {
    for (const name of databaseNames) {
      const waiting = join(rotationFolderOf(dir), vaultFiles[name]);
      if (!done.has(name) && fitsKey(waiting, keyOf(next, name)))
        moveOverNow(deps.fs, waiting, join(dir, vaultFiles[name]));
    }
    return ok(null);
  } catch (thrown) {
    return err(toFileError(thrown));
  }
};
