import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

// What Linux says of a process and of files: dumps of memory, and who may read.

/** Limit of the size of memory dumps, soft and hard, of a process. */
export const dumpLimit = async (pid: number): Promise<string> => {
  const limits = await readFile(`/proc/${pid}/limits`, 'utf8');
  return /^Max core file size\s+(\S+\s+\S+)/m.exec(limits)?.[1]?.replaceAll(/\s+/g, ' ') ?? '';
};

/** Rights that files of a process do not get. */
export const umaskOf = async (pid: number): Promise<string> =>
  /^Umask:\s*(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';

/** Files below a folder that others than their owner may read, write or run. */
export const openToOthers = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true });
  const open: string[] = [];
  for (const name of names) {
    const info = await lstat(join(folder, name));
    // Links have no rights of their own.
    if (!info.isSymbolicLink() && (info.mode & 0o077) !== 0) open.push(name);
  }
  expect(names.length).toBeGreaterThan(2);
  return open;
};
