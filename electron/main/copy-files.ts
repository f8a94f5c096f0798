import { constants, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answers, Questions } from '@shared/contract/control.ts';

/**
 * Copies files as they lie there, into a folder that has none of them. It is done here because a process that has a
 * database open and closes a second descriptor of it loses SQLite's lock on it (POSIX). What is copied is encrypted.
 */
export const copyFiles = async ({ from, to, names }: Questions['copyFiles']): Promise<Answers['copyFiles']> => {
  for (const name of names) {
    await copyFile(join(from, name), join(to, name), constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
  return null;
};
