import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Dots per inch: enough to read, small enough to keep beside the documentation. */
const resolution = 60;

/**
 * Draws the first page of each PDF of a folder into another one, as poppler shows it; gives how many. Null where
 * `pdftoppm` is not installed.
 */
export const drawPapers = async (from: string, to: string): Promise<number | null> => {
  const names = (await readdir(from)).filter((name) => name.endsWith('.pdf'));
  await mkdir(to, { recursive: true });
  try {
    for (const name of names)
      await run('pdftoppm', [
        ...['-png', '-r', String(resolution), '-f', '1', '-l', '1', '-singlefile'],
        ...[join(from, name), join(to, basename(name, '.pdf'))],
      ]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return names.length;
};
