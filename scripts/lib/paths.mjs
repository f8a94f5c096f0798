import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project (two levels above this file). */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folder for downloads and builds that every clone of this user shares. */
export function cacheRoot(env = process.env) {
  const base =
    env.XDG_CACHE_HOME ||
    (process.platform === 'win32' && env.LOCALAPPDATA) ||
    (process.platform === 'darwin' && join(homedir(), 'Library', 'Caches')) ||
    join(homedir(), '.cache');
  return join(base, 'bilik');
}

/** Path inside the project. */
export function inProject(...parts) {
  return join(projectRoot, ...parts);
}

/** Short name for this clone, to keep locks of several clones apart. */
export function projectId() {
  return createHash('sha256').update(projectRoot).digest('hex').slice(0, 12);
}
