import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { backedUpFiles, backedUpKeys, backupExtension } from '@shared/domain/backup/manifest.ts';
import { toIsoInstant, toLocalStamp } from '@shared/kernel/date.ts';
import { err, ok, type Result } from '@shared/kernel/result.ts';
import { sqliteCode } from '../db/storage-error.ts';
import { writeNewFile } from '../export/save-file.ts';
import { writeManifest } from '../formats/backup/manifest-note.ts';
import { backupChunks } from '../formats/backup/write-backup.ts';
import type { BeforeUpgrade } from '../vault/before-upgrade.ts';
import { closeDatabases, openDatabases } from '../vault/open-databases.ts';
import { temporaryName } from '../vault/temporary-name.ts';
import type { UnfinishedRestore } from '../vault/unfinished-restore.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { noteSignerOf } from '../vault/vault.ts';
import type { VaultDeps, VaultError } from '../vault/vault-deps.ts';
import type { VaultKeys } from '../vault/vault-keys.ts';
import { moveIntoPlace, toFileError } from '../vault/write-atomically.ts';
import { readBackupState } from './backup-state.ts';
import { checkingOf } from './make-backup.ts';
import { noteMadeOfUpgrade } from './note-backup.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import { verifyBackup } from './verify-backup.ts';

/** A backup of the vault as the former version left it. */
export interface UpgradeBackup {
  /** Makes it, before the opening brings the schema up to date. */
  readonly before: BeforeUpgrade;
  /** Records in the open vault what was made, if anything was. */
  readonly noteIn: (unlocked: Pick<Unlocked, 'work'>) => void;
}

interface Closed {
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly at: number;
  readonly snapshot: Snapshot;
}

interface Made {
  readonly path: string;
  readonly at: number;
  readonly bytes: number;
}

/** What a closed vault holds, and where its backups go with its notes; null: it does not open. */
const lookInto = (deps: VaultDeps, dir: string, keys: VaultKeys) => {
  const databases = openDatabases(deps, dir, keys, 'read');
  if (!databases.ok) return null;
  try {
    const { place, notes } = readBackupState(databases.value.records);
    const own = place !== null && notes.choice === 'together' && existsSync(place) ? [place] : [];
    return { snapshot: snapshotOf(databases.value), places: [...own, dirname(dir)] };
  } catch (thrown) {
    if (sqliteCode(thrown) === undefined) throw thrown;
    return null;
  } finally {
    closeDatabases(databases.value);
  }
};

/** `bilik-1a2b3c4d-20261129-081500-sebelum-pembaruan.cadangan`. */
const nameOf = ({ vaultId }: VaultKeys, at: number): string =>
  `bilik-${vaultId.slice(0, 8)}-${toLocalStamp(at)}-sebelum-pembaruan.${backupExtension}`;

/** Writes and verifies it under a temporary name. Throws errors of file calls. Null: it holds what does not work. */
const write = async (deps: VaultDeps, vault: Closed, beside: string, path: string): Promise<Made | null> => {
  const { dir, keys, at, snapshot } = vault;
  const onBytes = (): void => undefined;
  const signer = noteSignerOf(keys);
  const said = { format: 'bilik/backup/v1', vaultId: keys.vaultId, madeAt: toIsoInstant(at) } as const;
  const manifest: Parameters<typeof backupChunks>[0]['manifest'] = (files) => writeManifest(signer, { ...said, files });
  await writeNewFile(deps.fs, beside, backupChunks({ folder: dir, names: backedUpFiles, manifest, onBytes }));
  const { signal } = new AbortController();
  const folder = checkingOf(dir);
  const verified = await verifyBackup(deps.database, { path: beside, folder, keys, signal, snapshot, onBytes });
  // What is wrong with the vault itself is wrong with its copy: it is kept all the same, and not counted.
  if (!verified.ok && verified.error.code !== 'backupFaulty')
    throw Object.assign(new Error('the backup does not read'), { code: 'EIO' });
  await moveIntoPlace(deps.fs, beside, path);
  return verified.ok ? { path, at, bytes: (await stat(path)).size } : null;
};

/** Makes it in one place; what was begun is removed when it fails. */
const makeIn = async (
  deps: VaultDeps,
  unfinished: UnfinishedRestore,
  vault: Closed,
  place: string,
): Promise<Result<Made | null, VaultError>> => {
  const beside = join(place, temporaryName(deps.random));
  const noted = await unfinished.note(beside);
  if (!noted.ok) return noted;
  try {
    return ok(await write(deps, vault, beside, join(place, nameOf(vault.keys, vault.at))));
  } catch (thrown) {
    await rm(beside, { force: true }).catch(() => undefined);
    return err(toFileError(thrown));
  } finally {
    await unfinished.settle();
  }
};

/**
 * A backup before an upgrade: of the files as they lie there, in the place of the vault's backups, or beside the vault
 * where there is none just now or notes do not go there. `unfinished`: where it is noted until it is whole.
 */
export const createUpgradeBackup = (deps: VaultDeps, unfinished: UnfinishedRestore): UpgradeBackup => {
  let made: Made | null = null;
  return {
    before: async (dir, keys) => {
      const seen = lookInto(deps, dir, keys);
      // Where a key file is missing, or nothing can be read, the opening mends it or says so.
      if (seen === null || !backedUpKeys.every((name) => existsSync(join(dir, name)))) return ok(null);
      const vault: Closed = { dir, keys, at: deps.clock.now(), snapshot: seen.snapshot };
      let last: Result<Made | null, VaultError> = ok(null);
      for (const place of seen.places) {
        last = await makeIn(deps, unfinished, vault, place);
        if (last.ok) break;
      }
      if (!last.ok) return last;
      made = last.value;
      return ok(null);
    },
    noteIn: (unlocked) => {
      if (made !== null) noteMadeOfUpgrade(unlocked, made);
      made = null;
    },
  };
};
