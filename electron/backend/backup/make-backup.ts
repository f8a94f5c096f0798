import { existsSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backedUpFiles, backupExtension } from '@shared/domain/backup/manifest.ts';
import { toIsoInstant, toLocalStamp } from '@shared/kernel/date.ts';
import { type AppError, err, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { DatabaseDeps } from '../db/open-database.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import {
  type ExportDeps,
  type ExportErrorCode,
  takeBack,
  takeBackCancelled,
  writeNewFile,
} from '../export/save-file.ts';
import { writeManifest } from '../formats/backup/manifest-note.ts';
import { backupChunks } from '../formats/backup/write-backup.ts';
import { temporaryName } from '../vault/temporary-name.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { moveIntoPlace } from '../vault/write-atomically.ts';
import { writesOf } from '../vault/writes-of.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import { readBackupState } from './backup-state.ts';
import { noteFailed, noteMade } from './note-backup.ts';
import { snapshotOf } from './snapshot.ts';
import { thinBackups } from './thin-backups.ts';
import { type BackupError, verifyBackup } from './verify-backup.ts';

/** What making a backup takes besides the open vault. */
export interface BackupDeps extends ExportDeps {
  readonly database: DatabaseDeps;
  /** Copies files of the vault by a process that has none of them open; false when it could not. */
  readonly copyFiles: (from: string, to: string, names: readonly string[]) => Promise<boolean>;
  /** Runs something while no call on the vault is begun. */
  readonly hold: <T>(run: () => Promise<T>) => Promise<T>;
}

/**
 * `backupNoPlace`: none was chosen. `backupPlaceMissing`: it is not there just now. `backupRunning`: one is being made.
 * `vaultNotWhole`: rows of the vault itself do not fit, so those of its copy do not.
 * `backupRestless`: the vault was written to each time that it was copied. `backupCancelled`: by the person.
 */
export type MakeBackupError =
  | AppError<
      | ExportErrorCode
      | StorageErrorCode
      | 'backupNoPlace'
      | 'backupPlaceMissing'
      | 'backupRunning'
      | 'backupRestless'
      | 'vaultNotWhole'
      | 'backupCancelled'
    >
  | BackupError;

/** Steps of a backup in their order. */
export type BackupStep = 'copying' | 'writing' | 'verifying';

/** A backup under way. */
interface Running {
  step: BackupStep;
  /** Bytes that are through, of `total`, in this step. */
  done: number;
  total: number;
  readonly controller: AbortController;
}

const runningOf = createPerVault<{ current: Running | null }>(() => ({ current: null }));

/** The backup under way; null: none. */
export const backupUnderWay = ({ work }: Pick<Unlocked, 'work'>): Omit<Running, 'controller'> | null => {
  const { current } = runningOf(work);
  return current && { step: current.step, done: current.done, total: current.total };
};

/** Breaks off the backup under way; nothing of it stays. */
export const cancelBackup = ({ work }: Pick<Unlocked, 'work'>): void => runningOf(work).current?.controller.abort();

/** Folders beside the databases, for copies of them, encrypted as they are. Gone after a backup and at the opening. */
const stagingOf = (dir: string): string => join(dir, 'backup');
const checkingOf = (dir: string): string => join(dir, 'backup-check');

/** Removes what a backup left in the vault that was cut off. To be called once after opening. */
export const removeUnfinishedBackup = async ({ vault }: Pick<Unlocked, 'vault'>): Promise<void> => {
  for (const folder of [stagingOf(vault.dir), checkingOf(vault.dir)]) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
};

/** How often the files are copied when the vault was written to meanwhile. */
const maxCopies = 5;

/**
 * Copies the files of the vault as they stand at one moment; answers what they hold. Calls wait meanwhile; what was
 * under way and writes all the same is noticed, and the copy made again.
 */
const copyVault = ({ vault }: Unlocked, deps: BackupDeps): Promise<Result<string, MakeBackupError>> => {
  const folder = stagingOf(vault.dir);
  return deps.hold(async () => {
    for (let copies = 0; copies < maxCopies; copies += 1) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { mode: 0o700 });
      const before = writesOf(vault);
      const snapshot = snapshotOf(vault);
      if (!(await deps.copyFiles(vault.dir, folder, backedUpFiles))) return fail('exportFailed');
      if (writesOf(vault) === before) return ok(snapshot);
    }
    return fail('backupRestless');
  });
};

const sizeOf = async (folder: string): Promise<number> => {
  let size = 0;
  for (const name of backedUpFiles) size += (await stat(join(folder, name))).size;
  return size;
};

/** `bilik-1a2b3c4d-20261129-081500.cadangan`: the vault by the beginning of its id, the moment here. */
const nameOf = (vaultId: string, at: number): string =>
  `bilik-${vaultId.slice(0, 8)}-${toLocalStamp(at)}.${backupExtension}`;

/** The copy is good, and what it is a copy of is not. */
const isOfRowsAlone = ({ code, details }: BackupError): boolean =>
  code === 'backupFaulty' && details?.reason === 'rows';

/** Writes the copied files into one, verifies it, and moves it into place. Throws errors of file calls. */
const writeAndVerify = async (
  { vault, work }: Unlocked,
  deps: BackupDeps,
  running: Running,
  input: { readonly snapshot: string; readonly beside: string; readonly target: string; readonly at: number },
): Promise<Result<null, MakeBackupError>> => {
  const { signal } = running.controller;
  const onBytes = (bytes: number): void => {
    signal.throwIfAborted();
    running.done += bytes;
  };
  const madeAt = toIsoInstant(input.at);
  const folder = stagingOf(vault.dir);
  Object.assign(running, { step: 'writing', done: 0, total: await sizeOf(folder) });
  const manifest = (files: Parameters<typeof writeManifest>[1]['files']) =>
    writeManifest(vault, { format: 'bilik/backup/v1', vaultId: vault.instanceId, madeAt, files });
  await writeNewFile(deps.fs, input.beside, backupChunks({ folder, manifest, onBytes }));
  await rm(folder, { recursive: true, force: true });
  Object.assign(running, { step: 'verifying', done: 0 });
  const verified = await verifyBackup(deps.database, {
    path: input.beside,
    folder: checkingOf(vault.dir),
    keys: vault.keys,
    signal,
    snapshot: input.snapshot,
    onBytes,
  });
  if (!verified.ok) return isOfRowsAlone(verified.error) ? fail('vaultNotWhole') : verified;
  signal.throwIfAborted();
  await moveIntoPlace(deps.fs, input.beside, input.target);
  noteMade({ work }, { path: input.target, at: input.at, bytes: (await stat(input.target)).size });
  return ok(null);
};

const isAbort = (thrown: unknown, { controller }: Running): boolean =>
  controller.signal.aborted && thrown === controller.signal.reason;

const make = async (unlocked: Unlocked, deps: BackupDeps, running: Running): Promise<Result<null, MakeBackupError>> => {
  const { vault, work } = unlocked;
  const { place } = readBackupState(work.records);
  if (place === null) return fail('backupNoPlace');
  if (!existsSync(place)) return fail('backupPlaceMissing');
  const beside = join(place, temporaryName(deps.random));
  const noted = deps.unfinished.note(beside);
  if (!noted.ok) return noted;
  try {
    const at = work.clock.now();
    const copied = await copyVault(unlocked, deps);
    if (!copied.ok) return copied;
    const target = join(place, nameOf(vault.instanceId, at));
    const written = await writeAndVerify(unlocked, deps, running, { snapshot: copied.value, beside, target, at });
    if (!written.ok) await rm(beside, { force: true });
    return written;
  } catch (thrown) {
    return err(
      isAbort(thrown, running)
        ? await takeBackCancelled(deps.fs, beside, 'backupCancelled')
        : await takeBack(deps.fs, beside, thrown),
    );
  } finally {
    deps.unfinished.settle(beside);
    await removeUnfinishedBackup(unlocked);
  }
};

/** What comes of a choice of the person, and is no failure to be told again. */
const byChoice: readonly string[] = ['backupNoPlace', 'backupCancelled'];

/**
 * Makes a backup of the vault in the place that was chosen: copied at one moment, written, verified by restoring it to
 * a temporary folder, and only then given its name. Older ones are thinned. Whatever fails, the place is as it was.
 */
export const makeBackup = async (unlocked: Unlocked, deps: BackupDeps): Promise<Result<null, MakeBackupError>> => {
  const { work } = unlocked;
  const slot = runningOf(work);
  if (slot.current !== null) return fail('backupRunning');
  const running: Running = { step: 'copying', done: 0, total: 0, controller: new AbortController() };
  slot.current = running;
  try {
    const made = await make(unlocked, deps, running);
    if (made.ok) await thinBackups(unlocked);
    else if (!byChoice.includes(made.error.code)) noteFailed(unlocked, made.error.code);
    return made;
  } finally {
    slot.current = null;
  }
};
