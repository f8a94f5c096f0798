import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { beginsAsAge } from '../../crypto/age.ts';
import { type ChunkTest, chunkBytes, chunkTestOf, maxHeaderBytes } from './age-stream.ts';
import { isCompanion, orderParts } from './parts.ts';

interface GivenFile {
  readonly path: string;
  readonly handle: FileHandle;
  readonly size: number;
}

const readAt = async ({ handle }: GivenFile, at: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
};

/** How far a package has been put together: the chunk that comes next, and what of it is there. */
interface Reached {
  readonly place: number;
  readonly begun: Buffer;
}

/** Behind `file`, of which the chunks from `place` on begin at `at`. */
const behind = async (file: GivenFile, place: number, at: number): Promise<Reached> => {
  const whole = Math.max(0, Math.ceil((file.size - at) / chunkBytes) - 1);
  const from = at + whole * chunkBytes;
  return { place: place + whole, begun: await readAt(file, from, Math.max(0, file.size - from)) };
};

/** Where the package has come to with `file` as its next part; null when it is not. */
const joined = async ({ fits }: ChunkTest, { place, begun }: Reached, file: GivenFile): Promise<Reached | null> => {
  // A part may end where a chunk does: then the next one alone tells.
  if (begun.length === chunkBytes)
    return fits(begun, place, false)
      ? joined({ payloadAt: 0, fits }, { place: place + 1, begun: Buffer.alloc(0) }, file)
      : null;
  const missing = Math.min(chunkBytes - begun.length, file.size);
  const chunk = Buffer.concat([begun, await readAt(file, 0, missing)]);
  if (missing === file.size) return fits(chunk, place, true) ? { place, begun: chunk } : null;
  return fits(chunk, place, false) ? behind(file, place + 1, missing) : null;
};

/** The files that make up the package that `first` begins, in order, as far as they are there. */
const partsBehind = async (test: ChunkTest, first: GivenFile, others: readonly GivenFile[]) => {
  const ordered = [first];
  let reached = await behind(first, 0, test.payloadAt);
  while (!test.fits(reached.begun, reached.place, true)) {
    let next: Reached | null = null;
    for (const file of others.filter((other) => !ordered.includes(other))) {
      next = await joined(test, reached, file);
      if (next !== null) {
        ordered.push(file);
        break;
      }
    }
    if (next === null) return { ordered, complete: false };
    reached = next;
  }
  return { ordered, complete: true };
};

/** Tests chunks of the package that a file begins; null where it begins none that these identities open. */
const testOf = async (file: GivenFile, identities: readonly string[]): Promise<ChunkTest | null> => {
  const head = await readAt(file, 0, maxHeaderBytes);
  return beginsAsAge(head) ? chunkTestOf(head, identities) : null;
};

const hashOf = async ({ path }: GivenFile): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/** True when each of `others` is one of `files` once more. */
const areCopies = async (others: readonly GivenFile[], files: readonly GivenFile[]): Promise<boolean> => {
  for (const other of others) {
    const alike = files.filter(({ size }) => size === other.size);
    const hash = alike.length === 0 ? '' : await hashOf(other);
    const hashes = await Promise.all(alike.map(hashOf));
    if (!hashes.includes(hash)) return false;
  }
  return true;
};

const byContent = async (files: readonly GivenFile[], identities: readonly string[]) => {
  for (const first of files) {
    const test = await testOf(first, identities);
    if (test === null) continue;
    const others = files.filter((file) => file !== first);
    const { ordered, complete } = await partsBehind(test, first, others);
    const left = others.filter((file) => !ordered.includes(file));
    if (complete && (await areCopies(left, ordered))) return ordered.map(({ path }) => path);
  }
  return null;
};

/** Opens a file; null for one that cannot be opened, and for what is none. */
const openOne = async (path: string): Promise<GivenFile | null> => {
  const handle = await open(path, 'r').catch(() => null);
  const facts = await handle?.stat().catch(() => null);
  if (handle !== null && facts?.isFile() === true) return { path, handle, size: facts.size };
  await handle?.close();
  return null;
};

/** Hands over those of the files that can be read; null when one turns out to be none of them after all. */
const withFiles = async <T>(
  paths: readonly string[],
  use: (files: readonly GivenFile[]) => Promise<T>,
): Promise<T | null> => {
  const files: GivenFile[] = [];
  try {
    for (const path of paths) files.push(...[await openOne(path)].filter((file) => file !== null));
    return await use(files);
  } catch {
    // What cannot be read says so when it is read.
    return null;
  } finally {
    await Promise.all(files.map(({ handle }) => handle.close()));
  }
};

/** Parts of one package, as they go on from each other. */
export interface PartChain {
  readonly paths: readonly string[];
  /** False: the last of them is not the package's last part. */
  readonly complete: boolean;
}

const chainsIn = async (files: readonly GivenFile[], identities: readonly string[]): Promise<readonly PartChain[]> => {
  const chains: { readonly files: GivenFile[]; readonly complete: boolean }[] = [];
  const isFree = (file: GivenFile): boolean => !chains.some((chain) => chain.files.includes(file));
  for (const first of files) {
    const test = isFree(first) ? await testOf(first, identities) : null;
    if (test === null) continue;
    const known = chains.find(({ files: parts }) => parts.length > 1 && parts.some(({ size }) => size === first.size));
    if (known !== undefined && (await areCopies([first], known.files))) continue;
    const others = files.filter((file) => file !== first && isFree(file));
    const { ordered, complete } = await partsBehind(test, first, others);
    chains.push({ files: ordered, complete });
  }
  for (const { files: parts } of chains.filter((chain) => chain.files.length > 1))
    for (const file of files) if (isFree(file) && (await areCopies([file], parts))) parts.push(file);
  return chains.map(({ files: parts, complete }) => ({ paths: parts.map(({ path }) => path), complete }));
};

/**
 * The packages that begin among some files and that these identities open, each with the parts that go on from it,
 * whatever they are called; a part that came twice stands at the end.
 */
export const chainsOf = async (
  paths: readonly string[],
  identities: readonly string[],
): Promise<readonly PartChain[]> => (await withFiles(paths, (files) => chainsIn(files, identities))) ?? [];

const orderByContent = (paths: readonly string[], identities: readonly string[]) =>
  withFiles(paths, async (files) => (files.length < paths.length ? null : byContent(files, identities)));

/**
 * Puts the files of one package in order, whatever they are called now: the first begins as a package does, and each
 * next one is the only one that goes on with the chunk that was begun. A part given twice counts once. Where the
 * content does not tell (it is for somebody else, damaged, or parts are missing), the names do (`orderParts`).
 */
export const orderFiles = async (
  all: readonly string[],
  identities: readonly string[],
): Promise<Result<readonly string[], AppError<'partsIncomplete'>>> => {
  const own = all.filter((path) => !isCompanion(basename(path)));
  const paths = own.length === 0 ? all : own;
  const told = paths.length > 1 ? await orderByContent(paths, identities) : null;
  if (told !== null) return ok(told);
  const named = orderParts(paths.map((path) => basename(path)));
  return named.ok ? ok(named.value.map((at) => paths[at] ?? '')) : fail(named.error.code, named.error.details);
};
