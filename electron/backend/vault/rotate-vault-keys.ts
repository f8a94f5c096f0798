import { mkdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppError, err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { reopenDatabase } from '../db/open-database.ts';
import { fitsKey } from '../db/verify-pages.ts';
import { type DatabaseName, databaseNames } from './check-database.ts';
import { encryptCopies, toExchangeError } from './encrypt-copies.ts';
import { exchangeEvent, removeRotationFolder, rotationFolderOf } from './fit-keys.ts';
import { vaultFiles } from './key-files.ts';
import { replaceKeyFiles } from './replace-key-files.ts';
import type { OpenVault } from './vault.ts';
import type { VaultDeps, VaultError } from './vault-deps.ts';
import {
  copyOfDatabaseKeys,
  type DatabaseKeys,
  makeDatabaseKeys,
  type VaultKeys,
  wipeDatabaseKeys,
  wipeKeys,
  wipeNext,
} from './vault-keys.ts';
import { unsealOwnKeyFile } from './verify-passphrase.ts';
import { moveOverNow, toFileError } from './write-atomically.ts';
import { writesOf } from './writes-of.ts';

/** What an exchange of keys takes besides the open vault. */
export interface RotationDeps extends VaultDeps {
  /** Copies files of the vault by a process that has none of them open; false when it could not. */
  readonly copyFiles: (from: string, to: string, names: readonly string[]) => Promise<boolean>;
  /** Runs something while no call on the vault is begun. */
  readonly hold: <T>(run: () => Promise<T>) => Promise<T>;
}

/** Steps of an exchange of keys in their order; `done` of `total` bytes of this one. */
export interface RotationProgress {
  readonly step: 'preparing' | 'copying' | 'encrypting' | 'checking' | 'ending';
  readonly done: number;
  readonly total: number;
}

export interface RotationInput {
  readonly passphrase: string;
  /** Breaks it off; once the databases are being put in place it has no effect any more. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RotationProgress) => void;
}

/**
 * `rotationNotCopied`: its files could not be copied. `rotationRestless`: the vault was written to each time that it
 * was copied. `rotationCancelled`: by the person.
 * `rotationNotWhole`: a page of the vault does not fit its key. After any of these and any failure of a write, the old
 * keys are in force. `rotationHalved`: one database was in its place already and the other could not be moved: one is
 * under the new key and one under the old. The key files hold what ends it: the next opening does, or another exchange.
 * `rotationUnended`: the new ones are in force, and the next opening brings the key files in order.
 */
export type RotationError =
  | VaultError
  | AppError<
      | 'rotationNotCopied'
      | 'rotationRestless'
      | 'rotationCancelled'
      | 'rotationUnended'
      | 'rotationHalved'
      | 'rotationNotWhole'
    >;

interface Rotation {
  readonly deps: RotationDeps;
  readonly vault: OpenVault;
  readonly next: DatabaseKeys;
  readonly input: RotationInput;
}

/** How often the files are copied when the vault was written to meanwhile. */
const maxCopies = 5;

const files = databaseNames.map((name) => vaultFiles[name]);
const keyOf = (keys: DatabaseKeys, name: DatabaseName): Uint8Array => keys[`${name}Key`];

const sizeOf = async (folder: string): Promise<number> => {
  let size = 0;
  for (const file of files) size += (await stat(join(folder, file))).size;
  return size;
};

/** Copies both databases as they stand at one moment. */
const copy = async ({ deps, vault, input }: Rotation, folder: string): Promise<Result<null, RotationError>> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  const total = await sizeOf(vault.dir);
  input.onProgress({ step: 'copying', done: 0, total });
  const { bavail, bsize } = await statfs(vault.dir);
  if (bavail * bsize < total) return fail('diskFull');
  return (await deps.copyFiles(vault.dir, folder, files)) ? ok(null) : fail('rotationNotCopied');
};

/** Encrypts the copies anew and counts their rows by the new keys. */
const encrypt = async (
  { deps, vault, next, input }: Rotation,
  folder: string,
): Promise<Result<null, RotationError>> => {
  const total = await sizeOf(folder);
  let done = 0;
  return encryptCopies(deps, {
    folder,
    names: databaseNames,
    from: vault.keys,
    to: next,
    signal: input.signal,
    onBytes: (bytes) => {
      input.signal.throwIfAborted();
      done += bytes;
      input.onProgress({ step: 'encrypting', done, total });
    },
    onChecking: () => input.onProgress({ step: 'checking', done: 0, total: 0 }),
  });
};

/** Opens the databases again under the keys that their files are under, whichever these are. */
const reopen = ({ deps, vault, next }: Rotation): void => {
  for (const name of databaseNames) {
    const file = join(vault.dir, vaultFiles[name]);
    const isNext = fitsKey(file, keyOf(next, name));
    if (isNext) keyOf(vault.keys, name).set(keyOf(next, name));
    const opened = reopenDatabase(deps.database, vault[name].$client, { file, key: keyOf(vault.keys, name) });
    // Nothing can be done with a vault that does not open any more; the next opening ends or undoes the exchange.
    if (!opened.ok) throw new Error(`a database could not be opened again: ${opened.error.code}`);
  }
};

/**
 * Puts the copies in the place of the databases, in one breath: nothing else of this process runs meanwhile. What was
 * moved before a failure stays; the keys of the vault are those of its files then, too.
 */
const putInPlace = (rotation: Rotation, folder: string): Result<null, RotationError> => {
  const { deps, vault } = rotation;
  const failures: RotationError[] = [];
  for (const name of databaseNames) vault[name].$client.close();
  try {
    for (const file of files) moveOverNow(deps.fs, join(folder, file), join(vault.dir, file));
  } catch (thrown) {
    failures.push(toFileError(thrown));
  } finally {
    reopen(rotation);
  }
  const [failure] = failures;
  return failure === undefined ? ok(null) : err(failure);
};

const exchangeOnce = async (rotation: Rotation): Promise<Result<{ readonly isDone: boolean }, RotationError>> => {
  const { vault, input } = rotation;
  const folder = rotationFolderOf(vault.dir);
  vault.anchor();
  const before = writesOf(vault);
  const copied = await copy(rotation, folder);
  if (!copied.ok) return copied;
  if (writesOf(vault) !== before) return ok({ isDone: false });
  const encrypted = await encrypt(rotation, folder);
  if (!encrypted.ok) return encrypted;
  input.signal.throwIfAborted();
  if (writesOf(vault) !== before) return ok({ isDone: false });
  const placed = putInPlace(rotation, folder);
  return placed.ok ? ok({ isDone: true }) : placed;
};

/** The failure behind what broke an exchange off; throws again what is a bug. */
const toRotationError = (thrown: unknown, signal: AbortSignal): RotationError => {
  if (signal.aborted && thrown === signal.reason) return { code: 'rotationCancelled' };
  return toExchangeError(thrown);
};

const exchange = (rotation: Rotation): Promise<Result<null, RotationError>> =>
  rotation.deps.hold(async () => {
    try {
      for (let copies = 0; copies < maxCopies; copies += 1) {
        const done = await exchangeOnce(rotation);
        if (!done.ok) return done;
        if (done.value.isDone) return ok(null);
      }
      return fail('rotationRestless');
    } catch (thrown) {
      return err(toRotationError(thrown, rotation.input.signal));
    }
  });

/** Has the vault remember what an exchange came to: of one that is half done the keys by which it is ended. */
const remember = (keys: VaultKeys, next: DatabaseKeys, event: ReturnType<typeof exchangeEvent>): void => {
  if (event === 'keyRotationUndone') return;
  wipeNext(keys);
  keys.next = event === 'keysRotated' ? undefined : copyOfDatabaseKeys(next);
};

const rotate = async (rotation: Rotation): Promise<Result<null, RotationError>> => {
  const { deps, vault, input } = rotation;
  const exchanged = await exchange(rotation);
  input.onProgress({ step: 'ending', done: 0, total: 0 });
  const event = exchangeEvent(vault.keys, rotation.next);
  remember(vault.keys, rotation.next, event);
  const base = { dir: vault.dir, records: vault.records, keys: vault.keys, passphrase: input.passphrase };
  const ended = await replaceKeyFiles(deps, { ...base, event, previous: undefined });
  if (ended.ok) await removeRotationFolder(vault.dir);
  if (!exchanged.ok) {
    const isHalf = event === 'keyRotationHalved' && exchanged.error.code !== 'rotationCancelled';
    return isHalf ? fail('rotationHalved') : exchanged;
  }
  return ended.ok ? ok(null) : fail('rotationUnended');
};

/** One exchange, to `next`, which is wiped afterwards. */
const rotateTo = async (
  deps: RotationDeps,
  vault: OpenVault,
  next: DatabaseKeys,
  input: RotationInput,
): Promise<Result<null, RotationError>> => {
  try {
    input.onProgress({ step: 'preparing', done: 0, total: 0 });
    const opened = await unsealOwnKeyFile(vault, input.passphrase);
    if (!opened.ok) return opened;
    const begun = await replaceKeyFiles(deps, {
      dir: vault.dir,
      records: vault.records,
      keys: vault.keys,
      next,
      passphrase: input.passphrase,
      event: 'keyRotationBegun',
      previous: opened.value,
    }).finally(() => wipeKeys(opened.value.keys));
    return begun.ok ? await rotate({ deps, vault, next, input }) : begun;
  } finally {
    wipeDatabaseKeys(next);
  }
};

/**
 * Gives both databases of an open vault other keys, since somebody may know the old ones; whoever holds the vault goes
 * on with it. Calls wait while the databases are copied and encrypted anew, and nobody else may copy or check them
 * meanwhile. Order: the key files hold both sets of keys; the databases under the new ones take the place of the old;
 * the key files hold the new ones alone. Cut off at any point, the next opening finds out which keys a database is
 * under, and ends or undoes it. One that is half done is ended first, by the keys that it had, so that it stays known
 * as that until then. Fails with `wrongPassphrase` or as `RotationError` says.
 */
export const rotateVaultKeys = async (
  deps: RotationDeps,
  vault: OpenVault,
  input: RotationInput,
): Promise<Result<null, RotationError>> => {
  const { next } = vault.keys;
  if (next !== undefined) {
    const ended = await rotateTo(deps, vault, copyOfDatabaseKeys(next), input);
    if (!ended.ok) return ended;
  }
  return rotateTo(deps, vault, makeDatabaseKeys(deps.random), input);
};
