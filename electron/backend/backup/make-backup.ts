import { existsSync, statSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BackedUpFile,
  type BackupManifest,
  type BackupPart,
  backedUpFiles,
  backupExtension,
  filesOfPart,
} from '@shared/domain/backup/manifest.ts';
import { toIsoInstant, toLocalStamp } from '@shared/kernel/date.ts';
import { type AppError, err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { digestOf } from '../db/digest/digest.ts';
import type { DatabaseDeps } from '../db/open-database.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import {
  type ExportDeps,
  type ExportErrorCode,
  takeBack,
  takeBackCancelled,
  toExportError,
  writeNewFile,
} from '../export/save-file.ts';
import { writeManifest } from '../formats/backup/manifest-note.ts';
import { backupChunks } from '../formats/backup/write-backup.ts';
import { vaultFiles } from '../vault/key-files.ts';
import { temporaryName } from '../vault/temporary-name.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { moveIntoPlace } from '../vault/write-atomically.ts';
import { writesOf } from '../vault/writes-of.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import { type BackupTarget, beginCopy, readBackupState, targetsOf } from './backup-state.ts';
import { erasedNotes } from './erased-notes.ts';
import { noteFailed, noteMade } from './note-backup.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import { makeStandIn } from './stand-in.ts';
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
 * `backupNoPlace`: none was chosen. `backupPlaceMissing`, `notesPlaceMissing`: it is not there just now, or that of
 * the notes is not. `backupRunning`: one is being made.
 * `vaultNotWhole`: rows of the vault itself do not fit, so those of its copy do not.
 * `backupRestless`: the vault was written to each time that it was copied. `backupCancelled`: by the person.
 */
export type MakeBackupError =
  | AppError<
      | ExportErrorCode
      | StorageErrorCode
      | 'backupNoPlace'
      | 'backupPlaceMissing'
      | 'notesPlaceMissing'
      | 'backupRunning'
      | 'backupRestless'
      | 'vaultNotWhole'
      | 'backupCancelled'
    >
  | BackupError;

/** Steps of a backup in their order; `taking`: notes are taken out of one, which shares its folders. */
export type BackupStep = 'copying' | 'writing' | 'verifying' | 'taking';

/** A backup under way. */
interface Running {
  step: BackupStep;
  /** Bytes that are through, of `total`, in this step. */
  done: number;
  total: number;
  readonly controller: AbortController;
}

const runningOf = createPerVault<{ current: Running | null }>(() => ({ current: null }));

/** Folders beside the databases, for copies of them, encrypted as they are. Gone after a backup and at the opening. */
const stagingOf = (dir: string): string => join(dir, 'backup');
/** Where a backup is unpacked to be looked at. */
export const checkingOf = (dir: string): string => join(dir, 'backup-check');

/** Bytes of these files in a folder; those that are not there count for none. */
const bytesThere = (folder: string, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);

/** The backup under way; null: none. Another process copies: what is through shows in what has come so far. */
export const backupUnderWay = ({ vault, work }: Unlocked): Omit<Running, 'controller'> | null => {
  const { current } = runningOf(work);
  if (current === null) return null;
  const { step, done, total } = current;
  if (step !== 'copying') return { step, done, total };
  return { step, done: Math.min(total, bytesThere(stagingOf(vault.dir), backedUpFiles)), total };
};

/** Breaks off the backup under way; nothing of it stays. */
export const cancelBackup = ({ work }: Pick<Unlocked, 'work'>): void => runningOf(work).current?.controller.abort();

/** Removes what a backup left in the vault that was cut off. To be called once after opening. */
export const removeUnfinishedBackup = async ({ vault }: Pick<Unlocked, 'vault'>): Promise<void> => {
  for (const folder of [stagingOf(vault.dir), checkingOf(vault.dir)]) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
};

/** How often the files are copied when the vault was written to meanwhile. */
const maxCopies = 5;

/** Files as they stood at one moment, and what they hold. */
interface Copied {
  readonly at: number;
  readonly snapshot: Snapshot;
  /** Commits of notes.db so far. */
  readonly noteCommits: number;
  /** Notes that were erased so far, by id. */
  readonly erased: readonly string[];
}

/**
 * Copies the files of the vault as they stand at one moment; answers what they hold. Calls wait meanwhile; what was
 * under way and writes all the same is noticed, and the copy made again.
 */
const copyVault = (
  { vault, work }: Unlocked,
  deps: BackupDeps,
  names: readonly BackedUpFile[],
): Promise<Result<Copied, MakeBackupError>> => {
  const folder = stagingOf(vault.dir);
  const at = work.clock.now();
  return deps.hold(async () => {
    for (let copies = 0; copies < maxCopies; copies += 1) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { mode: 0o700 });
      beginCopy(work);
      const before = writesOf(vault);
      const snapshot = snapshotOf(vault);
      const noteCommits = digestOf(vault.notes.$client)?.stored().commits ?? 0;
      const erased = erasedNotes(vault.notes);
      if (!(await deps.copyFiles(vault.dir, folder, names))) return fail('exportFailed');
      if (writesOf(vault) === before) return ok({ at, snapshot, noteCommits, erased });
    }
    return fail('backupRestless');
  });
};

/**
 * `bilik-1a2b3c4d-20261129-081500.cadangan`: the vault by the beginning of its id, the moment here; of notes alone
 * `bilik-1a2b3c4d-20261129-081500-catatan.cadangan`.
 */
const nameOf = (vaultId: string, at: number, part: BackupPart): string =>
  `bilik-${vaultId.slice(0, 8)}-${toLocalStamp(at)}${part === 'notes' ? '-catatan' : ''}.${backupExtension}`;

/** The copy is good, and what it is a copy of is not. */
const isOfRowsAlone = ({ code, details }: BackupError): boolean =>
  code === 'backupFaulty' && details?.reason === 'rows';

/** A backup that is being made of copied files. */
interface Writing extends BackupTarget {
  readonly copied: Copied;
  readonly running: Running;
  /** No other backup is made of these files. */
  readonly isLast: boolean;
}

/** Puts an empty database in the place of the copied notes, where they do not go into this backup. */
const withoutNotes = async (
  { vault, work }: Unlocked,
  { database }: BackupDeps,
  { at, snapshot, noteCommits, erased }: Copied,
): Promise<Result<Snapshot, MakeBackupError>> => {
  const folder = stagingOf(vault.dir);
  await rm(join(folder, vaultFiles.notes), { force: true });
  const standIn = { folder, vault, at: toIsoInstant(at), commits: noteCommits, erased };
  const notes = makeStandIn({ database, clock: work.clock }, standIn);
  return notes.ok ? ok({ ...snapshot, notes: notes.value }) : notes;
};

const manifestOf = (part: BackupPart, said: Omit<BackupManifest, 'format' | 'holds'>): BackupManifest =>
  part === 'all' ? { format: 'bilik/backup/v1', ...said } : { format: 'bilik/backup/v2', holds: part, ...said };

/** Writes the copied files into one, verifies it, and moves it into place. Throws errors of file calls. */
const writeAndVerify = async (
  unlocked: Unlocked,
  deps: BackupDeps,
  { part, place, copied, running, isLast }: Writing,
  beside: string,
): Promise<Result<null, MakeBackupError>> => {
  const { vault } = unlocked;
  const { signal } = running.controller;
  signal.throwIfAborted();
  const onBytes = (bytes: number): void => {
    signal.throwIfAborted();
    running.done += bytes;
  };
  const madeAt = toIsoInstant(copied.at);
  const folder = stagingOf(vault.dir);
  const names = filesOfPart[part];
  const held = part === 'records' ? await withoutNotes(unlocked, deps, copied) : ok(copied.snapshot);
  if (!held.ok) return held;
  Object.assign(running, { step: 'writing', done: 0, total: bytesThere(folder, names) });
  const manifest = (files: BackupManifest['files']) =>
    writeManifest(vault, manifestOf(part, { vaultId: vault.instanceId, madeAt, files }));
  await writeNewFile(deps.fs, beside, backupChunks({ folder, names, manifest, onBytes }));
  Object.assign(running, { step: 'verifying', done: 0 });
  if (isLast) await rm(folder, { recursive: true, force: true });
  const verified = await verifyBackup(deps.database, {
    path: beside,
    folder: checkingOf(vault.dir),
    keys: vault.keys,
    signal,
    snapshot: held.value,
    onBytes,
  });
  if (!verified.ok) return isOfRowsAlone(verified.error) ? fail('vaultNotWhole') : verified;
  signal.throwIfAborted();
  const path = join(place, nameOf(vault.instanceId, copied.at, part));
  await moveIntoPlace(deps.fs, beside, path);
  noteMade(unlocked, { path, at: copied.at, bytes: (await stat(path)).size, part });
  return ok(null);
};

const isAbort = (thrown: unknown, { controller }: Running): boolean =>
  controller.signal.aborted && thrown === controller.signal.reason;

/** Makes one backup of copied files under a temporary name, which nothing is left of after a failure. */
const makeOne = async (
  unlocked: Unlocked,
  deps: BackupDeps,
  writing: Writing,
): Promise<Result<null, MakeBackupError>> => {
  const beside = join(writing.place, temporaryName(deps.random));
  const noted = deps.unfinished.note(beside);
  if (!noted.ok) return noted;
  try {
    const written = await writeAndVerify(unlocked, deps, writing, beside);
    if (!written.ok) await rm(beside, { force: true });
    return written;
  } catch (thrown) {
    return err(
      isAbort(thrown, writing.running)
        ? await takeBackCancelled(deps.fs, beside, 'backupCancelled')
        : await takeBack(deps.fs, beside, thrown),
    );
  } finally {
    deps.unfinished.settle(beside);
  }
};

/** What comes of a choice of the person, and is no failure to be told again. */
const byChoice: readonly string[] = ['backupNoPlace', 'backupCancelled'];

/** Keeps why one came to nothing, to be told until one succeeds. */
const noteUnlessChosen = (unlocked: Unlocked, part: BackupPart, made: Result<null, MakeBackupError>): void => {
  if (!made.ok && !byChoice.includes(made.error.code)) noteFailed(unlocked, part, made.error.code);
};

/** Makes backups of files of one moment, each whatever became of the others. Answers the last failure. */
const makeEach = async (
  unlocked: Unlocked,
  deps: BackupDeps,
  running: Running,
  targets: readonly BackupTarget[],
): Promise<Result<null, MakeBackupError>> => {
  const isOfNotes = targets.some(({ part }) => part !== 'records');
  const names = backedUpFiles.filter((name) => isOfNotes || name !== vaultFiles.notes);
  running.total = bytesThere(unlocked.vault.dir, names);
  const copied = await copyVault(unlocked, deps, names).catch((thrown) => err(toExportError(thrown)));
  let last: Result<null, MakeBackupError> = ok(null);
  for (const [index, target] of targets.entries()) {
    const isLast = index === targets.length - 1;
    const made = copied.ok
      ? await makeOne(unlocked, deps, { ...target, copied: copied.value, running, isLast })
      : copied;
    noteUnlessChosen(unlocked, target.part, made);
    if (!made.ok) last = made;
  }
  return last;
};

/** Makes the backups whose place is there just now, and says of the others that it is not. */
const makeAll = async (
  unlocked: Unlocked,
  deps: BackupDeps,
  running: Running,
  targets: readonly BackupTarget[],
): Promise<Result<null, MakeBackupError>> => {
  const there = targets.filter(({ place }) => existsSync(place));
  const gone = targets
    .filter((target) => !there.includes(target))
    .map(({ part }): Result<null, MakeBackupError> => {
      const failed = fail(part === 'notes' ? 'notesPlaceMissing' : 'backupPlaceMissing');
      noteUnlessChosen(unlocked, part, failed);
      return failed;
    });
  const made = there.length > 0 ? await makeEach(unlocked, deps, running, there) : ok(null);
  return made.ok ? (gone.at(-1) ?? made) : made;
};

/** Runs something that needs the folders of backups while none is made; null: one is. */
export const whileNoBackupRuns = async <T>(
  { work }: Pick<Unlocked, 'work'>,
  run: () => Promise<T>,
): Promise<T | null> => {
  const slot = runningOf(work);
  if (slot.current !== null) return null;
  slot.current = { step: 'taking', done: 0, total: 0, controller: new AbortController() };
  try {
    return await run();
  } finally {
    slot.current = null;
  }
};

/**
 * Makes backups of the vault in the places that were chosen: copied at one moment, written, verified by restoring each
 * to a temporary folder, and only then given its name. Older ones are thinned. Whatever fails, its place is as it was,
 * and the others are made all the same. `targets`: those that are due; all without.
 */
export const makeBackup = async (
  unlocked: Unlocked,
  deps: BackupDeps,
  targets: readonly BackupTarget[] = targetsOf(readBackupState(unlocked.work.records)),
): Promise<Result<null, MakeBackupError>> => {
  const slot = runningOf(unlocked.work);
  if (slot.current !== null) return fail('backupRunning');
  if (targets.length === 0) return fail('backupNoPlace');
  const running: Running = { step: 'copying', done: 0, total: 0, controller: new AbortController() };
  slot.current = running;
  try {
    const made = await makeAll(unlocked, deps, running, targets);
    await thinBackups(unlocked);
    return made;
  } finally {
    slot.current = null;
    await removeUnfinishedBackup(unlocked);
  }
};
