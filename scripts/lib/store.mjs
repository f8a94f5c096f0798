// The user's cache folder: things are made in a temporary folder beside their place and renamed into it when complete.
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SetupError } from './report.mjs';

/**
 * Hash of a file.
 * @param {string} path
 * @param {string} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export async function hashFile(path, algorithm = 'sha256', encoding = 'hex') {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest(encoding);
}

/** Throws a SetupError when `actual` is not `expected`: the download is damaged or is not what we pinned. */
export function requireHash(name, expected, actual) {
  if (expected === actual) return;
  throw new SetupError(
    `${name} is damaged or not the pinned file: expected ${expected}, got ${actual}`,
    'run it again on a reliable connection; if it repeats, the source hands out another file: do not use it',
  );
}

/** Every file below `dir` with its size in bytes, paths with '/'. */
export function listFiles(dir, prefix = '') {
  const files = {};
  for (const entry of readdirSync(join(dir, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) Object.assign(files, listFiles(dir, path));
    else if (entry.isFile()) files[path] = statSync(join(dir, path)).size;
  }
  return files;
}

/** Whether `dir` holds what `contents.json` in it says: every file, with its size. */
export function isComplete(dir) {
  try {
    const expected = JSON.parse(readFileSync(join(dir, 'contents.json'), 'utf8'));
    return Object.entries(expected).every(([path, size]) => statSync(join(dir, path)).size === size);
  } catch {
    return false;
  }
}

/**
 * Makes the folder `place` by `make(tempDir)` and renames it into place when `make` has ended well.
 * Whatever stood there, and what interrupted runs left beside it, is removed. Call it under a lock.
 */
export async function publish(place, make) {
  const parent = dirname(place);
  mkdirSync(parent, { recursive: true });
  const prefix = `.${basename(place)}.making-`;
  for (const left of readdirSync(parent)) {
    if (left.startsWith(prefix)) rmSync(join(parent, left), { recursive: true, force: true });
  }
  const temp = mkdtempSync(join(parent, prefix));
  try {
    await make(temp);
    if (existsSync(place)) rmSync(place, { recursive: true, force: true });
    renameSync(temp, place);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}
