import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { folderWarning } from '@shared/contract/vault.ts';
import type { z } from 'zod';

export type FolderWarning = z.infer<typeof folderWarning>;

/** File systems that lie on another computer (names as Linux mounts them). */
const networkTypes =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ncpfs|9p|ceph|glusterfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs))$|^davfs/;

/** Folders that a program copies to other computers on its own, by the names these programs give them. */
const syncedFolder =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|googledrive-.+|my drive|nextcloud|owncloud|icloud ?drive|mobile documents|pcloud ?drive|megasync|mega|syncthing|box|box sync|yandex\.disk)$/i;

/** Where systems put what is plugged in. */
const removableRoot = /^\/(media|run\/media|Volumes)\//;

interface Mount {
  readonly point: string;
  readonly type: string;
}

/** Reads /proc/mounts (proc(5)): blanks in paths are written as octal escapes. */
const parseMounts = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ');
    if (point === undefined || type === undefined) return [];
    const unescaped = point.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
    return [{ point: unescaped, type }];
  });

const holds = (point: string, path: string): boolean => point === '/' || path === point || path.startsWith(`${point}/`);

/** Type of the file system that holds a path: the longest mount point above it. */
const fileSystemOf = (mounts: readonly Mount[], path: string): string | undefined =>
  mounts
    .filter(({ point }) => holds(point, path))
    .sort((a, b) => a.point.length - b.point.length)
    .at(-1)?.type;

const isSynced = (path: string): boolean => {
  if (path.split(/[/\\]/).some((name) => syncedFolder.test(name))) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.stfolder')) || existsSync(join(folder, '.dropbox'))) return true;
    if (dirname(folder) === folder) return false;
  }
};

const readMounts = (): string => {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return '';
  }
};

/**
 * What speaks against a place for a vault: on another computer, copied by a synchronising program, on
 * something that is pulled out. Guesses from names and mounts; they never block. `mounts` is the text of
 * /proc/mounts.
 */
export const folderWarnings = (dir: string, mounts: string = readMounts()): FolderWarning[] => {
  const path = resolve(dir);
  const warnings: FolderWarning[] = [];
  const type = fileSystemOf(parseMounts(mounts), path);
  if (/^[\\/]{2}[^\\/]/.test(dir) || (type !== undefined && networkTypes.test(type))) warnings.push('network');
  if (isSynced(path)) warnings.push('synced');
  if (removableRoot.test(path)) warnings.push('removable');
  return warnings;
};
