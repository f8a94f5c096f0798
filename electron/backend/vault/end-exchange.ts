import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@shared/kernel/result.ts';
import { hasHotJournal } from '../db/hot-journal.ts';
import { isHeldElsewhere } from '../db/is-held-elsewhere.ts';
import { schemaStanding } from '../db/open-database.ts';
import { type DatabaseName, databaseNames } from './check-database.ts';
import { encryptCopies, toExchangeError } from './encrypt-copies.ts';
import { leftBehind, removeRotationFolder, rotationFolderOf } from './fit-keys.ts';
import { vaultFiles } from './key-files.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import type { DatabaseKeys, VaultKeys } from './vault-keys.ts';
import { moveOverNow } from './write-atomically.ts';

/**
 * True for a database that may be encrypted anew: what a crash cut is rolled back by the key that the file is under,
 * since its journal must not meet another file, and its schema is that of this program. An older one is brought up to
 * date first, after a backup: the opening after that ends the exchange.
 */
const isReady = (deps: Pick<VaultDeps, 'database'>, file: string, name: DatabaseName, key: Uint8Array): boolean =>
  schemaStanding(deps.database, name, { file, key }) === 'same' && !hasHotJournal(file);

/** Encrypts a copy of a database anew and puts it in its place; throws errors of file calls and SQLite. */
const carryOver = async (
  deps: Pick<VaultDeps, 'fs' | 'database' | 'random'>,
  dir: string,
  name: DatabaseName,
  { from, to }: { readonly from: DatabaseKeys; readonly to: DatabaseKeys },
): Promise<void> => {
  const [file, folder] = [join(dir, vaultFiles[name]), rotationFolderOf(dir)];
  // What waits there may be older than what is in its place: never that is used.
  await removeRotationFolder(dir);
  if (!isReady(deps, file, name, from[`${name}Key`])) return;
  await mkdir(folder, { mode: 0o700 });
  const copied = join(folder, vaultFiles[name]);
  await copyFile(file, copied);
  const encrypted = await encryptCopies(deps, {
    folder,
    names: [name],
    from,
    to,
    signal: new AbortController().signal,
    onBytes: () => undefined,
    onChecking: () => undefined,
  });
  if (encrypted.ok) moveOverNow(deps.fs, copied, file);
};

/**
 * Ends an exchange of keys of a closed vault that is half done: the database that is under its old key still is
 * encrypted anew, as it stands now, and takes its place. To be called before a vault is opened. What cannot be done
 * (no room, a damaged page) stays half done, and nothing is lost: `fitKeys` says so. Fails with `openElsewhere`.
 */
export const endExchange = async (
  deps: Pick<VaultDeps, 'fs' | 'database' | 'random'>,
  dir: string,
  keys: VaultKeys,
): Promise<Result<null, VaultError>> => {
  const { next } = keys;
  if (next === undefined) return ok(null);
  if (databaseNames.some((name) => isHeldElsewhere(deps.database, join(dir, vaultFiles[name]))))
    return fail('openElsewhere');
  for (const name of leftBehind(dir, next)) {
    try {
      await carryOver(deps, dir, name, { from: keys, to: next });
    } catch (thrown) {
      // A failed write keeps nobody out of the vault; a bug is thrown on.
      toExchangeError(thrown);
    }
  }
  return ok(null);
};
