import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Dice } from '../fuzz/dice.ts';

// The disk as it may be after power is lost: of what was not synced, nothing is sure (fsync(2): a file's bytes by a
// sync of the file, its name by one of the folder).

/** One change, as tests/fault/power/shim.c wrote it down. */
export interface Change {
  readonly op: string;
  readonly offset: number;
  readonly path: string;
  readonly bytes: Buffer;
}

/** Reads what the shim wrote. */
export const readChanges = (file: string): Change[] => {
  const log = readFileSync(file);
  const changes: Change[] = [];
  for (let at = 0; at < log.length; ) {
    const end = log.indexOf(10, at);
    const [, op = '', offset, length, path = ''] = /^(.) (\d+) (\d+) (.*)$/.exec(log.toString('utf8', at, end)) ?? [];
    if (op === '') throw new Error('the log of the shim does not read');
    const from = end + 1;
    const to = from + Number(length);
    changes.push({ op, offset: Number(offset), path, bytes: log.subarray(from, to) });
    at = to;
  }
  return changes;
};

interface Write {
  readonly offset: number;
  /** Null: the file is cut or grown to the offset. */
  readonly bytes: Buffer | null;
}

interface File {
  readonly isFolder: boolean;
  durable: Buffer;
  pending: Write[];
}

/** A change of names in a folder; null: the name goes. */
interface Naming {
  readonly folders: readonly string[];
  readonly names: readonly (readonly [path: string, file: File | null])[];
}

/** What of that which is not sure is on the disk all the same. */
export const lossKinds = ['nothing', 'all', 'some'] as const;
export type LossKind = (typeof lossKinds)[number];

const sector = 512;

const written = (content: Buffer, { offset, bytes }: Write): Buffer => {
  const size = bytes === null ? offset : Math.max(content.length, offset + bytes.length);
  const next = Buffer.alloc(size);
  content.copy(next, 0, 0, Math.min(content.length, size));
  bytes?.copy(next, offset);
  return next;
};

/** A write of which some sectors reached the disk. */
const torn = ({ offset, bytes }: Write, dice: Dice): Write[] => {
  if (bytes === null || bytes.length <= sector || dice.percent(70)) return [{ offset, bytes }];
  const pieces: Write[] = [];
  for (let at = 0; at < bytes.length; at += sector)
    if (dice.percent(50)) pieces.push({ offset: offset + at, bytes: bytes.subarray(at, at + sector) });
  return pieces;
};

/** A disk below one folder, as a process changes it. */
export class Disk {
  readonly #root: string;
  /** Names as they are sure, and as the process sees them. */
  readonly #durable = new Map<string, File>();
  readonly #seen = new Map<string, File>();
  #namings: Naming[] = [];

  /** Begins with a folder (`from`) as it lies there, all of it durable; `root` is what changes call it. */
  constructor(from: string, root: string) {
    this.#root = root;
    const take = (path: string): void => {
      const isFolder = statSync(path).isDirectory();
      const file = { isFolder, durable: isFolder ? Buffer.alloc(0) : readFileSync(path), pending: [] };
      const name = join(root, relative(from, path));
      this.#durable.set(name, file);
      this.#seen.set(name, file);
      if (isFolder) for (const below of readdirSync(path)) take(join(path, below));
    };
    take(from);
  }

  /** Makes one change. */
  apply({ op, offset, path, bytes }: Change): void {
    const file = this.#seen.get(path);
    if (op === 'W') file?.pending.push({ offset, bytes });
    if (op === 'T') file?.pending.push({ offset, bytes: null });
    if (op === 'S' && file !== undefined) this.#sync(path, file);
    if (op === 'C' || op === 'D')
      this.#name([dirname(path)], [[path, { isFolder: op === 'D', durable: Buffer.alloc(0), pending: [] }]]);
    if (op === 'U') this.#name([dirname(path)], [[path, null]]);
    if (op === 'R') this.#rename(path, bytes.toString());
  }

  #rename(from: string, to: string): void {
    const moved = [...this.#seen].filter(([path]) => path === from || path.startsWith(`${from}/`));
    const names = moved.flatMap(([path, file]): [string, File | null][] => [
      [path, null],
      [`${to}${path.slice(from.length)}`, file],
    ]);
    this.#name([dirname(from), dirname(to)], names);
  }

  #name(folders: readonly string[], names: Naming['names']): void {
    this.#namings.push({ folders, names });
    for (const [path, file] of names) if (file === null) this.#seen.delete(path);
    for (const [path, file] of names) if (file !== null) this.#seen.set(path, file);
  }

  #sync(path: string, file: File): void {
    if (!file.isFolder) {
      file.durable = file.pending.reduce(written, file.durable);
      file.pending = [];
      return;
    }
    // What is sure of a folder is sure in its order.
    const last = this.#namings.findLastIndex(({ folders }) => folders.includes(path));
    const [sure, rest] = [this.#namings.slice(0, last + 1), this.#namings.slice(last + 1)];
    const others = sure.filter(({ folders }) => !folders.includes(path));
    for (const naming of sure) if (naming.folders.includes(path)) place(this.#durable, naming);
    this.#namings = [...others, ...rest];
  }

  /** Writes to a folder what lies on the disk if power is lost now. */
  lose(into: string, kind: LossKind, dice: Dice): void {
    const names = new Map(this.#durable);
    const kept = kind === 'nothing' ? 0 : kind === 'all' ? this.#namings.length : dice.int(this.#namings.length + 1);
    for (const naming of this.#namings.slice(0, kept)) place(names, naming);
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
    const paths = [...names.keys()].sort();
    for (const path of paths) {
      const file = names.get(path) as File;
      const target = join(into, relative(this.#root, path));
      // Without its folder a name leads nowhere.
      if (path !== this.#root && names.get(dirname(path))?.isFolder !== true) continue;
      if (file.isFolder) mkdirSync(target, { recursive: true });
      else writeFileSync(target, contentOf(file, kind, dice), { mode: 0o600 });
    }
  }
}

const place = (names: Map<string, File>, naming: Naming): void => {
  for (const [path, file] of naming.names) if (file === null) names.delete(path);
  for (const [path, file] of naming.names) if (file !== null) names.set(path, file);
};

const contentOf = ({ durable, pending }: File, kind: LossKind, dice: Dice): Buffer => {
  if (kind === 'nothing') return durable;
  if (kind === 'all') return pending.reduce(written, durable);
  return pending
    .filter(() => dice.percent(50))
    .flatMap((write) => torn(write, dice))
    .reduce(written, durable);
};
