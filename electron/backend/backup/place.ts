import { accessSync, constants, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { backupPlaceWarning } from '@shared/contract/backup.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { folderWarnings } from '../vault/folder-warnings.ts';

export type BackupPlaceWarning = z.infer<typeof backupPlaceWarning>;

const isWithin = (folder: string, dir: string): boolean => {
  const way = relative(resolve(dir), resolve(folder));
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
};

/**
 * A folder that may take backups of the vault in `dir`. `backupPlaceInVault`: it is the vault itself or lies in it.
 * `folderMissing`, `folderReadOnly`.
 */
export const checkPlace = (
  dir: string,
  folder: string,
): Result<null, AppError<'backupPlaceInVault' | 'folderMissing' | 'folderReadOnly'>> => {
  if (isWithin(folder, dir)) return fail('backupPlaceInVault');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return fail('folderMissing');
  try {
    accessSync(folder, constants.W_OK);
    return ok(null);
  } catch {
    return fail('folderReadOnly');
  }
};

const deviceOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.dev;

/** What speaks against a place: on the disk of the vault itself, on another computer, copied by another program. */
export const placeWarnings = (dir: string, folder: string): BackupPlaceWarning[] => {
  const others = folderWarnings(folder).filter((warning) => warning !== 'removable');
  const device = deviceOf(folder);
  return [...(device !== undefined && device === deviceOf(dir) ? (['sameDisk'] as const) : []), ...others];
};
