import { constants } from 'node:fs';
import { access, open, readdir, readFile } from 'node:fs/promises';
import { formsOf } from '../../fixtures/scan.ts';

// What stands in the memory of running processes (Linux: /proc/PID/maps and /proc/PID/mem, see proc(5)).

/** A secret by a name that a failing test may say. */
export interface Secret {
  readonly name: string;
  /** A text, or the bytes of a key. */
  readonly value: string | Uint8Array;
}

/** Forms of a key: its bytes, and its hexadecimal as a text of one or two bytes a sign. */
const formsOfKey = (key: Uint8Array): readonly Buffer[] => {
  const hex = Buffer.from(key).toString('hex');
  return [Buffer.from(key), Buffer.from(hex), Buffer.from(hex, 'utf16le')];
};

const formsOfSecret = ({ value }: Secret): readonly Buffer[] =>
  typeof value === 'string' ? formsOf(value) : formsOfKey(value);

const parentOf = async (pid: number): Promise<number | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat === null ? null : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};

/** A process and all that it started, as far as they run. */
export const processesOf = async (root: number): Promise<readonly number[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(await Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const)));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return pid === root || (parent !== null && parent !== undefined && isBelow(parent));
  };
  return pids.filter(isBelow);
};

/** True where this user may read the memory of a process. */
export const mayReadMemory = async (pid: number): Promise<boolean> =>
  access(`/proc/${pid}/mem`, constants.R_OK).then(
    () => readFile(`/proc/${pid}/maps`).then(() => true),
    () => false,
  );

const unread = { bytesRead: 0 };

/** Parts that can be read and were written: not programs as they lie on disk, nor the kernel's own pages. */
const writtenParts = (maps: string): readonly { readonly start: number; readonly end: number }[] =>
  maps.split('\n').flatMap((line) => {
    const match = /^([0-9a-f]+)-([0-9a-f]+) r(?:w..|... \S+ \S+ 0) (?!.*\[v)/.exec(line);
    const [start, end] = [match?.[1] ?? '', match?.[2] ?? ''].map((hex) => Number.parseInt(hex, 16));
    return match === null ? [] : [{ start: start!, end: end! }];
  });

/** How much is read at once. */
const chunk = 256 * 1024;
/** What two readings share, so that no secret is cut; longer than any form of one. */
const overlap = 4096;
const empty = Buffer.alloc(chunk);

/** Names of the secrets that stand in the memory of a process, and how many bytes of it were not empty. */
export const findInMemory = async (
  pid: number,
  secrets: readonly Secret[],
): Promise<{ readonly found: readonly string[]; readonly bytes: number }> => {
  const sought = secrets.map((secret) => ({ name: secret.name, forms: formsOfSecret(secret) }));
  const found = new Set<string>();
  const memory = await open(`/proc/${pid}/mem`, 'r');
  const buffer = Buffer.alloc(chunk);
  let bytes = 0;
  try {
    for (const { start, end } of writtenParts(await readFile(`/proc/${pid}/maps`, 'utf8'))) {
      for (let at = start; at < end; at += chunk - overlap) {
        // A page that is gone since, or of a device, cannot be read.
        const { bytesRead } = await memory.read(buffer, 0, Math.min(chunk, end - at), at).catch(() => unread);
        const seen = buffer.subarray(0, bytesRead);
        if (seen.equals(empty.subarray(0, bytesRead))) continue;
        bytes += bytesRead;
        for (const { name, forms } of sought) {
          if (!found.has(name) && forms.some((form) => seen.includes(form))) found.add(name);
        }
      }
    }
  } finally {
    await memory.close();
  }
  return { found: [...found].sort(), bytes };
};
