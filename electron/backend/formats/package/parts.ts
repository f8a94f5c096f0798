import { basename } from 'node:path';
import { withoutHiddenSigns } from '@shared/kernel/hidden-signs.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';

/** Names that tell nothing but which files belong together: eight digits of the package's random id. */
const stemOf = (packageId: string): string => `bilik-${packageId.slice(0, 8)}`;

/** Name of a package in one file. */
export const packageFileName = (packageId: string): string => `${stemOf(packageId)}.paket`;

/** Name of the folder that holds the parts of a package. */
export const partsFolderName = (packageId: string): string => stemOf(packageId);

/** Name of one part, counted from 1. */
export const partFileName = (packageId: string, number: number, count: number): string =>
  `${stemOf(packageId)}-${number}-dari-${count}.paket`;

/**
 * As above, within whatever mail programs and file managers make of it: ` (1)`, ` - Copy`, `Salinan dari `, `.zip`,
 * zeros before a number, and any other signs for the dashes.
 */
const partPattern = /bilik-([0-9a-f]{8})-0*([1-9]\d{0,3})-dari-0*([1-9]\d{0,3})(?!\d)/i;

/** A name with one dash for whatever stands between its letters and digits, also as addresses write it (`%2D`). */
const withDashes = (name: string): string =>
  withoutHiddenSigns(name.normalize('NFKC'))
    .replace(/(?:%[\da-f]{2})+/gi, '-')
    .replace(/[^\p{L}\p{N}]+/gu, '-');

/** True for what macOS lays beside each file on a stick or share, under its name: nothing of the file is in it. */
export const isCompanion = (name: string): boolean => name.startsWith('._');

interface Part {
  readonly index: number;
  readonly stem: string;
  readonly number: number;
  readonly count: number;
}

const partOf = (name: string, index: number): Part | null => {
  const [, stem, number, count] = (isCompanion(name) ? null : partPattern.exec(withDashes(name))) ?? [];
  if (stem === undefined || Number(number) > Number(count)) return null;
  return { index, stem: stem.toLowerCase(), number: Number(number), count: Number(count) };
};

/** True for the name of a part other than the first: its bytes begin in the middle of a package. */
export const isFurtherPart = (name: string): boolean => (partOf(name, 0)?.number ?? 1) > 1;

/** A name for a file that came under any name: it tells which part of which package it is, and nothing else. */
export const neutralFileName = (name: string): string => {
  const part = partOf(name, 0);
  return part === null ? 'berkas.paket' : partFileName(part.stem, part.number, part.count);
};

/** Numbers that are missing of a package in `count` parts. */
const missingOf = (count: number, present: ReadonlySet<number>): string[] =>
  Array.from({ length: count }, (_, at) => at + 1)
    .filter((number) => !present.has(number))
    .map(String);

/**
 * Puts the files of one package in order by their names (without folders): answers their places in `names`. A single
 * file is taken whatever its name, unless that says that it is a part of several; a part given twice counts once.
 * Fails with `partsIncomplete` when numbers are missing (`missing` names them) or the files do not belong together.
 */
export const orderParts = (names: readonly string[]): Result<readonly number[], AppError<'partsIncomplete'>> => {
  const parts = names.map(partOf);
  const [first = null] = parts;
  if (first === null) return names.length === 1 ? ok([0]) : fail('partsIncomplete');
  const byNumber = new Map<number, number>();
  for (const part of parts) {
    if (part === null || part.stem !== first.stem || part.count !== first.count) return fail('partsIncomplete');
    if (!byNumber.has(part.number)) byNumber.set(part.number, part.index);
  }
  const missing = missingOf(first.count, new Set(byNumber.keys()));
  if (missing.length > 0) return fail('partsIncomplete', { missing, count: first.count });
  return ok([...byNumber].sort(([a], [b]) => a - b).map(([, index]) => index));
};

/** Of several paths, those of the package that `path` is a part of; `path` alone when its name is none of a part. */
export const partsOf = (path: string, paths: readonly string[]): readonly string[] => {
  const part = partOf(basename(path), 0);
  if (part === null) return [path];
  return paths.filter((other) => {
    const sibling = partOf(basename(other), 0);
    return sibling?.stem === part.stem && sibling.count === part.count;
  });
};

/** A run of bytes cut into pieces of `bytes` each; the last one may be shorter. A piece is read before the next one. */
export async function* cut(
  source: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<AsyncIterable<Uint8Array>, void, undefined> {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  const more = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await chunks.next();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };
  async function* piece(): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0 && (await more()); ) {
      const part = rest.subarray(0, left);
      rest = rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }
  try {
    while (await more()) yield piece();
  } finally {
    await chunks.return?.();
  }
}
