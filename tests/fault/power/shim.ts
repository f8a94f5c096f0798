import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const source = resolve(import.meta.dirname, 'shim.c');

/** Why power cannot be taken here; null: it can. The shim stands before the C library of Linux. */
export const noPowerHere = (): string | null => {
  if (process.platform !== 'linux') return 'the shim is for Linux';
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'there is no gcc';
  }
};

/** Builds the shim into a folder; gives the environment by which a process is watched. */
export const buildShim = (folder: string): ((root: string, log: string) => Record<string, string>) => {
  const library = join(folder, 'shim.so');
  execFileSync('gcc', ['-O1', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread']);
  return (root, log) => ({ LD_PRELOAD: library, BILIK_POWER_ROOT: root, BILIK_POWER_LOG: log });
};

/** How a disk fails: an errno of writes, syncs and renames, or that half of a write is taken. */
export const diskFaults = { ENOSPC: 28, EIO: 5, half: 0 } as const;

export type DiskFault = keyof typeof diskFaults;

/** One fault of a disk: of the changes since a line that begins so was said, the nth fails; all after it, or none. */
export interface FailingDisk {
  readonly kind: DiskFault;
  readonly nth: number;
  readonly lasts: boolean;
  readonly from: string;
}

/** The environment by which the disk of a watched process fails. */
export const failingDisk = ({ kind, nth, lasts, from }: FailingDisk): Record<string, string> => ({
  BILIK_POWER_FAIL: `${diskFaults[kind]} ${nth} ${lasts ? 1 : 0}`,
  BILIK_POWER_FROM: from,
});
