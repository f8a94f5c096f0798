import { statSync } from 'node:fs';
import { join } from 'node:path';
import { vaultFiles } from '../vault/key-files.ts';

const identityOf = (path: string): string | undefined => {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino}`;
};

/**
 * True when `path` leads, by whatever name or link, to a database of the open vault. Such a file must not be opened:
 * closing any descriptor of it would drop the locks that this process holds on it (POSIX, fcntl).
 */
export const isOwnDatabase = (dir: string, path: string): boolean => {
  const identity = identityOf(path);
  return (
    identity !== undefined &&
    [vaultFiles.records, vaultFiles.notes].some((name) => identityOf(join(dir, name)) === identity)
  );
};
